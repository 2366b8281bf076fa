/* Times the training of the flower: epochs EXAMPLES HIDDEN_UNITS THREADS EPOCHS prints the seconds
 * that so many epochs took and the cost of the last of them. */
#include <stdlib.h>

#include "core/recipes.h"
#include "core/spec-fields.h"
#include "core/trainer.h"

int
main (int argc, char **argv)
{
  GradusSpec spec;
  g_autoptr (GError) error = NULL;
  g_autoptr (GradusDataset) dataset = NULL;
  g_autoptr (GradusTrainer) trainer = NULL;
  gint64 start, n_epochs;

  if (argc != 5)
    {
      g_printerr ("usage: epochs EXAMPLES HIDDEN_UNITS THREADS EPOCHS\n");
      return 1;
    }
  gradus_spec_init (&spec);
  n_epochs = g_ascii_strtoll (argv[4], NULL, 10);
  if (!gradus_spec_set (&spec, "examples", argv[1], &error)
      || !gradus_spec_set (&spec, "hidden", argv[2], &error)
      || !gradus_spec_set (&spec, "epochs", "", &error))
    {
      g_printerr ("epochs: %s\n", error->message);
      return 1;
    }
  dataset = gradus_recipe_make (&spec);
  trainer = gradus_trainer_new (&spec, dataset, &error);
  g_assert_no_error (error);
  gradus_trainer_set_threads (trainer, atoi (argv[3]));

  start = g_get_monotonic_time ();
  gradus_trainer_run (trainer, n_epochs);
  g_print ("%.6f ", (double) (g_get_monotonic_time () - start) * 1e-6);
  g_print ("%.17g\n", gradus_trainer_get_history (trainer)->last.cost);
  return 0;
}
