/* A table of published figures from its text: every key is looked at, each fault says where it is.
 */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/file.h"
#include "core/key-text.h"
#include "core/numeral.h"
#include "core/published.h"
#include "core/spec-fields.h"
#include "core/spec-lines.h"
#include "core/spec-text.h"

#define MAX_DECIMALS 15
#define MAX_COST 1e9

/* A table while it is read. */
typedef struct
{
  GradusKeyText text;
  GradusPublished *table;
  GArray *runs; /* of GradusPublishedRun */
  GArray *rows; /* of GradusPublishedRow */
} Reader;

/* Whether the key, which may be a translation, is one of the words. */
static gboolean
is_word (const char *key, const char *const *words)
{
  g_autofree char *base = g_strndup (key, strcspn (key, "["));

  return g_strv_contains (words, base);
}

/* Whether the key's words, in every language, are there and without a stray backslash. */
static gboolean
check_words (const Reader *self, const char *group, const char *key, GError **error)
{
  const char *const words[] = { key, NULL };
  g_auto (GStrv) keys = g_key_file_get_keys (self->text.keys, group, NULL, NULL);

  for (int i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      g_autoptr (GError) local = NULL;
      g_autofree char *text = NULL;

      if (!is_word (keys[i], words))
        continue;
      text = g_key_file_get_string (self->text.keys, group, keys[i], &local);
      if (text == NULL || local != NULL)
        return gradus_key_text_fail (&self->text, group, keys[i], error,
                                     _ ("a stray backslash; \\\\ is right for the sign itself"));
      if (*g_strstrip (text) == '\0')
        return gradus_key_text_fail (
            &self->text, group, keys[i], error,
            _ ("there is nothing; some words, or no such line, are right"));
    }
  return TRUE;
}

/* The key's words in the user's language; *words is NULL where there are none. */
static gboolean
read_words (const Reader *self, const char *group, const char *key, gboolean is_needed,
            char **words, GError **error)
{
  if (!check_words (self, group, key, error))
    return FALSE;
  *words = g_key_file_get_locale_string (self->text.keys, group, key, NULL, NULL);
  if (*words != NULL)
    g_strstrip (*words);
  return *words != NULL || !is_needed
         || gradus_key_text_fail (&self->text, group, key, error,
                                  _ ("it is missing; some words are right"));
}

static gboolean
read_head (Reader *self, const char *group, GError **error)
{
  static const char *const words[] = { "title", "where", "about", NULL };
  g_auto (GStrv) keys = g_key_file_get_keys (self->text.keys, group, NULL, NULL);
  GradusPublished *table = self->table;

  for (int i = 0; keys[i] != NULL; i++)
    if (!is_word (keys[i], words))
      return gradus_key_text_fail (&self->text, group, keys[i], error,
                                   _ ("there is no such key; title, where and about are right"));
  return read_words (self, group, "title", TRUE, &table->title, error)
         && read_words (self, group, "where", TRUE, &table->where, error)
         && read_words (self, group, "about", FALSE, &table->about, error);
}

/* The experiment that the group's fields start from, where it names one. */
static gboolean
read_experiment (const Reader *self, const char *group, GradusSpec *spec, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (self->text.name);
  g_autofree char *file = g_key_file_get_string (self->text.keys, group, "experiment", NULL);
  g_autofree char *path = NULL;
  g_autoptr (GError) local = NULL;

  if (!g_key_file_has_key (self->text.keys, group, "experiment", NULL))
    return TRUE;
  path = file != NULL && g_path_is_absolute (file) ? g_strdup (file)
                                                   : g_build_filename (folder, file, NULL);
  if (file == NULL || *file == '\0')
    return gradus_key_text_fail (
        &self->text, group, "experiment", error,
        _ ("the name is empty; the name of an experiment, such as flower.gradus, is "
           "right"));
  if (!gradus_spec_load (spec, path, &local))
    return gradus_key_text_fail (&self->text, group, "experiment", error, "%s", local->message);
  return TRUE;
}

