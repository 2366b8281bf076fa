/* --explain: what is going on in a run, in one sentence. */
#include "cli/explain.h"

#include "core/curvature.h"
#include "plot/narrator.h"

/* Only numbers are told: a plane as coarse as can be. */
#define RESOLUTION 32

static GradusScene *
make_scene (const GradusTrainer *trainer)
{
  const GradusAlbum *album = gradus_trainer_get_album (trainer);
  g_autoptr (GradusSnapshot) snapshot = gradus_trainer_take_snapshot (trainer);
  GradusSceneOrder order;

  if (snapshot == NULL)
    return NULL;
  gradus_trainer_order_scene (trainer, snapshot->row.epoch, &order);
  g_autoptr (GradusDiagnosis) start =
      gradus_diagnosis_new (gradus_album_find (album, 0)->network, order.training);
  order.snapshot = snapshot;
  order.start = start;
  order.resolution = RESOLUTION;
  return gradus_scene_new (&order);
}

char *
gradus_explain (const GradusTrainer *trainer)
{
  g_autoptr (GradusScene) scene = make_scene (trainer);
  GradusFacts facts = gradus_facts_of (trainer, scene, ".");
  GradusTale tale = gradus_narrator_choose (&facts);

  if (scene != NULL && (tale == GRADUS_TALE_DIVERGED || tale == GRADUS_TALE_OSCILLATES))
    facts.sharpness =
        gradus_curvature_measure (scene->snapshot->network, scene->training, scene->l2).value;
  return gradus_narrator_tell (&facts, tale);
}
