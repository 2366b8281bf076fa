/* A network's picture in words: what its parameters are called, and their numbers. */
#include "plot/network-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "plot/network-picture.h"
#include "plot/network-target.h"
#include "plot/network-tile.h"

/* Digits that a value and its slope are told with. */
#define DIGITS 6
#define SLOPE_DIGITS 4

/* "unit 2", "output", "output 3". (transfer full) */
static char *
name_unit (const GradusNetwork *network, int layer, int unit)
{
  if (layer < network->n_layers)
    return g_strdup_printf (_ ("unit %d"), unit + 1);
  return network->n[layer] == 1 ? g_strdup (_ ("output"))
                                : g_strdup_printf (_ ("output %d"), unit + 1);
}

char *
gradus_network_name (const GradusScene *scene, const GradusTarget *target)
{
  const GradusNetwork *network = scene->snapshot->network;
  char *const *features = scene->training->feature_names;
  int l = target->layer;

  g_return_val_if_fail (l >= 0 && l <= network->n_layers, NULL);
  if (target->kind == GRADUS_TARGET_UNIT && l == 0)
    return g_strdup (features[target->unit]);
  g_autofree char *unit = name_unit (network, l, target->unit);
  if (target->kind == GRADUS_TARGET_UNIT)
    return l < network->n_layers ? g_strdup_printf (_ ("%s of layer %d"), unit, l)
                                 : g_steal_pointer (&unit);
  if (target->kind == GRADUS_TARGET_BIAS)
    return g_strdup_printf (_ ("b[%d] %s"), l, unit);
  g_autofree char *input =
      l == 1 ? g_strdup (features[target->input]) : g_strdup_printf ("a%d", target->input + 1);
  return g_strdup_printf (_ ("W[%d] %s, %s"), l, unit, input);
}

/* The weight of the largest |w|, of those that are finite; FALSE where all are zero. */
static gboolean
find_largest (const GradusNetwork *network, GradusTarget *target, double *value)
{
  double largest = 0;

  for (int l = 1; l <= network->n_layers; l++)
    for (int unit = 0; unit < network->n[l]; unit++)
      for (int input = 0; input < network->n[l - 1]; input++)
        {
          double w = gradus_network_w (network,
                                       l)[(gsize) unit * (gsize) network->n[l - 1] + (gsize) input];
          if (!isfinite (w) || fabs (w) <= largest)
            continue;
          largest = fabs (w);
          *value = w;
          *target = (GradusTarget){
            .kind = GRADUS_TARGET_WEIGHT, .layer = l, .unit = unit, .input = input
          };
        }
  return largest > 0;
}

/* "4 hidden units", "no hidden units", "24 hidden units in 3 layers". (transfer full) */
static char *
tell_hidden (const GradusNetwork *network)
{
  int n_hidden = network->n_layers - 1, n = 0;

  for (int l = 1; l <= n_hidden; l++)
    n += network->n[l];
  if (n == 0)
    return g_strdup (_ ("no hidden units"));
  g_autofree char *units = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%d hidden unit", "%d hidden units", (gulong) n), n);
  if (n_hidden == 1)
    return g_steal_pointer (&units);
  return g_strdup_printf (_ ("%s in %d layers"), units, n_hidden);
}

char *
gradus_network_describe (const GradusFigure *figure)
{
  GradusTarget target;
  double value = 0;

  if (figure->scene == NULL)
    return g_strdup (_ ("Network: nothing to show yet."));
  const GradusNetwork *network = figure->scene->snapshot->network;
  int n_x = network->n[0], n_y = network->n[network->n_layers];
  g_autofree char *features = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%d feature", "%d features", (gulong) n_x), n_x);
  g_autofree char *outputs =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d output", "%d outputs", (gulong) n_y), n_y);
  g_autofree char *hidden = tell_hidden (network);

  if (!find_largest (network, &target, &value))
    return g_strdup_printf (_ ("Network: %s, %s, %s; all weights are 0."), features, hidden,
                            outputs);
  g_autofree char *name = gradus_network_name (figure->scene, &target);
  GradusNumber number = gradus_network_number (value, figure->captions->decimal_point);
  return g_strdup_printf (_ ("Network: %s, %s, %s; the largest weight is %s: %s."), features,
                          hidden, outputs, name, number.text);
}

/* Leaves out the zeros that a number ends with behind its decimal point. */
static void
trim (GradusNumber *number, const char *decimal_point)
{
  gsize length = strlen (number->text);

  if (strstr (number->text, decimal_point) == NULL)
    return;
  while (number->text[length - 1] == '0')
    number->text[--length] = '\0';
  if (g_str_has_suffix (number->text, decimal_point))
    number->text[length - strlen (decimal_point)] = '\0';
}

/* With so many significant digits at most. */
static GradusNumber
significant (double value, int digits, const char *decimal_point)
{
  GradusNumber number;
  double size = fabs (value);

  if (value == 0)
    return gradus_number_fixed (0, 0, decimal_point);
  if (!(size >= 1e-4 && size < 1e6))
    return gradus_number_scientific (value, digits - 1, decimal_point);
  number =
      gradus_number_fixed (value, MAX (digits - 1 - (int) floor (log10 (size)), 0), decimal_point);
  trim (&number, decimal_point);
  return number;
}

/* "db[1] = 3.21e−4" on a line of its own, where the scene has the gradient. (transfer full) */
static char *
tell_slope (const GradusScene *scene, const GradusTarget *target, gsize index, const char *point)
{
  if (scene->gradient == NULL)
    return g_strdup ("");
  GradusNumber slope = significant (scene->gradient[index], SLOPE_DIGITS, point);
  return g_strdup_printf ("\nd%c[%d] = %s", target->kind == GRADUS_TARGET_BIAS ? 'b' : 'W',
                          target->layer, slope.text);
}

char *
gradus_network_tell_target (const GradusScene *scene, const GradusTarget *target,
                            const char *decimal_point)
{
  GradusTarget parameter = *target;
  gsize index;

  /* Of a unit the bias, which is the unit's own. */
  if (target->kind == GRADUS_TARGET_UNIT)
    parameter.kind = GRADUS_TARGET_BIAS;
  g_autofree char *name = gradus_network_name (scene, target);
  if (!gradus_network_index (scene->snapshot->network, &parameter, &index))
    return g_steal_pointer (&name);
  GradusNumber value =
      significant (scene->snapshot->network->parameters[index], DIGITS, decimal_point);
  g_autofree char *slope = tell_slope (scene, &parameter, index, decimal_point);
  if (target->kind == GRADUS_TARGET_UNIT)
    return g_strdup_printf ("%s\nb[%d] = %s%s", name, target->layer, value.text, slope);
  return g_strdup_printf ("%s = %s%s", name, value.text, slope);
}

char *
gradus_network_tell (const GradusFigure *figure, double width, double height, double px, double py)
{
  GradusTarget target;

  if (!gradus_network_find (figure, width, height, px, py, &target))
    return NULL;
  return gradus_network_tell_target (figure->scene, &target, figure->captions->decimal_point);
}