/* The group's fields into spec; title and experiment are no fields. */
static gboolean
read_fields (const Reader *self, const char *group, GradusSpec *spec, GError **error)
{
  static const char *const titles[] = { "title", NULL };
  g_auto (GStrv) keys = g_key_file_get_keys (self->text.keys, group, NULL, NULL);

  for (int i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      const GradusSpecField *field = gradus_spec_field_find (keys[i]);
      g_autoptr (GError) local = NULL;
      g_autofree char *value = NULL;

      if (strcmp (keys[i], "experiment") == 0
          || (g_str_has_prefix (group, "run ") && is_word (keys[i], titles)))
        continue;
      if (field == NULL || strcmp (field->group, "compare") == 0)
        return gradus_key_text_fail (
            &self->text, group, keys[i], error,
            _ ("there is no such key; title, experiment and the names of fields such as "
               "init-scale are right"));
      value = gradus_spec_text_value (self->text.keys, group, field, self->text.name, &local);
      if (value == NULL || !gradus_spec_field_set (field, spec, value, &local))
        {
          gradus_spec_lines_fail (error, self->text.name,
                                  gradus_spec_lines_find (self->text.lines, group, keys[i]),
                                  "[%s] %s", group, local->message);
          return FALSE;
        }
    }
  return TRUE;
}

static int
find_run (const Reader *self, const char *name)
{
  for (guint i = 0; i < self->runs->len; i++)
    if (strcmp (g_array_index (self->runs, GradusPublishedRun, i).name, name) == 0)
      return (int) i;
  return -1;
}

static gboolean
read_run (Reader *self, const char *group, GError **error)
{
  GradusPublishedRun run = { .name = g_strdup (group + strlen ("run ")),
                             .spec = g_new (GradusSpec, 1) };
  gboolean has_setup = g_key_file_has_group (self->text.keys, "setup");
  g_autoptr (GError) local = NULL;

  gradus_spec_init (run.spec);
  run.spec->epochs = -1; /* as many as its rows need */
  g_array_append_val (self->runs, run);
  if (!read_words (self, group, "title", TRUE,
                   &g_array_index (self->runs, GradusPublishedRun, self->runs->len - 1).title,
                   error))
    return FALSE;
  if (g_key_file_has_key (self->text.keys, group, "experiment", NULL)
          ? !read_experiment (self, group, run.spec, error)
          : has_setup && !read_experiment (self, "setup", run.spec, error))
    return FALSE;
  if ((has_setup && !read_fields (self, "setup", run.spec, error))
      || !read_fields (self, group, run.spec, error))
    return FALSE;
  run.spec->vary[0] = run.spec->values[0] = '\0';
  return gradus_spec_check (run.spec, &local)
         || gradus_key_text_fail (&self->text, group, NULL, error, "%s", local->message);
}

/* "0.693048": the number and its decimals. */
static gboolean
read_figure (const char *text, double most, double *value, int *decimals)
{
  const char *point = strchr (text, '.');

  *decimals = point != NULL ? (int) strlen (point + 1) : 0;
  return strspn (text, "0123456789.") == strlen (text) && *decimals <= MAX_DECIMALS
         && gradus_numeral_double (text, 0, most, value) == GRADUS_PARSED;
}

