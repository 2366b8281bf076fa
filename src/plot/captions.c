/* The words in and about a figure, looked up once for many draws. */
#include "plot/captions.h"

#include <glib/gi18n-lib.h>

void
gradus_captions_init (GradusCaptions *self, const char *decimal_point)
{
  g_return_if_fail (self != NULL);

  *self = (GradusCaptions){
    .boundary_title = _ ("Decision boundary"),
    .cost_title = _ ("Cost <i>J</i>"),
    .units_title = _ ("Hidden units"),
    .network_title = _ ("Network"),
    .held_out = _ ("held out"),
    .unit_line = _ ("a unit’s z = 0"),
    .train = _ ("train"),
    .epochs = _ ("epochs"),
    .epoch = _ ("epoch %s"),
    .unit = _ ("unit %d"),
    .same_as = _ ("same as unit %d"),
    .saturated = _ ("%s saturated"),
    .inactive = _ ("inactive %s"),
    .dead = _ ("dead"),
    .cost = _ ("cost %s"),
    .accuracy = _ ("accuracy %s"),
    .no_hidden = _ ("No hidden layer: logistic regression"),
    .logistic = _ ("logistic regression"),
  };
  g_strlcpy (self->decimal_point, decimal_point != NULL ? decimal_point : ".",
             sizeof self->decimal_point);
}

char *
gradus_captions_tell_network (const GradusCaptions *self, const GradusNetwork *network)
{
  static const char *const activations[] = { "tanh", "sigmoid", "ReLU", "leaky ReLU", "identity" };
  GString *words = g_string_new (NULL);

  for (int l = 0; l <= network->n_layers; l++)
    g_string_append_printf (words, "%s%d", l > 0 ? "–" : "", network->n[l]);
  g_string_append_printf (
      words, " · %s", network->n_layers == 1 ? self->logistic : activations[network->activation]);
  return g_string_free (words, FALSE);
}
