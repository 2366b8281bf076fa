/* The part of a session that compares: runs in step beside the one on screen, and their scenes. */
#include "app/session-private.h"

static gboolean
is_run_over (const GradusRun *run)
{
  GradusTrainerStatus status = gradus_trainer_get_status (run->trainer);

  return status == GRADUS_TRAINER_FINISHED || status == GRADUS_TRAINER_DIVERGED;
}

static GradusBeside *
get_beside (const GradusSession *self, int i)
{
  return g_ptr_array_index (self->beside, i);
}

/* Run i of all: 0 is the one on screen. */
static GradusRun *
get_run (const GradusSession *self, guint i)
{
  return i == 0 ? self->run : get_beside (self, (int) i - 1)->run;
}

static void
painted_cb (GradusScene *scene, const GradusSceneOrder *order, gpointer data)
{
  GradusBeside *beside = data;
  g_autoptr (GradusSession) self = g_object_ref (beside->session);

  if (scene != NULL)
    {
      g_clear_pointer (&beside->scene, gradus_scene_unref);
      beside->scene = scene;
      gradus_session_emit (self, GRADUS_SESSION_SCENE_CHANGED, NULL);
    }
  if (!self->training || self->pinned != NULL)
    gradus_session_want_scenes_beside (self);
}

static void
beside_free (gpointer data)
{
  GradusBeside *self = data;

  gradus_painter_free (self->painter);
  g_clear_pointer (&self->scene, gradus_scene_unref);
  gradus_run_free (self->run);
  g_free (self);
}

void
gradus_session_take_others (GradusSession *self)
{
  g_autoptr (GPtrArray) others = g_steal_pointer (&self->run->others);

  g_clear_pointer (&self->beside, g_ptr_array_unref);
  self->beside = g_ptr_array_new_with_free_func (beside_free);
  while (others != NULL && others->len > 0)
    {
      GradusBeside *beside = g_new0 (GradusBeside, 1);
      beside->session = self;
      beside->run = g_ptr_array_steal_index (others, 0);
      beside->painter = gradus_painter_new (painted_cb, beside);
      beside->scene = beside->run->scene != NULL ? gradus_scene_ref (beside->run->scene) : NULL;
      g_ptr_array_add (self->beside, beside);
    }
}

/* The run that is furthest behind of those that may still go on; NULL where none is behind goal. */
static GradusRun *
find_last (const GradusSession *self, gint64 goal)
{
  GradusRun *last = NULL;

  for (guint i = 0; i <= self->beside->len; i++)
    {
      GradusRun *run = get_run (self, i);
      gint64 epoch = gradus_run_get_epoch (run);
      if (!is_run_over (run) && epoch < goal
          && (last == NULL || epoch < gradus_run_get_epoch (last)))
        last = run;
    }
  return last;
}

gint64
gradus_session_get_epoch (GradusSession *self)
{
  gint64 epoch = 0;

  for (guint i = 0; self->run != NULL && i <= self->beside->len; i++)
    epoch = MAX (epoch, gradus_run_get_epoch (get_run (self, i)));
  return epoch;
}

gint64
gradus_session_work (GradusSession *self, gint64 n_epochs, gint64 deadline)
{
  gint64 first = gradus_session_get_epoch (self);
  gint64 goal = n_epochs < G_MAXINT64 - first ? first + n_epochs : G_MAXINT64;
  GradusRun *run;

  if (self->beside->len == 0)
    return gradus_run_work (self->run, n_epochs, deadline);
  for (guint i = 0; i <= self->beside->len; i++)
    gradus_run_work (get_run (self, i), 0, deadline); /* what is unsettled */
  while (g_get_monotonic_time () < deadline && (run = find_last (self, goal)) != NULL)
    gradus_run_work (run, 1, deadline);
  return gradus_session_get_epoch (self) - first;
}

gboolean
gradus_session_is_uneven (const GradusSession *self)
{
  gint64 epoch = gradus_session_get_epoch ((GradusSession *) self);

  for (guint i = 0; i <= self->beside->len; i++)
    if (gradus_run_is_unsettled (get_run (self, i)))
      return TRUE;
  return self->beside->len > 0 && find_last (self, epoch) != NULL;
}

