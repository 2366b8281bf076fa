/* What a lesson can lock, hide or highlight: the table. */
#include "core/lesson-places.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define CONTROL GRADUS_PLACE_CONTROL
#define VIEW GRADUS_PLACE_VIEW
#define BOTH (CONTROL | VIEW)

static const GradusPlace places[] = {
  { "train", BOTH, N_ ("The button Train") },
  { "step", BOTH, N_ ("The button Step; as a highlight the panel One step in numbers") },
  { "reset", BOTH, N_ ("The button Reset") },
  { "speed", BOTH, N_ ("The slider of the speed") },
  { "time", BOTH, N_ ("The row with the slider of the epochs") },
  { "compare", BOTH, N_ ("The button Compare; as a highlight the compared runs") },
  { "inspect", CONTROL, N_ ("The button Inspect") },
  { "open", CONTROL, N_ ("The button Open") },
  { "export", CONTROL, N_ ("The button Export") },
  { "controls", BOTH, N_ ("The whole side bar") },
  /* Fields that have a control in the side bar. */
  { "source", BOTH, NULL },
  { "examples", BOTH, NULL },
  { "noise", BOTH, NULL },
  { "data-seed", BOTH, NULL },
  { "held-out", BOTH, NULL },
  { "test-examples", BOTH, NULL },
  { "standardise", BOTH, NULL },
  { "hidden", BOTH, NULL },
  { "activation", BOTH, NULL },
  { "init", BOTH, NULL },
  { "init-scale", BOTH, NULL },
  { "bias-scale", BOTH, NULL },
  { "seed", BOTH, NULL },
  { "alpha", BOTH, NULL },
  { "batch", BOTH, NULL },
  { "l2", BOTH, NULL },
  { "epochs", BOTH, NULL },
  /* Views, by the names that --plot has for them; those of the inspector are opened. */
  { "boundary", VIEW, N_ ("The decision boundary") },
  { "cost", VIEW, N_ ("The cost curve") },
  { "units", VIEW, N_ ("The hidden units") },
  { "chips", VIEW, N_ ("The numbers beside the plots") },
  { "narrator", VIEW, N_ ("The sentence below the slider") },
  { "network", VIEW, N_ ("The panel of the network") },
  { "symmetry", VIEW, N_ ("The panel of symmetry") },
  { "saturation", VIEW, N_ ("The panel of saturation") },
  { "hidden-space", VIEW, N_ ("The panel of the hidden space") },
  { "parameters", VIEW, N_ ("The panel of the parameters along the run") },
  { "gradients", VIEW, N_ ("The panel of the gradients along the run") },
  { "step-size", VIEW, N_ ("The panel of the learning rate and the curvature") },
};

const GradusPlace *
gradus_places (int *n_places)
{
  *n_places = G_N_ELEMENTS (places);
  return places;
}

const GradusPlace *
gradus_place_find (const char *name, GradusPlaceUse use)
{
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    if ((places[i].uses & use) != 0 && strcmp (places[i].name, name) == 0)
      return &places[i];
  return NULL;
}

char *
gradus_place_list (GradusPlaceUse use)
{
  GString *list = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    if ((places[i].uses & use) != 0)
      g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", places[i].name);
  return g_string_free (list, FALSE);
}
