/* What is gathered along a run that has come to its end: λmax, and the parameters' paths. */
#include "core/along-run.h"

#include "core/curvature.h"

GradusTrack *
gradus_along_run_track (const GradusTrainer *trainer, gsize most)
{
  const GradusSpec *spec = gradus_trainer_get_spec (trainer);
  GradusDataset *training = gradus_trainer_get_training (trainer);
  g_autoptr (GradusSnapshot) last = gradus_trainer_take_snapshot (trainer);
  GradusTrack *track = g_new0 (GradusTrack, 1);

  for (GradusSnapshot *next = last; next != NULL && track->n < most;
       next = gradus_track_next (track, spec, gradus_trainer_get_album (trainer)))
    gradus_track_add (track, spec, next->row.epoch,
                      gradus_curvature_measure (next->network, training, spec->l2).value);
  return track;
}

GradusPaths *
gradus_along_run_paths (const GradusTrainer *trainer)
{
  GradusPaths *paths = gradus_paths_new (gradus_trainer_get_network (trainer));

  gradus_paths_follow (paths, gradus_trainer_get_album (trainer), G_MAXSIZE);
  return paths;
}