/* EPOCH=VALUE or EPOCH=LEAST..MOST. */
static gboolean
read_row (Reader *self, const char *group, const char *key, GradusPublishedRow *row, GError **error)
{
  g_autofree char *text = g_key_file_get_value (self->text.keys, group, key, NULL);
  char *dots = strstr (g_strstrip (text), "..");
  double most = gradus_quantity_is_share (row->quantity) ? 100 : MAX_COST;
  int decimals = 0;
  gboolean is_right;

  if (gradus_numeral_int (key, 0, (gint64) gradus_spec_field_find ("epochs")->max, &row->epoch)
      != GRADUS_PARSED)
    return gradus_key_text_fail (
        &self->text, group, key, error,
        _ ("there is no such key; an epoch such as 1000, and reason, are right"));
  row->is_band = dots != NULL;
  if (dots != NULL)
    *dots = '\0';
  is_right = read_figure (text, most, &row->least, &row->decimals);
  row->most = row->least;
  if (is_right && dots != NULL)
    {
      is_right = read_figure (dots + 2, most, &row->most, &decimals) && row->least < row->most;
      row->decimals = MAX (row->decimals, decimals);
    }
  if (is_right)
    return TRUE;
  if (dots != NULL)
    *dots = '.';
  return gradus_key_text_fail (
      &self->text, group, key, error,
      gradus_quantity_is_share (row->quantity)
          ? _ ("“%s” is no such figure; a percentage such as 90.5, or two such as 90..91 "
               "for a band, the least first, is right")
          : _ ("“%s” is no such figure; a number such as 0.693048, or two such as "
               "0.2193..0.2198 for a band, the least first, is right"),
      text);
}

/* The figures of one quantity of one run. */
static gboolean
read_rows (Reader *self, const char *group, GradusQuantity quantity, int run, GError **error)
{
  static const char *const reasons[] = { "reason", NULL };
  g_auto (GStrv) keys = g_key_file_get_keys (self->text.keys, group, NULL, NULL);
  g_autofree char *reason = NULL;
  gboolean has_band = FALSE, has_row = FALSE;

  if (!read_words (self, group, "reason", FALSE, &reason, error))
    return FALSE;
  for (int i = 0; keys[i] != NULL; i++)
    {
      GradusPublishedRow row = { .run = run, .quantity = quantity };

      if (is_word (keys[i], reasons))
        continue;
      if (!read_row (self, group, keys[i], &row, error))
        return FALSE;
      has_row = TRUE;
      has_band = has_band || row.is_band;
      row.reason = row.is_band ? g_strdup (reason) : NULL;
      g_array_append_val (self->rows, row);
    }
  if (!has_row)
    return gradus_key_text_fail (&self->text, group, NULL, error,
                                 _ ("there is no figure; a line such as 1000=0.288083 is right"));
  if (has_band && reason == NULL)
    return gradus_key_text_fail (
        &self->text, group, "reason", error,
        _ ("it is missing; some words that say why there is a band are right"));
  if (!has_band && reason != NULL)
    return gradus_key_text_fail (
        &self->text, group, "reason", error,
        _ ("there is no band to give a reason for; a band such as 0.2193..0.2198, or no "
           "such line, is right"));
  return TRUE;
}

static gboolean
read_group (Reader *self, const char *group, GError **error)
{
  const char *space = strchr (group, ' ');
  g_autofree char *kind = g_strndup (group, strcspn (group, " "));
  int quantity = gradus_quantity_from_name (kind), run;

  if (strcmp (group, "table") == 0)
    return read_head (self, group, error);
  if (strcmp (group, "setup") == 0)
    return TRUE; /* with each of the runs */
  if (space == NULL || space[1] == '\0' || (strcmp (kind, "run") != 0 && quantity < 0))
    return gradus_key_text_fail (
        &self->text, group, NULL, error,
        _ ("there is no such group; [table], [setup], [run NAME], and of each run [cost "
           "NAME], [accuracy NAME], [held-out-cost NAME], [held-out-accuracy NAME], "
           "[saturated NAME] or [blocked NAME] are right"));
  if (quantity < 0)
    return read_run (self, group, error);
  run = find_run (self, space + 1);
  if (run < 0)
    return gradus_key_text_fail (&self->text, group, NULL, error,
                                 _ ("there is no run of that name above; [run %s] is "
                                    "right"),
                                 space + 1);
  if (run != (int) self->runs->len - 1)
    return gradus_key_text_fail (&self->text, group, NULL, error,
                                 _ ("another run has begun; right below [run %s] is right"),
                                 space + 1);
  return read_rows (self, group, (GradusQuantity) quantity, run, error);
}