gboolean
gradus_session_is_over (const GradusSession *self)
{
  for (guint i = 0; i <= self->beside->len; i++)
    if (!is_run_over (get_run (self, i)))
      return FALSE;
  return TRUE;
}

void
gradus_session_set_alpha_beside (GradusSession *self, double alpha)
{
  for (guint i = 0; i < self->beside->len; i++)
    gradus_run_set_alpha (get_beside (self, (int) i)->run,
                          alpha); /* one that is over keeps its own */
}

void
gradus_session_set_epochs_beside (GradusSession *self, gint64 epochs)
{
  for (guint i = 0; i < self->beside->len; i++)
    {
      GradusRun *run = get_beside (self, (int) i)->run;
      run->spec.epochs = epochs;
      gradus_trainer_set_epochs (run->trainer, epochs);
    }
}

void
gradus_session_want_scenes_beside (GradusSession *self)
{
  for (guint i = 0; i < self->beside->len; i++)
    {
      GradusBeside *beside = get_beside (self, (int) i);
      const GradusTrainer *trainer = beside->run->trainer;
      GradusSceneOrder order;

      if (!gradus_painter_is_free (beside->painter))
        continue;
      GradusSnapshot *kept =
          self->pinned != NULL
              ? gradus_album_find (gradus_trainer_get_album (trainer), self->pinned->row.epoch)
              : NULL;
      g_autoptr (GradusSnapshot) snapshot =
          kept != NULL ? gradus_snapshot_ref (kept) : gradus_trainer_take_snapshot (trainer);
      if (snapshot == NULL)
        continue;
      gradus_session_order_scene (self, beside->run, snapshot, &order);
      gradus_session_paint (self, beside->painter, beside->scene, &order);
    }
}

int
gradus_session_count_runs (GradusSession *self)
{
  g_return_val_if_fail (GRADUS_IS_SESSION (self), 0);

  return self->run != NULL ? (int) self->beside->len + 1 : 0;
}

int
gradus_session_get_place (GradusSession *self)
{
  g_return_val_if_fail (GRADUS_IS_SESSION (self), 0);

  return self->run != NULL ? self->run->place : 0;
}

const GradusTrainer *
gradus_session_get_compared (GradusSession *self, int place, GradusScene **scene)
{
  g_return_val_if_fail (GRADUS_IS_SESSION (self), NULL);
  g_return_val_if_fail (place >= 0 && place < gradus_session_count_runs (self), NULL);

  if (place == self->run->place)
    {
      *scene = self->scene;
      return self->run->trainer;
    }
  const GradusBeside *beside = get_beside (self, place < self->run->place ? place : place - 1);
  *scene = beside->scene;
  return beside->run->trainer;
}

const GradusLandmarks *
gradus_session_get_compared_landmarks (GradusSession *self, int place)
{
  g_return_val_if_fail (GRADUS_IS_SESSION (self), NULL);
  g_return_val_if_fail (place >= 0 && place < gradus_session_count_runs (self), NULL);

  if (place == self->run->place)
    return gradus_run_get_landmarks (self->run);
  return gradus_run_get_landmarks (
      get_beside (self, place < self->run->place ? place : place - 1)->run);
}

GradusDataset *
gradus_session_get_compared_data (GradusSession *self, int place)
{
  g_return_val_if_fail (GRADUS_IS_SESSION (self), NULL);
  g_return_val_if_fail (place >= 0 && place < gradus_session_count_runs (self), NULL);

  if (place == self->run->place)
    return self->run->data;
  return get_beside (self, place < self->run->place ? place : place - 1)->run->data;
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const GradusBeside *first = *(GradusBeside *const *) a, *second = *(GradusBeside *const *) b;

  return first->run->place - second->run->place;
}

void
gradus_session_select (GradusSession *self, int place)
{
  g_return_if_fail (GRADUS_IS_SESSION (self));
  if (place < 0 || place >= gradus_session_count_runs (self) || place == self->run->place)
    return;

  GradusBeside *beside = get_beside (self, place < self->run->place ? place : place - 1);
  GradusRun *run = self->run;
  GradusScene *scene = self->scene;
  gradus_painter_forget (self->painter);
  gradus_painter_forget (beside->painter);
  self->run = beside->run;
  self->scene = beside->scene;
  beside->run = run;
  beside->scene = scene;
  g_ptr_array_sort (self->beside, compare_places);
  gradus_session_show_selected (self);
}
