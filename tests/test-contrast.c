/* What is said of runs that are compared: real runs for each rule. */
#include "plot/contrast.h"

#include <math.h>

#include "core/compare.h"
#include "picture.h"
#include "plot/run-name.h"

/* What differs, the other fields ("name=text name=text"), the epoch. */
static const struct
{
  GradusContrast contrast;
  const char *vary, *values, *fields;
  gint64 epoch;
  int run;
  const char *sentence;
} rows[] = {
  { GRADUS_CONTRAST_DIVERGED, "alpha", "0.1;1000", "activation=relu init-scale=1", 60, 1,
    "α = 1000 diverged at epoch 39; best: α = 0.1 at cost 0.6220." },
  /* 0.6931 and 50 % throughout at zeros, J = 0.334515 at epoch 100 of scale 1 (numerics) */
  { GRADUS_CONTRAST_REST, "init-scale", "0;0.01;1", "", 0, 0,
    "W = 0: every gradient is exactly 0, so nothing can move." },
  { GRADUS_CONTRAST_REST, "init-scale", "0;0.01;1", "", 100, 0,
    "W = 0: every gradient is exactly 0, so nothing can move. Accuracy stays at 50 %; best: "
    "randn × 1 at 87 %." },
  { GRADUS_CONTRAST_REST_WEIGHTS, "init-scale", "0;0.01", "held-out=0.1", 100, 0,
    "W = 0: every dW is 0, so nothing but b[2] can move. Accuracy stays at 51 %; best: "
    "randn × 0.01 at 53 %." },
  { GRADUS_CONTRAST_SYMMETRIC, "init", "constant;he", "init-scale=0.5", 500, 0,
    "constant: all 4 units are the same and will stay so, cost 0.6536; best: He at 0.2998." },
  { GRADUS_CONTRAST_BLOCKED, "init-scale", "0.01;1;100", "", 100, 2,
    "randn × 100 began 98 % saturated, which blocked 99 % of the error: cost 91.2299; best: "
    "randn × 1 at 0.3345." },
  { GRADUS_CONTRAST_OSCILLATES, "alpha", "1.2;12", "", 300, 1, NULL },
  { GRADUS_CONTRAST_PLATEAU, "init-scale", "1e-8;0.01", "", 60, 0,
    "randn × 1e-8: still on its plateau, cost 0.6931; best: randn × 0.01 at 0.6172." },
  { GRADUS_CONTRAST_READY, "seed", "1..3", "", 0, 0,
    "3 runs that differ in seed alone: train, and watch them part." },
  { GRADUS_CONTRAST_READY, "hidden", "2;4", "", 0, 0,
    "2 runs that differ in hidden units alone: train, and watch them part." },
  { GRADUS_CONTRAST_LEVEL, "init-scale", "0.01;0.0101", "", 3000, 0,
    "The runs are level: costs from 0.2339 to 0.2342, within 1 %." },
  { GRADUS_CONTRAST_AHEAD, "init-scale", "0.1;1", "", 50, 1,
    "Ahead: randn × 1 with cost 0.3599 and 87 % of the examples put right; last: randn × 0.1 at "
    "0.5050." },
};

static void
set_fields (GradusSpec *spec, const char *fields)
{
  g_auto (GStrv) items = g_strsplit (fields, " ", -1);

  for (int i = 0; items[i] != NULL; i++)
    {
      g_auto (GStrv) item = g_strsplit (items[i], "=", 2);
      g_assert_true (gradus_spec_set (spec, item[0], item[1], NULL));
    }
}

/* Of a run at its newest epoch. */
static void
init_facts (GradusFacts *facts, const GradusTrainer *trainer, GradusScene **made)
{
  g_autoptr (GradusSnapshot) snapshot = gradus_trainer_take_snapshot (trainer);
  const GradusAlbum *album = gradus_trainer_get_album (trainer);
  GradusSceneOrder order;

  gradus_trainer_order_scene (trainer, snapshot->row.epoch, &order);
  g_autoptr (GradusDiagnosis) start =
      gradus_diagnosis_new (gradus_album_find (album, 0)->network, order.training);
  order.snapshot = snapshot;
  order.start = start;
  order.resolution = 32;
  *made = gradus_scene_new (&order);
  *facts = gradus_facts_of (trainer, *made, ".");
}

static void
test_row (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  GradusContrastFacts facts = { 0 };
  GradusTrainer *trainers[GRADUS_MAX_COMPARED];
  GradusScene *scenes[GRADUS_MAX_COMPARED];
  GradusSpec spec, one;
  GradusContrast contrast;
  GradusView view;
  int run;

  run_spec (&spec, "vary", rows[row].vary, "values", rows[row].values, NULL);
  set_fields (&spec, rows[row].fields);
  facts.n = gradus_compare_count (&spec);
  for (int i = 0; i < facts.n; i++)
    {
      gradus_compare_pick (&spec, i, &one);
      trainers[i] = run_new (&one);
      gradus_trainer_run (trainers[i], rows[row].epoch + 1);
      init_facts (&facts.facts[i], trainers[i], &scenes[i]);
      facts.facts[i].spec = &spec;
      facts.names[i] = gradus_run_name (&spec, i, ".");
    }
  g_autofree char *sentence = gradus_contrast_tell (&facts, &contrast, &run, &view);
  g_test_message ("%s", sentence);
  g_assert_cmpint (contrast, ==, rows[row].contrast);
  g_assert_cmpint (run, ==, rows[row].run);
  if (rows[row].sentence != NULL)
    g_assert_cmpstr (sentence, ==, rows[row].sentence);
  for (int i = 0; i < facts.n; i++)
    {
      gradus_scene_unref (scenes[i]);
      gradus_trainer_free (trainers[i]);
      g_free ((char *) facts.names[i]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/contrast/%s-%s-at-%d", rows[i].vary,
                                               rows[i].values, (int) rows[i].epoch);
      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_row);
    }
  return g_test_run ();
}
