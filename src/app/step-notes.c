/* What the panel of one step says: of the step that came, and of the gradient's check. */
#include "app/step-notes.h"

#include <glib/gi18n-lib.h>

#include "app/numbers.h"

#define TICK "✓"
#define CROSS "✗"
#define NO_BREAK "\xc2\xa0"

static char *
tell_batches (const GradusStep *predicted, const char *epoch, const char *far)
{
  gint64 m = (gint64) predicted->m;
  gint64 n = (m + predicted->batch - 1) / predicted->batch;
  g_autofree char *updates = gradus_count_to_text (n);
  g_autofree char *batch = gradus_count_to_text (predicted->batch);

  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE,
                   "Epoch %s came by %s update on a batch of %s: up to %s away from this one step "
                   "over all examples.",
                   "Epoch %s came by %s updates on batches of %s: up to %s away from this one step "
                   "over all examples.",
                   (gulong) n),
      epoch, updates, batch, far);
}

char *
gradus_step_note_verdict (const GradusStep *predicted, const GradusTrainer *trainer)
{
  g_autoptr (GradusSnapshot) snapshot = gradus_trainer_take_snapshot (trainer);
  const GradusSpec *spec = gradus_trainer_get_spec (trainer);
  double alpha = gradus_spec_alpha_at (spec, predicted->snapshot->row.epoch), far = 0;
  gsize n_apart = gradus_step_compare (predicted, snapshot->network, &far);
  g_autofree char *epoch = gradus_count_to_text (snapshot->row.epoch);
  g_autofree char *n = gradus_count_to_text ((gint64) snapshot->network->n_parameters);
  g_autofree char *apart = gradus_count_to_text ((gint64) n_apart);
  g_autofree char *far_text = gradus_number_to_scientific (far);

  if (n_apart == 0)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE,
                     "✓ The predicted W came: epoch %s has the %s parameter, to the last bit.",
                     "✓ The predicted W came: epoch %s has all %s parameters, to the last bit.",
                     (gulong) snapshot->network->n_parameters),
        epoch, n);
  if (predicted->batch > 0)
    return tell_batches (predicted, epoch, far_text);
  if (alpha != predicted->alpha)
    {
      g_autofree char *alpha_text = gradus_number_to_shortest (alpha);
      return g_strdup_printf (_ ("The predicted W did not come, as epoch %s was made with "
                                 "α = %s: up to %s away."),
                              epoch, alpha_text, far_text);
    }
  return g_strdup_printf (_ ("✗ The predicted W did not come: in epoch %s %s of %s parameters "
                             "differ, by up to %s."),
                          epoch, apart, n, far_text);
}

/* " · dW[1] 3.1e−12 ✓" */
static void
append_matrix (GString *note, const char *name, int l, double difference)
{
  g_autofree char *number =
      difference == 0 ? g_strdup ("0") : gradus_number_to_scientific (difference);

  g_string_append_printf (note, "%s<i>%s</i><sup>[%d]</sup>" NO_BREAK "%s" NO_BREAK "%s",
                          g_str_has_suffix (note->str, "\n") ? "" : "   ", name, l, number,
                          difference <= GRADUS_GRADIENT_CHECK_LIMIT ? TICK : CROSS);
}

/* What was compared, where that is not all. */
static void
append_parts (GString *note, const GradusGradientCheck *check, const GradusNetwork *network)
{
  g_autofree char *n = gradus_count_to_text ((gint64) check->n_parameters);
  g_autofree char *all = gradus_count_to_text ((gint64) network->n_parameters);
  g_autofree char *m = gradus_count_to_text ((gint64) check->n_examples);
  g_autofree char *left_out = gradus_count_to_text ((gint64) check->n_left_out);

  if (check->n_parameters < network->n_parameters)
    g_string_append_printf (note, _ ("\nCompared: %s of %s parameters, on %s examples."), n, all,
                            m);
  else
    g_string_append_printf (
        note,
        g_dngettext (GETTEXT_PACKAGE, "\nCompared: all parameters, on %s example.",
                     "\nCompared: all parameters, on %s examples.", (gulong) check->n_examples),
        m);
  if (check->n_left_out > 0)
    g_string_append_printf (note,
                            g_dngettext (GETTEXT_PACKAGE, " %s sits on a kink and is left out.",
                                         " %s sit on a kink and are left out.",
                                         (gulong) check->n_left_out),
                            left_out);
}

char *
gradus_step_note_check (const GradusGradientCheck *check, const GradusSnapshot *snapshot)
{
  gboolean passed = check->largest <= GRADUS_GRADIENT_CHECK_LIMIT;
  g_autofree char *epoch = gradus_count_to_text (snapshot->row.epoch);
  g_autofree char *largest =
      check->largest == 0 ? g_strdup ("0") : gradus_number_to_scientific (check->largest);
  GString *note = g_string_new (NULL);

  if (check->n_examples == 0)
    g_string_append_printf (
        note, _ ("Gradient check of epoch %s: nothing to compare, every example sits on a kink."),
        epoch);
  else
    {
      g_string_append_printf (note,
                              passed ? _ ("✓ Gradient check of epoch %s: passed. The largest "
                                          "relative difference is %s, at most 1e−7 is "
                                          "right.\n")
                                     : _ ("✗ Gradient check of epoch %s: not passed. The "
                                          "largest relative difference is %s, at most 1e−7 "
                                          "is right.\n"),
                              epoch, largest);
      for (int l = 1; l <= check->n_layers; l++)
        {
          append_matrix (note, "dW", l, check->dw[l - 1]);
          append_matrix (note, "db", l, check->db[l - 1]);
        }
      append_parts (note, check, snapshot->network);
    }
  return g_string_free (note, FALSE);
}
