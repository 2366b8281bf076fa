/* The course's equations of one step, as Pango markup. */
#include "plot/step-words.h"

#include <string.h>

#define L "<sup>[%d]</sup>"
#define LT "<sup>[%d]T</sup>"

static gboolean
is_single (const GradusStep *step)
{
  return step->example >= 0;
}

static int
count_layers (const GradusStep *step)
{
  return step->snapshot->network->n_layers;
}

/* A[l] as a factor: X for the first layer, with T where it is transposed. (transfer full) */
static char *
name_input (const GradusStep *step, int l, gboolean transposed)
{
  if (l == 1)
    return g_strdup_printf ("<i>%s</i>%s", is_single (step) ? "x" : "X",
                            transposed ? "<sup>T</sup>" : "");
  return g_strdup_printf (transposed ? "<i>%s</i>" LT : "<i>%s</i>" L, is_single (step) ? "a" : "A",
                          l - 1);
}

char *
gradus_step_words_input (const GradusStep *step, gboolean is_label)
{
  if (is_label)
    return g_strdup (is_single (step) ? "<i>y</i>" : "<i>Y</i>");
  return g_strdup (is_single (step) ? "<i>x</i>" : "<i>X</i>");
}

char *
gradus_step_words_z (const GradusStep *step, int l)
{
  g_autofree char *input = name_input (step, l, FALSE);

  return g_strdup_printf ("<i>%s</i>" L " = <i>W</i>" L " %s + <i>b</i>" L,
                          is_single (step) ? "z" : "Z", l, l, input, l);
}

char *
gradus_step_words_a (const GradusStep *step, int l)
{
  static const char *const activations[] = { "tanh", "σ", "ReLU", "leaky ReLU", "" };
  const GradusNetwork *network = step->snapshot->network;
  const char *z = is_single (step) ? "z" : "Z", *a = is_single (step) ? "a" : "A", *g;

  if (l < network->n_layers)
    g = activations[network->activation];
  else
    g = network->n[l] > 1 ? "softmax" : "σ";
  if (*g == '\0')
    return g_strdup_printf ("<i>%s</i>" L " = <i>%s</i>" L, a, l, z, l);
  return g_strdup_printf ("<i>%s</i>" L " = %s(<i>%s</i>" L ")", a, l, g, z, l);
}

char *
gradus_step_words_dz (const GradusStep *step, int l)
{
  const char *z = is_single (step) ? "z" : "Z";

  if (l == count_layers (step))
    return g_strdup_printf ("<i>d%s</i>" L " = <i>%s</i>" L " − <i>%s</i>", z, l,
                            is_single (step) ? "a" : "A", l, is_single (step) ? "y" : "Y");
  return g_strdup_printf ("<i>d%s</i>" L " = <i>W</i>" LT " <i>d%s</i>" L " * <i>g</i>′(<i>%s</i>" L
                          ")",
                          z, l, l + 1, z, l + 1, z, l);
}

char *
gradus_step_words_dw (const GradusStep *step, int l)
{
  g_autofree char *input = name_input (step, l, TRUE);
  g_autofree char *penalty =
      step->l2 != 0 ? g_strdup_printf (" + (<i>λ</i>/<i>m</i>) <i>W</i>" L, l) : g_strdup ("");

  return g_strdup_printf ("<i>dW</i>" L " = %s<i>d%s</i>" L " %s%s", l,
                          is_single (step) ? "" : "(1/<i>m</i>) ", is_single (step) ? "z" : "Z", l,
                          input, penalty);
}

char *
gradus_step_words_db (const GradusStep *step, int l)
{
  if (is_single (step))
    return g_strdup_printf ("<i>db</i>" L " = <i>dz</i>" L, l, l);
  return g_strdup_printf ("<i>db</i>" L " = (1/<i>m</i>) Σ <i>dZ</i>" L, l, l);
}

char *
gradus_step_words_update (const GradusStep *step, int l, gboolean is_bias)
{
  const char *w = is_bias ? "b" : "W";

  return g_strdup_printf ("<i>%s</i>" L " := <i>%s</i>" L " − <i>α</i> <i>d%s</i>" L, w, l, w, l, w,
                          l);
}

char *
gradus_step_words_alpha (const GradusStep *step, const char *decimal_point)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  GString *words = g_string_new (g_ascii_formatd (digits, sizeof digits, "%.6g", step->alpha));

  g_string_replace (words, "-", "−", 0);
  g_string_replace (words, ".", decimal_point, 0);
  return g_string_free (words, FALSE);
}
