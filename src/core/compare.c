/* The runs of an experiment that varies one field or two: how many, and each as a spec of its own.
 */
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

/* One of the two fields that vary, and what its keys are called. */
typedef struct
{
  const char *key, *values_key;
  const char *name, *values;
} Axis;

static Axis
get_rows (const GradusSpec *spec)
{
  return (Axis){ "vary", "values", spec->vary, spec->values };
}

static Axis
get_columns (const GradusSpec *spec)
{
  return (Axis){ "across", "across-values", spec->across, spec->across_values };
}

/* Whether the field takes what is not a range. */
static gboolean
check_entry (const GradusSpec *spec, const GradusSpecField *field, const Axis *axis,
             const Entry *entry, GError **error)
{
  g_autofree GradusSpec *run = g_memdup2 (spec, sizeof *spec);

  if (entry->text == NULL || gradus_spec_field_set (field, run, entry->text, error))
    return TRUE;
  g_prefix_error (error, "%s: ", axis->values_key);
  return FALSE;
}

/* n: how many values there are. */
static gboolean
check_axis (const GradusSpec *spec, const Axis *axis, gint64 *n, GError **error)
{
  const GradusSpecField *field = gradus_spec_field_find (axis->name);

  if (!gradus_compare_can_vary (field))
    {
      g_autofree char *names = list_fields ();
      return gradus_spec_fail (error,
                               _ ("%s: “%s” is no field that can be varied; one of %s is right"),
                               axis->key, axis->name, names);
    }
  g_autoptr (GArray) entries = read_entries (field, axis->values);
  *n = count_entries (entries);
  if (*n == 0)
    return gradus_spec_fail (error, _ ("%s: there is none; from 1 to %d values of %s are right"),
                             axis->values_key, GRADUS_MAX_RUNS, field->name);
  if (*n > GRADUS_MAX_RUNS)
    return gradus_spec_fail (error, _ ("%s: %" G_GINT64_FORMAT " of them; from 1 to %d are right"),
                             axis->values_key, *n, GRADUS_MAX_RUNS);
  for (guint i = 0; i < entries->len; i++)
    if (!check_entry (spec, field, axis, &g_array_index (entries, Entry, i), error))
      return FALSE;
  return TRUE;
}

gboolean
gradus_compare_check (const GradusSpec *spec, GError **error)
{
  Axis rows = get_rows (spec), columns = get_columns (spec);
  gboolean has_rows = *rows.name != '\0' || *rows.values != '\0';
  gboolean has_columns = *columns.name != '\0' || *columns.values != '\0';
  gint64 n_rows = 1, n_columns = 1;

  if (has_rows && !check_axis (spec, &rows, &n_rows, error))
    return FALSE;
  if (!has_columns)
    return TRUE;
  if (!has_rows)
    return gradus_spec_fail (error, _ ("across: it is the second field that varies, and there is "
                                       "no first one; vary and values with it are right"));
  if (g_str_equal (rows.name, columns.name))
    return gradus_spec_fail (error, _ ("across: “%s” varies already; another field is right"),
                             columns.name);
  if (!check_axis (spec, &columns, &n_columns, error))
    return FALSE;
  if (n_rows * n_columns > GRADUS_MAX_RUNS)
    return gradus_spec_fail (error,
                             _ ("across-values: %" G_GINT64_FORMAT " runs in all; up to %d are "
                                "right"),
                             n_rows * n_columns, GRADUS_MAX_RUNS);
  return TRUE;
}

static int
count_values (const Axis *axis)
{
  const GradusSpecField *field = gradus_spec_field_find (axis->name);

  if (field == NULL)
    return 1;
  g_autoptr (GArray) entries = read_entries (field, axis->values);
  return (int) count_entries (entries);
}

int
gradus_compare_count (const GradusSpec *spec)
{
  Axis rows = get_rows (spec);

  return count_values (&rows) * gradus_compare_count_across (spec);
}

int
gradus_compare_count_across (const GradusSpec *spec)
{
  Axis columns = get_columns (spec);

  return count_values (&columns);
}

/* Value i, or "" where nothing varies. (transfer full) */
static char *
get_value (const Axis *axis, int i)
{
  const GradusSpecField *field = gradus_spec_field_find (axis->name);

  if (field == NULL)
    return g_strdup ("");
  g_autoptr (GArray) entries = read_entries (field, axis->values);
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

char *
gradus_compare_value (const GradusSpec *spec, int i)
{
  Axis rows = get_rows (spec);

  return get_value (&rows, i / gradus_compare_count_across (spec));
}

char *
gradus_compare_value_across (const GradusSpec *spec, int i)
{
  Axis columns = get_columns (spec);

  return get_value (&columns, i % gradus_compare_count_across (spec));
}

void
gradus_compare_pick (const GradusSpec *spec, int i, GradusSpec *run)
{
  const GradusSpecField *row = gradus_spec_field_find (spec->vary);
  const GradusSpecField *column = gradus_spec_field_find (spec->across);
  g_autofree char *value = gradus_compare_value (spec, i);
  g_autofree char *across = gradus_compare_value_across (spec, i);

  *run = *spec;
  run->vary[0] = run->values[0] = run->across[0] = run->across_values[0] = '\0';
  if (row != NULL)
    gradus_spec_field_set (row, run, value, NULL);
  if (column != NULL)
    gradus_spec_field_set (column, run, across, NULL);
}