/* Every run has rows, and trains as far as they go. */
static gboolean
check_runs (Reader *self, GError **error)
{
  if (self->table->title == NULL || self->runs->len == 0)
    {
      gradus_spec_lines_fail (error, self->text.name, 0, _ ("the group [%s] is missing"),
                              self->table->title == NULL ? "table" : "run NAME");
      return FALSE;
    }
  for (guint i = 0; i < self->runs->len; i++)
    {
      const GradusPublishedRun *run = &g_array_index (self->runs, GradusPublishedRun, i);
      g_autofree char *group = g_strconcat ("run ", run->name, NULL);
      gint64 last = -1;

      for (guint k = 0; k < self->rows->len; k++)
        {
          const GradusPublishedRow *row = &g_array_index (self->rows, GradusPublishedRow, k);
          last = row->run == (int) i ? MAX (last, row->epoch) : last;
        }
      if (last < 0)
        return gradus_key_text_fail (
            &self->text, group, NULL, error,
            _ ("nothing is published of this run; a group such as [cost %s] is right"), run->name);
      if (run->spec->epochs < 0)
        run->spec->epochs = last;
      if (run->spec->epochs < last)
        return gradus_key_text_fail (
            &self->text, group, "epochs", error,
            _ ("a figure is of epoch %ld; that many at least, or no such line, is right"),
            (glong) last);
    }
  return TRUE;
}

static gboolean
read_table (Reader *self, GError **error)
{
  g_auto (GStrv) groups = g_key_file_get_groups (self->text.keys, NULL);

  for (int i = 0; groups[i] != NULL; i++)
    if (!read_group (self, groups[i], error))
      return FALSE;
  return check_runs (self, error);
}

/* "flower" of "/usr/share/gradus/tables/flower.table". (transfer full) */
static char *
short_name (const char *path)
{
  char *name = g_path_get_basename (path);

  if (g_str_has_suffix (name, ".table"))
    name[strlen (name) - strlen (".table")] = '\0';
  return name;
}

GradusPublished *
gradus_published_from_text (const char *text, gsize length, const char *name, GError **error)
{
  g_return_val_if_fail (text != NULL && name != NULL, NULL);

  g_autoptr (GradusPublished) table = g_new0 (GradusPublished, 1);
  Reader reader = { .table = table,
                    .runs = g_array_new (FALSE, TRUE, sizeof (GradusPublishedRun)),
                    .rows = g_array_new (FALSE, TRUE, sizeof (GradusPublishedRow)) };
  gboolean is_right;

  g_atomic_ref_count_init (&table->ref_count);
  table->name = short_name (name);
  is_right = gradus_key_text_read (
                 &reader.text, text, length, name,
                 _ ("groups such as [run 1] with lines such as hidden=4 are right"), error)
             && gradus_key_text_check_once (&reader.text, error) && read_table (&reader, error);
  table->n_runs = (int) reader.runs->len;
  table->n_rows = (int) reader.rows->len;
  table->runs = (GradusPublishedRun *) (void *) g_array_free (reader.runs, FALSE);
  table->rows = (GradusPublishedRow *) (void *) g_array_free (reader.rows, FALSE);
  gradus_key_text_clear (&reader.text);
  return is_right ? g_steal_pointer (&table) : NULL;
}

GradusPublished *
gradus_published_load (const char *path, GError **error)
{
  g_autofree char *text = NULL;
  gsize length = 0;

  g_return_val_if_fail (path != NULL, NULL);

  return gradus_file_read (path, &text, &length, error)
             ? gradus_published_from_text (text, length, path, error)
             : NULL;
}
