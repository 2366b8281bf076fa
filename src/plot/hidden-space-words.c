/* The hidden space in words: what two units make of the examples, and what a pointer rests on. */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "plot/hidden-space-layout.h"
#include "plot/number.h"
#include "plot/plot-hidden-space.h"

static char *
tell_pair (const GradusFigure *figure, const GradusSpaceLayout *layout)
{
  const GradusScene *scene = figure->scene;
  const char *point = figure->captions->decimal_point;
  GradusActivation g = scene->snapshot->network->activation;
  const GradusUnitDiagnosis *units = scene->diagnosis->layers[layout->layer - 1].units;
  int i = layout->i + 1, j = layout->j + 1;
  GradusSpacePair pair;

  gradus_space_pair (scene->space, g, layout->layer, layout->i, layout->j, &pair);
  GradusNumber cornered = gradus_number_percent_in_words (pair.cornered, 0, point);
  GradusNumber reach = gradus_number_cost (pair.reach, point);
  GradusNumber apart = gradus_number_cost (pair.apart, point);
  GradusNumber correlation = gradus_number_fixed (pair.correlation, 3, point);

  switch (gradus_space_shape (&pair, g, units[layout->i].group == units[layout->j].group))
    {
    case GRADUS_SPACE_DIAGONAL:
      return g_strdup_printf (_ ("units %d and %d are alike: all lies on the diagonal."), i, j);
    case GRADUS_SPACE_CORNERS:
      return g_strdup_printf (_ ("units %d and %d push the examples into the corners: on %s of "
                                 "them both are saturated."),
                              i, j, cornered.text);
    case GRADUS_SPACE_POINT:
      return g_strdup_printf (
          _ ("units %d and %d hold the examples close together: neither varies by more than %s."),
          i, j, reach.text);
    case GRADUS_SPACE_LINE:
      return g_strdup_printf (
          _ ("units %d and %d lay the examples along a line: their correlation is %s."), i, j,
          correlation.text);
    case GRADUS_SPACE_SPREAD:
    default:
      return g_strdup_printf (
          _ ("units %d and %d spread the examples out: they differ by %s on average."), i, j,
          apart.text);
    }
}

/* A single unit has nobody to be alike to. */
static char *
tell_single (const GradusFigure *figure, const GradusSpaceLayout *layout)
{
  const GradusSpace *space = figure->scene->space;
  const char *point = figure->captions->decimal_point;
  float low = INFINITY, high = -INFINITY;
  const float *a = gradus_space_across (layout, &space->training);

  for (gsize k = 0; k < space->training.n; k++)
    {
      low = fminf (low, a[k]);
      high = fmaxf (high, a[k]);
    }
  GradusNumber from = gradus_number_fixed (low, 2, point);
  GradusNumber to = gradus_number_fixed (high, 2, point);
  return g_strdup_printf (_ ("one unit, whose activation goes from %s to %s over the examples."),
                          from.text, to.text);
}

char *
gradus_hidden_space_describe (const GradusFigure *figure)
{
  const GradusScene *scene = figure->scene;
  GradusSpaceLayout layout;

  if (scene != NULL && scene->snapshot->network->n_layers < 2)
    return g_strdup (_ ("No hidden layer: logistic regression."));
  if (!gradus_space_lay_out (figure, 400, 400, &layout))
    return g_strdup (_ ("Hidden space: nothing to show yet."));
  g_autofree char *words =
      layout.is_single ? tell_single (figure, &layout) : tell_pair (figure, &layout);
  g_autofree char *head = scene->snapshot->network->n_layers > 2
                              ? g_strdup_printf (_ ("Hidden space, layer %d: "), layout.layer)
                              : g_strdup (_ ("Hidden space: "));
  return g_strconcat (head, words, NULL);
}

char *
gradus_hidden_space_tell (const GradusFigure *figure, double width, double height, double px,
                          double py)
{
  GradusSpaceLayout layout;
  GradusTarget target;
  const char *point = figure->captions->decimal_point;

  if (!gradus_space_lay_out (figure, width, height, &layout)
      || !gradus_rect_contains (&layout.frame, px, py))
    return NULL;
  const GradusScene *scene = figure->scene;
  const GradusSpaceSet *set = &scene->space->training;
  double values[2] = { gradus_scale_unmap (&layout.x, px), gradus_scale_unmap (&layout.y, py) };
  gboolean has_z = layout.is_single && set->z != NULL;
  g_autofree char *example = NULL;

  if (gradus_hidden_space_find (figure, width, height, px, py, &target))
    {
      const GradusDataset *data = scene->training;
      gsize i = (gsize) target.example, k = 0;
      while (set->which[k] != i)
        k++;
      values[0] = gradus_space_across (&layout, set)[k];
      values[1] = gradus_space_upwards (&layout, set)[k];
      GradusNumber number = gradus_number_count (target.example + 1);
      GradusNumber x1 = gradus_number_fixed (gradus_dataset_feature (data, 0)[i], 3, point);
      GradusNumber x2 = gradus_number_fixed (gradus_dataset_feature (data, 1)[i], 3, point);
      /* Translators: the number of an example, its class, then its two features, name = number */
      example = g_strdup_printf (_ ("example %s, y = %s\n%s = %s, %s = %s\n"), number.text,
                                 data->class_names[data->labels[i]], data->feature_names[0],
                                 x1.text, data->feature_names[1], x2.text);
    }
  GradusNumber across = gradus_number_fixed (values[0], 3, point);
  GradusNumber upwards = gradus_number_fixed (values[1], 3, point);
  g_autofree char *x_name = g_strdup_printf (figure->captions->unit, layout.i + 1);
  g_autofree char *y_name = has_z ? g_strdup_printf ("z[%d]", scene->snapshot->network->n_layers)
                                  : g_strdup_printf (figure->captions->unit, layout.j + 1);
  return g_strdup_printf ("%s%s: %s\n%s: %s", example != NULL ? example : "", x_name, across.text,
                          y_name, upwards.text);
}
