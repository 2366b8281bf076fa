/* What a run has passed on its way, and at which epochs. */
#include "core/landmarks.h"

#include <math.h>

#include "core/kernel.h"

/* −Σ p_k ln p_k: J of an output that gives every example the classes' own shares, the least that
 * an answer can cost which does not look at the example. */
static double
find_constant_cost (const GradusDataset *training)
{
  const GradusKernel *kernel = gradus_kernel_choose ();
  double cost = 0;

  for (int k = 0; k < training->n_classes; k++)
    {
      double share = (double) gradus_dataset_count (training, k) / (double) training->m;
      double log_share = share;

      kernel->log (1, &log_share);
      if (share > 0)
        cost -= share * log_share;
    }
  return cost;
}

void
gradus_landmarks_init (GradusLandmarks *self, const GradusDataset *training)
{
  *self = (GradusLandmarks){ .constant_cost = find_constant_cost (training),
                             .is_balanced = TRUE,
                             .n_classes = training->n_classes,
                             .layer = -1,
                             .unit = -1,
                             .start = NAN,
                             .epoch = -1,
                             .cost = NAN,
                             .before = NAN };
  for (int i = 0; i < GRADUS_N_LANDMARKS; i++)
    self->epochs[i] = -1;
  for (int k = 1; k < training->n_classes; k++)
    if (gradus_dataset_count (training, k) != gradus_dataset_count (training, 0))
      self->is_balanced = FALSE;
}

static void
pass_if (GradusLandmarks *self, GradusLandmark landmark, gboolean is_so)
{
  if (is_so && self->epochs[landmark] < 0)
    self->epochs[landmark] = self->epoch;
}

void
gradus_landmarks_take (GradusLandmarks *self, const GradusRow *row)
{
  if (row->epoch > self->epoch)
    self->before = self->cost;
  else
    for (int i = 0; i < GRADUS_N_LANDMARKS; i++)
      if (self->epochs[i] >= row->epoch)
        self->epochs[i] = -1;
  self->epoch = row->epoch;
  self->cost = row->cost;
  if (row->epoch == 0)
    self->start = row->cost;

  pass_if (self, GRADUS_LANDMARK_PLATEAU, row->cost < GRADUS_PLATEAU * self->constant_cost);
  pass_if (self, GRADUS_LANDMARK_ACCURATE, row->accuracy > GRADUS_ACCURATE);
  /* FALSE where there is no epoch before. */
  pass_if (self, GRADUS_LANDMARK_RISE, row->cost - self->before > GRADUS_RISE * self->before);
}

int
gradus_landmarks_list (const GradusLandmarks *self, GradusLandmark list[GRADUS_N_LANDMARKS])
{
  int n = 0;

  for (int i = 0; i < GRADUS_N_LANDMARKS; i++)
    {
      int place = n;

      if (self->epochs[i] < 0)
        continue;
      for (; place > 0 && self->epochs[list[place - 1]] > self->epochs[i]; place--)
        list[place] = list[place - 1];
      list[place] = (GradusLandmark) i;
      n++;
    }
  return n;
}

gint64
gradus_landmarks_show (const GradusLandmarks *self, GradusLandmark landmark)
{
  return MIN (self->epochs[landmark], MAX (self->epoch, 0));
}

gint64
gradus_landmarks_find (const GradusLandmarks *self, gint64 epoch, int direction)
{
  gint64 nearest = -1;

  for (int i = 0; i < GRADUS_N_LANDMARKS; i++)
    {
      gint64 shown = gradus_landmarks_show (self, (GradusLandmark) i);

      if (self->epochs[i] < 0 || (direction < 0 ? shown >= epoch : shown <= epoch))
        continue;
      if (nearest < 0 || (direction < 0 ? shown > nearest : shown < nearest))
        nearest = shown;
    }
  return nearest;
}

gboolean
gradus_landmarks_began_on_plateau (const GradusLandmarks *self)
{
  return fabs (self->start - self->constant_cost) <= (1 - GRADUS_PLATEAU) * self->constant_cost;
}
