/* The table of fields, and each field's way from text to its place in a spec and back. */
#include "core/spec-fields.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "core/change.h"
#include "core/dataset.h"
#include "core/numeral.h"

#define MAX_EPOCHS 1e12
#define MAX_ALPHA 1e6
#define MAX_CHANGE 1e6

static const char *const source_names[] = { "flower",       "circles", "moons",  "blobs",
                                            "gaussians",    "xor",     "spiral", "quantiles",
                                            "unstructured", "file",    NULL };
static const char *const activation_names[] = { "tanh",       "sigmoid",  "relu",
                                                "leaky-relu", "identity", NULL };
static const char *const init_names[] = { "normal", "zeros", "constant", "xavier", "he", NULL };

G_STATIC_ASSERT (G_N_ELEMENTS (source_names) == GRADUS_N_SOURCES + 1);
G_STATIC_ASSERT (G_N_ELEMENTS (activation_names) == GRADUS_ACTIVATION_IDENTITY + 2);
G_STATIC_ASSERT (G_N_ELEMENTS (init_names) == GRADUS_INIT_HE + 2);

/* Where a field lies in a spec, and how long it is. */
#define AT(member) offsetof (GradusSpec, member), sizeof (((GradusSpec *) NULL)->member)

/* name, group, kind, place, least, most, default, may be empty, choices, summary */
static const GradusSpecField fields[] = {
  { "source", "data", GRADUS_FIELD_CHOICE, AT (source), 0, 0, "flower", FALSE, source_names,
    N_ ("Where the examples come from: a recipe, or a file") },
  { "file", "data", GRADUS_FIELD_PATH, AT (file), 0, 0, "", TRUE, NULL,
    N_ ("The table to read, when the source is a file") },
  { "x1", "data", GRADUS_FIELD_TEXT, AT (x1), 0, 0, "", TRUE, NULL,
    N_ ("Column of the first feature: its name, or its number from 1 on; else it is found") },
  { "x2", "data", GRADUS_FIELD_TEXT, AT (x2), 0, 0, "", TRUE, NULL,
    N_ ("Column of the second feature: its name, or its number from 1 on; else it is found") },
  { "label", "data", GRADUS_FIELD_TEXT, AT (label), 0, 0, "", TRUE, NULL,
    N_ ("Column of the label: its name, or its number from 1 on; else it is found") },
  { "examples", "data", GRADUS_FIELD_INT, AT (examples), GRADUS_MIN_EXAMPLES, GRADUS_MAX_EXAMPLES,
    "400", FALSE, NULL, N_ ("How many examples a recipe makes") },
  { "noise", "data", GRADUS_FIELD_DOUBLE, AT (noise), 0, 1000, "", TRUE, NULL,
    N_ ("How far a recipe scatters its examples; each recipe has its own default") },
  { "data-seed", "data", GRADUS_FIELD_INT, AT (data_seed), 0, G_MAXUINT32, "1", FALSE, NULL,
    N_ ("Seed of the examples and of the choice of those held out") },
  { "held-out", "data", GRADUS_FIELD_DOUBLE, AT (held_out), 0, 0.9, "0", FALSE, NULL,
    N_ ("Fraction of the examples that is held out of training") },
  { "test-examples", "data", GRADUS_FIELD_INT, AT (test_examples), 0, GRADUS_MAX_EXAMPLES, "0",
    FALSE, NULL, N_ ("How many more examples a recipe makes, all of them held out of training") },
  { "test-seed", "data", GRADUS_FIELD_INT, AT (test_seed), 0, G_MAXUINT32, "", TRUE, NULL,
    N_ ("Seed of the test examples; data-seed + 1 where it is left out") },
  { "standardise", "data", GRADUS_FIELD_BOOL, AT (standardise), 0, 0, "false", FALSE, NULL,
    N_ ("Whether each feature is shifted and scaled to mean 0 and deviation 1") },
  { "hidden", "network", GRADUS_FIELD_HIDDEN, AT (hidden), 1, GRADUS_MAX_UNITS, "4", FALSE, NULL,
    N_ ("Units of each hidden layer; 0 is logistic regression") },
  { "activation", "network", GRADUS_FIELD_CHOICE, AT (activation), 0, 0, "tanh", FALSE,
    activation_names, N_ ("Activation g of the hidden units") },
  { "init", "initialisation", GRADUS_FIELD_CHOICE, AT (init), 0, 0, "normal", FALSE, init_names,
    N_ ("How the weights start") },
  { "init-scale", "initialisation", GRADUS_FIELD_DOUBLE, AT (init_scale), 0, 1000, "0.01", FALSE,
    NULL, N_ ("What normal weights are multiplied by, or what constant weights are") },
  { "bias-scale", "initialisation", GRADUS_FIELD_DOUBLE, AT (bias_scale), 0, 1000, "0", FALSE, NULL,
    N_ ("What normal biases are multiplied by; 0 starts every bias at 0") },
  { "seed", "initialisation", GRADUS_FIELD_INT, AT (seed), 0, G_MAXUINT32, "2", FALSE, NULL,
    N_ ("Seed of the weights, and of the order of mini-batches") },
  { "alpha", "descent", GRADUS_FIELD_DOUBLE, AT (alpha), 0, MAX_ALPHA, "1.2", FALSE, NULL,
    N_ ("Learning rate α") },
  { "alpha-schedule", "descent", GRADUS_FIELD_SCHEDULE, AT (alpha_schedule), 0, MAX_ALPHA, "", TRUE,
    NULL, N_ ("Other learning rates from some epochs on") },
  { "changes", "descent", GRADUS_FIELD_CHANGES, AT (changes), -MAX_CHANGE, MAX_CHANGE, "", TRUE,
    NULL, N_ ("Parameters that are set (=) or moved (+, -) by hand at some epochs") },
  { "batch", "descent", GRADUS_FIELD_INT, AT (batch), 0, GRADUS_MAX_EXAMPLES, "0", FALSE, NULL,
    N_ ("Examples in a mini-batch; 0 takes all of them for each step") },
  { "l2", "descent", GRADUS_FIELD_DOUBLE, AT (l2), 0, 1e6, "0", FALSE, NULL,
    N_ ("Penalty λ on large weights") },
  { "epochs", "descent", GRADUS_FIELD_INT, AT (epochs), 0, MAX_EPOCHS, "10000", TRUE, NULL,
    N_ ("Epochs to train; 0 trains nothing") },
  { "vary", "compare", GRADUS_FIELD_TEXT, AT (vary), 0, 0, "", TRUE, NULL,
    N_ ("The field that differs from run to run, such as init-scale") },
  { "values", "compare", GRADUS_FIELD_TEXT, AT (values), 0, 0, "", TRUE, NULL,
    N_ ("What it is in each run: 0;0.01;1, whole numbers also as a range 100..124") },
  { "across", "compare", GRADUS_FIELD_TEXT, AT (across), 0, 0, "", TRUE, NULL,
    N_ ("A second field, such as seed: with it there is a run for each two values, a table of "
        "them") },
  { "across-values", "compare", GRADUS_FIELD_TEXT, AT (across_values), 0, 0, "", TRUE, NULL,
    N_ ("What the second field is in each column, as with values") },
};

