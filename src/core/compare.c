/* The runs of an experiment that varies one field: how many, and each as a spec of its own. */
#include "core/compare.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/error.h"
#include "core/numeral.h"

/* An entry of values: one value, or the whole numbers first … last. */
typedef struct
{
  char *text; /* NULL: a range */
  gint64 first, last;
} Entry;

static void
clear_entry (gpointer data)
{
  g_free (((Entry *) data)->text);
}

/* "100..124" of a field of whole numbers. */
static gboolean
read_range (const GradusSpecField *field, const char *text, Entry *entry)
{
  const char *dots = strstr (text, "..");

  if (dots == NULL || field->kind != GRADUS_FIELD_INT)
    return FALSE;
  g_autofree char *first = g_strstrip (g_strndup (text, (gsize) (dots - text)));
  g_autofree char *last = g_strstrip (g_strdup (dots + 2));
  gint64 min = (gint64) field->min, max = (gint64) field->max;
  return gradus_numeral_int (first, min, max, &entry->first) == GRADUS_PARSED
         && gradus_numeral_int (last, entry->first, max, &entry->last) == GRADUS_PARSED;
}

/* Of values, which may be anything. Returns: (transfer full) Entry. */
static GArray *
read_entries (const GradusSpecField *field, const char *values)
{
  GArray *entries = g_array_new (FALSE, TRUE, sizeof (Entry));
  g_auto (GStrv) items = g_strsplit (values, strchr (values, ';') != NULL ? ";" : ",", -1);

  g_array_set_clear_func (entries, clear_entry);
  for (int i = 0; items[i] != NULL; i++)
    {
      Entry entry = { 0 };

      if (*g_strstrip (items[i]) == '\0' && items[i + 1] == NULL)
        break; /* a separator at the very end is allowed */
      if (!read_range (field, items[i], &entry))
        entry.text = g_strdup (items[i]);
      g_array_append_val (entries, entry);
    }
  return entries;
}

static gint64
count_entry (const Entry *entry)
{
  return entry->text != NULL ? 1 : entry->last - entry->first + 1;
}

static gint64
count_entries (const GArray *entries)
{
  gint64 n = 0;

  for (guint i = 0; i < entries->len; i++)
    n += count_entry (&g_array_index (entries, Entry, i));
  return n;
}

gboolean
gradus_compare_can_vary (const GradusSpecField *field)
{
  return field != NULL && field->kind != GRADUS_FIELD_TEXT && field->kind != GRADUS_FIELD_PATH
         && field->kind != GRADUS_FIELD_SCHEDULE && field->kind != GRADUS_FIELD_CHANGES;
}

/* "source, examples, …" (transfer full) */
static char *
list_fields (void)
{
  GString *names = g_string_new (NULL);
  int n_fields = 0;
  const GradusSpecField *fields = gradus_spec_fields (&n_fields);

  for (int i = 0; i < n_fields; i++)
    if (gradus_compare_can_vary (&fields[i]))
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", fields[i].name);
  return g_string_free (names, FALSE);
}

/* Whether the field takes what is not a range. */
static gboolean
check_entry (const GradusSpec *spec, const GradusSpecField *field, const Entry *entry,
             GError **error)
{
  g_autofree GradusSpec *run = g_memdup2 (spec, sizeof *spec);

  if (entry->text == NULL || gradus_spec_field_set (field, run, entry->text, error))
    return TRUE;
  g_prefix_error (error, "values: ");
  return FALSE;
}

gboolean
gradus_compare_check (const GradusSpec *spec, GError **error)
{
  const GradusSpecField *field = gradus_spec_field_find (spec->vary);

  if (*spec->vary == '\0' && *spec->values == '\0')
    return TRUE;
  if (!gradus_compare_can_vary (field))
    {
      g_autofree char *names = list_fields ();
      return gradus_spec_fail (error,
                               _ ("vary: “%s” is no field that can be varied; one of %s is "
                                  "right"),
                               spec->vary, names);
    }
  g_autoptr (GArray) entries = read_entries (field, spec->values);
  gint64 n = count_entries (entries);
  if (n == 0)
    return gradus_spec_fail (error,
                             _ ("values: there is none; from 1 to %d values of %s are right"),
                             GRADUS_MAX_RUNS, field->name);
  if (n > GRADUS_MAX_RUNS)
    return gradus_spec_fail (error,
                             _ ("values: %" G_GINT64_FORMAT " of them; from 1 to %d are right"), n,
                             GRADUS_MAX_RUNS);
  for (guint i = 0; i < entries->len; i++)
    if (!check_entry (spec, field, &g_array_index (entries, Entry, i), error))
      return FALSE;
  return TRUE;
}

int
gradus_compare_count (const GradusSpec *spec)
{
  const GradusSpecField *field = gradus_spec_field_find (spec->vary);

  if (field == NULL)
    return 1;
  g_autoptr (GArray) entries = read_entries (field, spec->values);
  return (int) count_entries (entries);
}

char *
gradus_compare_value (const GradusSpec *spec, int i)
{
  const GradusSpecField *field = gradus_spec_field_find (spec->vary);

  if (field == NULL)
    return g_strdup ("");
  g_autoptr (GArray) entries = read_entries (field, spec->values);
  for (guint k = 0; k < entries->len; k++)
    {
      const Entry *entry = &g_array_index (entries, Entry, k);
      gint64 n = count_entry (entry);

      if (i < n)
        return entry->text != NULL ? g_strdup (entry->text)
                                   : g_strdup_printf ("%" G_GINT64_FORMAT, entry->first + i);
      i -= (int) n;
    }
  g_return_val_if_reached (NULL);
}

void
gradus_compare_pick (const GradusSpec *spec, int i, GradusSpec *run)
{
  const GradusSpecField *field = gradus_spec_field_find (spec->vary);
  g_autofree char *value = gradus_compare_value (spec, i);

  *run = *spec;
  run->vary[0] = run->values[0] = '\0';
  if (field != NULL)
    gradus_spec_field_set (field, run, value, NULL);
}
