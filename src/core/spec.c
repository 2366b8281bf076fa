/* A spec as a value: its defaults, its equality, what its fields must be together, and α over time.
 */
#include "core/spec.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "core/compare.h"
#include "core/dataset.h"
#include "core/error.h"
#include "core/network.h"
#include "core/spec-fields.h"

/* A run keeps several arrays of this length (parameters, gradient, snapshots): 64 MiB each. */
#define MAX_PARAMETERS (8 * 1024 * 1024)

void
gradus_spec_init (GradusSpec *self)
{
  int n_fields = 0;
  const GradusSpecField *fields = gradus_spec_fields (&n_fields);

  g_return_if_fail (self != NULL);

  memset (self, 0, sizeof *self);
  for (int i = 0; i < n_fields; i++)
    {
      gboolean set = gradus_spec_field_set (&fields[i], self, fields[i].default_text, NULL);

      g_assert (set);
    }
}

gboolean
gradus_spec_field_equal (const GradusSpecField *field, const GradusSpec *spec,
                         const GradusSpec *other)
{
  const void *a = (const char *) spec + field->offset;
  const void *b = (const char *) other + field->offset;

  if (field->kind == GRADUS_FIELD_DOUBLE)
    {
      double x = *(const double *) a;
      double y = *(const double *) b;

      return x == y || (isnan (x) && isnan (y));
    }
  if (field->kind == GRADUS_FIELD_TEXT || field->kind == GRADUS_FIELD_PATH)
    return strcmp (a, b) == 0;
  if (field->kind == GRADUS_FIELD_HIDDEN || field->kind == GRADUS_FIELD_SCHEDULE
      || field->kind == GRADUS_FIELD_CHANGES)
    {
      /* Text reads back exactly, so equal text means equal lists, whatever lies behind their end.
       */
      g_autofree char *text = gradus_spec_field_get (field, spec);
      g_autofree char *other_text = gradus_spec_field_get (field, other);

      return strcmp (text, other_text) == 0;
    }
  return memcmp (a, b, field->size) == 0;
}

gboolean
gradus_spec_equal (const GradusSpec *self, const GradusSpec *other)
{
  int n_fields = 0;
  const GradusSpecField *fields = gradus_spec_fields (&n_fields);

  g_return_val_if_fail (self != NULL && other != NULL, FALSE);

  for (int i = 0; i < n_fields; i++)
    if (!gradus_spec_field_equal (&fields[i], self, other))
      return FALSE;
  return TRUE;
}

gboolean
gradus_spec_check (const GradusSpec *self, GError **error)
{
  gsize n_parameters;

  g_return_val_if_fail (self != NULL, FALSE);

  if (self->source == GRADUS_SOURCE_FILE && self->file[0] == '\0')
    return gradus_spec_fail (
        error, _ ("file: the source is a file, but none is named; the name of a table is "
                  "right"));
  n_parameters = gradus_network_count (2, &self->hidden, GRADUS_MAX_CLASSES);
  if (n_parameters > MAX_PARAMETERS)
    return gradus_spec_fail (
        error,
        _ ("hidden: this network has %lu parameters; fewer or narrower layers with at "
           "most %d in all are right"),
        (gulong) n_parameters, MAX_PARAMETERS);
  return gradus_compare_check (self, error);
}

double
gradus_spec_alpha_at (const GradusSpec *self, gint64 epoch)
{
  const GradusAlphaSchedule *schedule = &self->alpha_schedule;
  double alpha = self->alpha;

  for (int i = 0; i < schedule->n && schedule->changes[i].epoch <= epoch; i++)
    alpha = schedule->changes[i].alpha;
  return alpha;
}

gboolean
gradus_spec_set_alpha_from (GradusSpec *self, gint64 epoch, double alpha)
{
  GradusAlphaSchedule *schedule;
  int n = 0;

  g_return_val_if_fail (self != NULL, FALSE);

  schedule = &self->alpha_schedule;
  while (n < schedule->n && schedule->changes[n].epoch < epoch)
    n++;
  if (epoch <= 0)
    {
      self->alpha = alpha;
      schedule->n = 0;
      return TRUE;
    }
  /* What is so already needs no entry: a slider moved there and back leaves no trace. */
  if (alpha == (n > 0 ? schedule->changes[n - 1].alpha : self->alpha))
    {
      schedule->n = n;
      return TRUE;
    }
  if (n == GRADUS_MAX_ALPHA_CHANGES)
    return FALSE;
  schedule->changes[n] = (GradusAlphaChange){ epoch, alpha };
  schedule->n = n + 1;
  return TRUE;
}

gboolean
gradus_spec_fail (GError **error, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  if (error != NULL)
    *error = g_error_new_valist (GRADUS_ERROR, GRADUS_ERROR_SPEC, format, arguments);
  va_end (arguments);
  return FALSE;
}
