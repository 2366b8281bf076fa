/* What a run that is compared is called. */
#include "plot/run-name.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/compare.h"
#include "core/spec-fields.h"

const char *
gradus_field_name (const char *field)
{
  static const struct
  {
    const char *field;
    const char *name;
  } names[] = {
    { "source", N_ ("data") },
    { "examples", N_ ("examples") },
    { "noise", N_ ("noise") },
    { "data-seed", N_ ("data seed") },
    { "held-out", N_ ("held out") },
    { "test-examples", N_ ("test examples") },
    { "test-seed", N_ ("test seed") },
    { "standardise", N_ ("standardise") },
    { "hidden", N_ ("hidden units") },
    { "activation", N_ ("activation") },
    { "init", N_ ("initial weights") },
    { "init-scale", N_ ("init scale") },
    { "bias-scale", N_ ("bias scale") },
    { "seed", N_ ("seed") },
    { "alpha", N_ ("α") },
    { "batch", N_ ("batch") },
    { "l2", N_ ("L2 λ") },
    { "epochs", N_ ("epochs") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i].field, field) == 0)
      return _ (names[i].name);
  return field;
}

/* How people write what files have as one small word. */
static const char *
spell (const char *value)
{
  static const char *const words[][2] = {
    { "relu", "ReLU" }, { "leaky-relu", "leaky ReLU" }, { "xavier", "Xavier" }, { "he", "He" }
  };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (words[i][0], value) == 0)
      return words[i][1];
  return value;
}

/* The start of the weights by its scale. */
static char *
name_scale (const GradusSpec *run, const char *number)
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

/* value: the field's in run, as text; number: the same with the decimal point. */
static char *
name_value (const GradusSpec *run, const char *field, const char *value, const char *number)
{
  if (strcmp (field, "init-scale") == 0)
    return name_scale (run, number);
  if (strcmp (field, "hidden") == 0)
    return name_hidden (&run->hidden);
  if (strcmp (field, "alpha") == 0)
    return g_strdup_printf ("α = %s", number);
  if (strcmp (field, "l2") == 0)
    return g_strdup_printf ("λ = %s", number);
  if (strcmp (field, "activation") == 0 || strcmp (field, "init") == 0
      || strcmp (field, "source") == 0)
    return g_strdup (spell (value));
  return g_strdup_printf ("%s %s", gradus_field_name (field), number);
}

static char *
localise (const char *value, const char *decimal_point)
{
  g_auto (GStrv) parts = g_strsplit (value, ".", -1);

  return g_strjoinv (decimal_point, parts);
}

char *
gradus_run_name (const GradusSpec *spec, int i, const char *decimal_point)
{
  if (*spec->vary == '\0')
    return g_strdup (_ ("this run"));

  g_autofree GradusSpec *run = g_new (GradusSpec, 1);
  g_autofree char *value = gradus_compare_value (spec, i);
  g_autofree char *number = localise (value, decimal_point);

  gradus_compare_pick (spec, i, run);
  return name_value (run, spec->vary, value, number);
}

char *
gradus_comparison_name (const GradusSpec *spec, const char *decimal_point)
{
  GString *text = g_string_new (gradus_field_name (spec->vary));
  int n = gradus_compare_count (spec);

  text->str[0] = g_ascii_toupper (text->str[0]);
  for (int i = 0; i < n; i++)
    {
      g_autofree char *value = gradus_compare_value (spec, i);
      g_autofree char *number = localise (spell (value), decimal_point);
      g_string_append_printf (text, "%s%s", i > 0 ? " · " : " ", number);
    }
  return g_string_free (text, FALSE);
}

/* Whether the pins and the runs do not all have the same there. */
static gboolean
differs (const GradusPins *pins, const GradusSpecField *field, const GradusSpec *const *runs,
         int n_runs)
{
  for (int i = 0; i < n_runs; i++)
    if (!gradus_spec_field_equal (field, pins->pins[0].spec, runs[i]))
      return TRUE;
  for (int i = 1; i < pins->n; i++)
    if (!gradus_spec_field_equal (field, pins->pins[0].spec, pins->pins[i].spec))
      return TRUE;
  return FALSE;
}

/* What a run has there; "" where that goes without saying. (transfer full) */
static char *
name_field (const GradusSpec *run, const GradusSpecField *field, const char *decimal_point)
{
  g_autofree char *value = gradus_spec_field_get (field, run);
  g_autofree char *number = localise (value, decimal_point);

  if (strcmp (field->name, "alpha-schedule") == 0)
    return g_strdup (run->alpha_schedule.n > 0 ? _ ("α changed on the way") : "");
  if (strcmp (field->name, "changes") == 0)
    return g_strdup (run->changes.n > 0 ? _ ("changed by hand") : "");
  if (strcmp (field->name, "batch") == 0 && run->batch == 0)
    return g_strdup (_ ("whole batch"));
  if (strcmp (field->name, "init-scale") == 0
      && (run->init == GRADUS_INIT_XAVIER || run->init == GRADUS_INIT_HE
          || run->init == GRADUS_INIT_ZEROS))
    return g_strdup ("");
  return name_value (run, field->name, value, number);
}

char *
gradus_pin_name (const GradusPins *pins, int pin, const GradusSpec *const *runs, int n_runs,
                 const char *decimal_point)
{
  int n_fields = 0;
  const GradusSpecField *fields = gradus_spec_fields (&n_fields);
  GString *text = g_string_new (NULL);

  for (int i = 0; i < n_fields; i++)
    {
      const char *group = fields[i].group;
      if (strcmp (group, "data") == 0 || strcmp (group, "compare") == 0
          || strcmp (fields[i].name, "epochs") == 0 || !differs (pins, &fields[i], runs, n_runs))
        continue;
      g_autofree char *words = name_field (pins->pins[pin].spec, &fields[i], decimal_point);
      if (*words != '\0')
        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", words);
    }
  if (text->len == 0)
    g_string_append (text, _ ("pinned"));
  return g_string_free (text, FALSE);
}
