/* What a run that is compared is called. */
#include "plot/run-name.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/compare.h"

/* The start of the weights by its scale. */
static char *
name_scale (const GradusSpec *spec, const GradusSpec *run, const char *number)
{
  if (run->init == GRADUS_INIT_CONSTANT
      || (run->init == GRADUS_INIT_NORMAL && run->init_scale == 0))
    return g_strdup_printf ("W = %s", number);
  if (run->init == GRADUS_INIT_NORMAL)
    return g_strdup_printf ("randn × %s", number);
  return g_strdup_printf (_ ("init scale %s"), number);
}

static char *
name_hidden (const GradusHidden *hidden)
{
  if (hidden->n == 0)
    return g_strdup (_ ("logistic regression"));
  if (hidden->n == 1)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%d unit", "%d units", (gulong) hidden->units[0]),
        hidden->units[0]);
  GString *text = g_string_new (NULL);
  for (int l = 0; l < hidden->n; l++)
    g_string_append_printf (text, "%s%d", l > 0 ? "–" : "", hidden->units[l]);
  return g_string_free (text, FALSE);
}

char *
gradus_run_name (const GradusSpec *spec, int i, const char *decimal_point)
{
  if (*spec->vary == '\0')
    return g_strdup (_ ("this run"));

  g_autofree GradusSpec *run = g_new (GradusSpec, 1);
  g_autofree char *value = gradus_compare_value (spec, i);
  g_auto (GStrv) parts = g_strsplit (value, ".", -1);
  g_autofree char *number = g_strjoinv (decimal_point, parts);

  gradus_compare_pick (spec, i, run);
  if (strcmp (spec->vary, "init-scale") == 0)
    return name_scale (spec, run, number);
  if (strcmp (spec->vary, "hidden") == 0)
    return name_hidden (&run->hidden);
  if (strcmp (spec->vary, "alpha") == 0)
    return g_strdup_printf ("α = %s", number);
  if (strcmp (spec->vary, "l2") == 0)
    return g_strdup_printf ("λ = %s", number);
  if (strcmp (spec->vary, "activation") == 0 || strcmp (spec->vary, "init") == 0
      || strcmp (spec->vary, "source") == 0)
    return g_strdup (value);
  return g_strdup_printf ("%s %s", spec->vary, number);
}