const GradusSpecField *
gradus_spec_fields (int *n_fields)
{
  if (n_fields != NULL)
    *n_fields = G_N_ELEMENTS (fields);
  return fields;
}

const GradusSpecField *
gradus_spec_field_find (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (strcmp (fields[i].name, name) == 0)
      return &fields[i];
  return NULL;
}

static char *
format_hidden (const GradusHidden *hidden)
{
  g_autoptr (GString) text = g_string_new (hidden->n == 0 ? "0" : NULL);

  for (int i = 0; i < hidden->n; i++)
    g_string_append_printf (text, "%s%d", i > 0 ? ";" : "", hidden->units[i]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
format_schedule (const GradusAlphaSchedule *schedule)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (int i = 0; i < schedule->n; i++)
    {
      g_autofree char *alpha = gradus_numeral_format (schedule->changes[i].alpha);

      g_string_append_printf (text, "%s%" G_GINT64_FORMAT ":%s", i > 0 ? ";" : "",
                              schedule->changes[i].epoch, alpha);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
format_changes (const GradusChanges *changes)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (int i = 0; i < changes->n; i++)
    {
      g_autofree char *change = gradus_change_to_text (&changes->changes[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? ";" : "", change);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
gradus_spec_field_get (const GradusSpecField *field, const GradusSpec *spec)
{
  const void *at;

  g_return_val_if_fail (field != NULL && spec != NULL, NULL);

  at = (const char *) spec + field->offset;
  switch (field->kind)
    {
    case GRADUS_FIELD_INT:
      if (field->optional && *(const gint64 *) at < 0)
        return g_strdup ("");
      return g_strdup_printf ("%" G_GINT64_FORMAT, *(const gint64 *) at);
    case GRADUS_FIELD_DOUBLE:
      return isnan (*(const double *) at) ? g_strdup ("")
                                          : gradus_numeral_format (*(const double *) at);
    case GRADUS_FIELD_BOOL:
      return g_strdup (*(const gboolean *) at ? "true" : "false");
    case GRADUS_FIELD_CHOICE:
      return g_strdup (field->choices[*(const int *) at]);
    case GRADUS_FIELD_HIDDEN:
      return format_hidden (at);
    case GRADUS_FIELD_SCHEDULE:
      return format_schedule (at);
    case GRADUS_FIELD_CHANGES:
      return format_changes (at);
    case GRADUS_FIELD_TEXT:
    case GRADUS_FIELD_PATH:
    default:
      return g_strdup (at);
    }
}

char *
gradus_spec_field_takes (const GradusSpecField *field)
{
  g_autofree char *min = NULL;
  g_autofree char *max = NULL;

  g_return_val_if_fail (field != NULL, NULL);

  min = gradus_numeral_format (field->min);
  max = gradus_numeral_format (field->max);
  switch (field->kind)
    {
    case GRADUS_FIELD_INT:
      return g_strdup_printf (field->optional ? _ ("nothing, or a whole number from %s to %s")
                                              : _ ("a whole number from %s to %s"),
                              min, max);
    case GRADUS_FIELD_DOUBLE:
      return g_strdup_printf (field->optional ? _ ("nothing, or a number from %s to %s")
                                              : _ ("a number from %s to %s"),
                              min, max);
    case GRADUS_FIELD_BOOL:
      return g_strdup (_ ("true or false"));
    case GRADUS_FIELD_CHOICE:
      {
        g_autofree char *words = g_strjoinv (", ", (char **) field->choices);

        return g_strdup_printf (_ ("one of %s"), words);
      }
    case GRADUS_FIELD_HIDDEN:
      return g_strdup_printf (_ ("0, or a list such as 8;4 of up to %d numbers from %s to %s"),
                              GRADUS_MAX_HIDDEN_LAYERS, min, max);
    case GRADUS_FIELD_SCHEDULE:
      return g_strdup_printf (_ ("a list of epoch:α such as 500:0.1;2000:0.01, epochs from 1 on "
                                 "and rising, α from %s to %s"),
                              min, max);
    case GRADUS_FIELD_CHANGES:
      return g_strdup_printf (_ ("a list such as 0:W1[1,2]=0.5;120:b2[1]+1e-6 of up to %d, epochs "
                                 "rising, numbers from %s to %s"),
                              GRADUS_MAX_CHANGES, min, max);
    case GRADUS_FIELD_PATH:
      return g_strdup_printf (_ ("a file name in UTF-8 of up to %d bytes"), (int) field->size - 1);
    case GRADUS_FIELD_TEXT:
    default:
      return g_strdup_printf (_ ("a text in UTF-8 of up to %d bytes"), (int) field->size - 1);
    }
}
