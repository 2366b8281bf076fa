/* How saturated a layer is, and which kind of saturated: in words, of numbers alone. */
#include "plot/saturation-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "plot/number.h"
#include "plot/unit-list.h"

static const GradusLayerDiagnosis *
get_start (const GradusScene *scene, int l)
{
  return scene->start != NULL && l <= scene->start->n_layers ? &scene->start->layers[l - 1] : NULL;
}

GradusSaturation
gradus_saturation_of (const GradusScene *scene, int l)
{
  return gradus_saturation_judge (&scene->diagnosis->layers[l - 1], get_start (scene, l),
                                  scene->snapshot->network->activation, &scene->snapshot->row,
                                  scene->training->n_classes);
}

gboolean
gradus_saturation_is_fault (const GradusScene *scene, int l)
{
  GradusSaturation kind = gradus_saturation_of (scene, l);

  return kind == GRADUS_SATURATION_START || kind == GRADUS_SATURATION_STUCK
         || kind == GRADUS_SATURATION_CAUGHT || scene->diagnosis->layers[l - 1].n_dead > 0;
}

static char *
tell_dead (const GradusLayerDiagnosis *layer)
{
  g_autofree int *dead = g_new (int, layer->n_units);
  int n = 0;

  for (int j = 0; j < layer->n_units; j++)
    if (layer->units[j].dead)
      dead[n++] = j;
  if (n == 0)
    return g_strdup (_ ("No unit is dead: each is active on some example."));
  g_autofree char *list = gradus_unit_list (dead, n);
  return g_strdup_printf (
      g_dngettext (
          GETTEXT_PACKAGE, "Unit %s is dead: inactive on every example, it lets no error through.",
          "Units %s are dead: inactive on every example, they let no error through.", (gulong) n),
      list);
}

static char *
tell_unsaturable (const GradusLayerDiagnosis *layer, GradusActivation g, const char *blocked)
{
  if (g == GRADUS_ACTIVATION_RELU)
    return tell_dead (layer);
  if (g == GRADUS_ACTIVATION_IDENTITY)
    return g_strdup (_ ("The slope is 1 everywhere: no error is blocked."));
  if (isnan (layer->blocked))
    return g_strdup (_ ("No unit can saturate or die, and no error comes back to be blocked."));
  return g_strdup_printf (
      _ ("No unit can saturate or die, but its slope is 0.01 where z < 0: %s of "
         "the error is blocked."),
      blocked);
}

static char *
tell_start (const GradusLayerDiagnosis *layer, const char *blocked)
{
  if (isnan (layer->blocked))
    return g_strdup (_ ("Saturated at the start, and no error comes back to be blocked."));
  return g_strdup_printf (gradus_saturation_is_most (layer)
                              ? _ ("Saturated at the start: %s of the error is blocked.")
                              : _ ("Partly saturated at the start: %s of the error is blocked."),
                          blocked);
}

/* Flat now, and the cost is not low. */
static char *
tell_flat (const GradusLayerDiagnosis *layer, const GradusLayerDiagnosis *start,
           const char *blocked, const char *was_blocked)
{
  gboolean is_most = gradus_saturation_is_most (layer);

  if (isnan (layer->blocked))
    return g_strdup (_ ("Saturated, the cost is not low, and no error comes back to be blocked."));
  if (start == NULL || isnan (start->blocked))
    return g_strdup_printf (is_most ? _ ("Saturated, but the cost is not low: %s of the error is "
                                         "blocked.")
                                    : _ ("The cost is not low, and %s of the error is blocked."),
                            blocked);
  return g_strdup_printf (is_most && gradus_saturation_is_most (start)
                              ? _ ("Saturated as at the start: %s of the error was blocked then, "
                                   "%s is now.")
                              : _ ("The cost is not low: %s of the error was blocked at the start, "
                                   "%s is now."),
                          was_blocked, blocked);
}

static char *
tell_open (const GradusLayerDiagnosis *layer, const char *blocked)
{
  if (isnan (layer->blocked))
    return g_strdup (_ ("Not saturated, and no error comes back to be blocked."));
  return g_strdup_printf (layer->saturated == 0
                              ? _ ("Not saturated: %s of the error is blocked.")
                              : _ ("Less than half is saturated: %s of the error is blocked."),
                          blocked);
}

/* Flat at the start, and no longer. */
static char *
tell_freed (const GradusLayerDiagnosis *layer, const GradusLayerDiagnosis *start,
            const char *blocked, const char *was_blocked)
{
  if (isnan (start->blocked) || isnan (layer->blocked))
    return g_strdup (_ ("Saturated at the start, and no longer."));
  return g_strdup_printf (_ ("At the start %s of the error was blocked; now %s is."), was_blocked,
                          blocked);
}

char *
gradus_saturation_tell (const GradusScene *scene, int l, const char *point)
{
  const GradusLayerDiagnosis *layer = &scene->diagnosis->layers[l - 1];
  const GradusLayerDiagnosis *start = get_start (scene, l);
  GradusNumber blocked = gradus_number_percent (layer->blocked, 0, point);
  GradusNumber was = gradus_number_percent (start != NULL ? start->blocked : NAN, 0, point);

  switch (gradus_saturation_of (scene, l))
    {
    case GRADUS_SATURATION_NONE:
      return tell_unsaturable (layer, scene->snapshot->network->activation, blocked.text);
    case GRADUS_SATURATION_START:
      return tell_start (layer, blocked.text);
    case GRADUS_SATURATION_DECIDED:
      return g_strdup (
          gradus_saturation_is_most (layer)
              ? _ ("Saturated, and the cost is low: it has made up its mind.")
              : _ ("Most of the error is blocked, and the cost is low: it has made up its mind."));
    case GRADUS_SATURATION_STUCK:
      return tell_flat (layer, start, blocked.text, was.text);
    case GRADUS_SATURATION_CAUGHT:
      return tell_flat (layer, NULL, blocked.text, was.text);
    case GRADUS_SATURATION_FREED:
      return tell_freed (layer, start, blocked.text, was.text);
    case GRADUS_SATURATION_OPEN:
    default:
      return tell_open (layer, blocked.text);
    }
}
