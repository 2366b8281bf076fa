/* Gathers the labels of a table and sorts them into classes. */
#include "core/table-labels.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#define MAX_LABEL_BYTES 255

void
gradus_labels_init (GradusLabels *self, gboolean decimal_comma)
{
  self->decimal_comma = decimal_comma;
  self->n_spellings = 0;
  self->n_words = 0;
}

/* Whether two spellings are one class, as far as the labels up to now tell. */
static gboolean
is_same (const GradusLabels *self, const GradusSpelling *a, const GradusSpelling *b)
{
  return self->n_words == 0 && a->value == b->value;
}

static guint
count_classes (const GradusLabels *self)
{
  guint n = 0;

  for (guint i = 0; i < self->n_spellings; i++)
    {
      gboolean is_new = TRUE;

      for (guint j = 0; j < i && is_new; j++)
        is_new = !is_same (self, &self->spellings[i], &self->spellings[j]);
      n += is_new ? 1 : 0;
    }
  return n;
}

static gboolean
add_spelling (GradusLabels *self, const GradusScan *scan, const GradusCell *cell, GError **error)
{
  g_autofree char *excerpt = gradus_cell_get_excerpt (cell);
  GradusSpelling *spelling;

  if (cell->length == 0)
    return gradus_scan_fail (scan, scan->line, error,
                             _ ("there is no label in this row; a number or a word is right"));
  if (cell->length > MAX_LABEL_BYTES)
    return gradus_scan_fail (scan, scan->line, error,
                             _ ("the label “%s” is too long; a label of up to %d bytes is right"),
                             excerpt, MAX_LABEL_BYTES);
  if (self->n_spellings < GRADUS_MAX_SPELLINGS)
    {
      spelling = &self->spellings[self->n_spellings++];
      *spelling = (GradusSpelling){ .cell = *cell, .line = scan->line };
      spelling->is_number = gradus_cell_read_number (cell, self->decimal_comma, &spelling->value)
                            == GRADUS_NUMERAL_FINE;
      self->n_words += spelling->is_number ? 0 : 1;
      if (count_classes (self) <= GRADUS_MAX_CLASSES)
        return TRUE;
    }
  return gradus_scan_fail (scan, scan->line, error,
                           _ ("“%s” is one label too many; 2 to %d different labels in the label "
                              "column are right"),
                           excerpt, GRADUS_MAX_CLASSES);
}

gboolean
gradus_labels_add (GradusLabels *self, const GradusScan *scan, const GradusCell *cell,
                   guint8 *spelling, GError **error)
{
  for (guint i = 0; i < self->n_spellings; i++)
    {
      const GradusCell *known = &self->spellings[i].cell;

      if (known->length == cell->length && memcmp (known->text, cell->text, cell->length) == 0)
        {
          *spelling = (guint8) i;
          return TRUE;
        }
    }
  *spelling = (guint8) self->n_spellings;
  return add_spelling (self, scan, cell, error);
}

/* A spelling with what it is sorted by. */
typedef struct
{
  char *text;
  double value;
  gboolean by_value;
  guint index;
} Key;

static int
compare_keys (const void *a, const void *b)
{
  const Key *p = a, *q = b;

  if (p->by_value && p->value != q->value)
    return p->value < q->value ? -1 : 1;
  if (!p->by_value && !g_str_equal (p->text, q->text))
    return strcmp (p->text, q->text);
  return p->index < q->index ? -1 : p->index > q->index;
}

static gboolean
refuse_number (const GradusLabels *self, const GradusScan *scan, const GradusSpelling *spelling,
               GError **error)
{
  g_autofree char *excerpt = gradus_cell_get_excerpt (&spelling->cell);
  double value;

  switch (gradus_cell_read_number (&spelling->cell, self->decimal_comma, &value))
    {
    case GRADUS_NUMERAL_WORD:
      return gradus_scan_fail (scan, spelling->line, error,
                               _ ("the label is missing here, for it is “%s” among numbers; a "
                                  "number is right"),
                               excerpt);
    case GRADUS_NUMERAL_HEXADECIMAL:
      return gradus_scan_fail (scan, spelling->line, error,
                               _ ("the label “%s” is hexadecimal; a decimal number is right"),
                               excerpt);
    default:
      return gradus_scan_fail (scan, spelling->line, error,
                               _ ("the label “%s” is not finite or out of range; a number from "
                                  "−1e100 to 1e100 is right"),
                               excerpt);
    }
}

/* Numbers and "nan" or "NA" are numbers of which one is missing, not words. */
static gboolean
check_numbers (const GradusLabels *self, const GradusScan *scan, GError **error)
{
  const GradusSpelling *bad = NULL;
  gsize n_numbers = 0;
  double value;

  for (guint i = 0; i < self->n_spellings; i++)
    {
      const GradusSpelling *spelling = &self->spellings[i];

      if (spelling->is_number)
        n_numbers++;
      else if (gradus_cell_read_number (&spelling->cell, self->decimal_comma, &value)
                   == GRADUS_NUMERAL_WORD
               && !gradus_cell_is_missing (&spelling->cell))
        return TRUE;
      else if (bad == NULL)
        bad = spelling;
    }
  return n_numbers == 0 || bad == NULL || refuse_number (self, scan, bad, error);
}

char **
gradus_labels_sort (const GradusLabels *self, const GradusScan *scan, guint8 *classes,
                    GError **error)
{
  Key keys[GRADUS_MAX_SPELLINGS];
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  if (!check_numbers (self, scan, error))
    return NULL;
  for (guint i = 0; i < self->n_spellings; i++)
    keys[i] = (Key){ gradus_cell_get_text (&self->spellings[i].cell), self->spellings[i].value,
                     self->n_words == 0, i };
  qsort (keys, self->n_spellings, sizeof *keys, compare_keys);
  for (guint i = 0; i < self->n_spellings; i++)
    {
      gboolean is_new = i == 0
                        || (keys[i].by_value ? keys[i].value != keys[i - 1].value
                                             : !g_str_equal (keys[i].text, keys[i - 1].text));

      if (is_new)
        g_ptr_array_add (names, g_strdup (keys[i].text));
      classes[keys[i].index] = (guint8) (names->len - 1);
    }
  for (guint i = 0; i < self->n_spellings; i++)
    g_free (keys[i].text);
  if (names->len < 2)
    {
      g_autofree char *excerpt =
          gradus_cell_make_excerpt (names->pdata[0], strlen (names->pdata[0]));

      gradus_scan_fail (scan, scan->line, error,
                        _ ("up to here all labels are “%s”; 2 to %d different labels are right"),
                        excerpt, GRADUS_MAX_CLASSES);
      return NULL;
    }
  g_ptr_array_add (names, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&names), FALSE);
}
