/* Whether units are the same, and why: in words, of numbers alone. */
#include "plot/symmetry-words.h"

#include <glib/gi18n-lib.h>

#include "plot/unit-list.h"

GradusNumber
gradus_symmetry_number (double distance, const char *point)
{
  if (distance >= 0.01 && distance < 1000)
    return gradus_number_fixed (distance, distance < 1 ? 3 : distance < 10 ? 2 : 0, point);
  return gradus_number_scientific (distance, 1, point);
}

char *
gradus_symmetry_tell_count (const GradusLayerDiagnosis *layer)
{
  GradusNumber kinds = gradus_number_count (layer->n_groups);
  GradusNumber units = gradus_number_count (layer->n_units);

  return g_strdup_printf (_ ("Distinct hidden functions: %s of %s"), kinds.text, units.text);
}

/* Units that have a twin, before them or after: the first as many as there is room for, which are
 * looked for among all. Returns: how many. */
static int
find_twins (const GradusLayerDiagnosis *layer, int *units)
{
  g_autofree gboolean *has_twin = g_new0 (gboolean, layer->n_units);
  int n = 0;

  for (int j = 0; j < layer->n_units; j++)
    if (layer->units[j].twin != j)
      has_twin[j] = has_twin[layer->units[j].twin] = TRUE;
  for (int j = 0; j < layer->n_units; j++)
    if (has_twin[j])
      units[n++] = j;
  return n;
}

char *
gradus_symmetry_tell_twins (const GradusLayerDiagnosis *layer)
{
  g_autofree int *units = g_new (int, layer->n_units);
  int n = find_twins (layer, units);

  if (n == 0)
    return NULL;
  if (layer->n_different == 1)
    return g_strdup_printf (_ ("all %d rows bit-identical"), layer->n_units);
  if (layer->n_different > layer->n_units - n + 1) /* not all of them the same one */
    return g_strdup_printf (_ ("%d of %d rows not unique to the bit"), n, layer->n_units);
  g_autofree char *list = gradus_unit_list (units, n);
  return g_strdup_printf (_ ("rows %s bit-identical"), list);
}

/* Every gradient over all examples is exactly 0, or that of every weight is. */
static char *
tell_rest (const GradusScene *scene, const GradusLayerDiagnosis *layer)
{
  if (scene->batch > 0 && scene->rest == GRADUS_REST_WEIGHTS)
    return g_strdup (
        _ ("Over all examples every dW is exactly 0; that of a mini-batch need not be."));
  if (scene->batch > 0)
    return g_strdup (
        _ ("Over all examples every dW and db is exactly 0; those of a mini-batch need not be."));
  if (scene->rest == GRADUS_REST_ZEROS)
    return g_strdup (_ ("Every parameter is 0 and the classes are of equal size: every dW and db "
                        "is exactly 0, and nothing moves."));
  if (scene->rest == GRADUS_REST_ALL)
    return g_strdup (_ ("Every dW and db is exactly 0: nothing moves."));
  if (layer->is_symmetric)
    return g_strdup_printf (
        _ ("Every dW is exactly 0: only biases move, and all %d units stay the same."),
        layer->n_units);
  return g_strdup (_ ("Every dW is exactly 0: only biases move."));
}

/* Gradients flow, and descent cannot tell the units apart. */
static char *
tell_symmetric (const GradusScene *scene, int l, const char *point)
{
  int n = scene->diagnosis->layers[l - 1].n_units;
  double norm = scene->snapshot->row.gradient_norm[l - 1];

  if (norm == 0)
    return g_strdup_printf (_ ("Gradients flow in other layers, none in W[%d]: all %d units stay "
                               "the same."),
                            l, n);
  GradusNumber number = gradus_number_scientific (norm, 1, point);
  return g_strdup_printf (_ ("Gradients flow (‖dW[%d]‖ = %s), but the same for each unit: all %d "
                             "units stay the same."),
                          l, number.text, n);
}

static char *
tell_some (const GradusLayerDiagnosis *layer, int l)
{
  if (layer->n_different == 1)
    return g_strdup_printf (_ ("All rows of W[%d] are bit-identical, but not the weights that lead "
                               "on from the units: their gradients can differ."),
                            l);
  if (layer->n_different < layer->n_units)
    return g_strdup (_ ("Units whose incoming weights and bias are the same to the bit compute the "
                        "same function."));
  if (layer->n_groups < layer->n_units)
    return g_strdup (_ ("Some units agree to within a billionth, but not to the bit: what little "
                        "sets them apart can grow."));
  return g_strdup (_ ("No two units are alike: each computes a function of its own."));
}

char *
gradus_symmetry_tell (const GradusScene *scene, int l, const char *point)
{
  const GradusLayerDiagnosis *layer = &scene->diagnosis->layers[l - 1];

  if (scene->rest != GRADUS_REST_NONE)
    return tell_rest (scene, layer);
  if (layer->n_units == 1)
    return g_strdup (_ ("A single unit has none to be like."));
  if (layer->is_symmetric)
    return tell_symmetric (scene, l, point);
  return tell_some (layer, l);
}
