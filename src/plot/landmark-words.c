/* What a run has passed, in words: the same on the plot, on the slider and on the command line. */
#include "plot/landmark-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "plot/number.h"

const char *
gradus_landmark_name (const GradusLandmarks *self, GradusLandmark landmark)
{
  static const char *const names[GRADUS_N_LANDMARKS] = {
    [GRADUS_LANDMARK_PLATEAU] = N_ ("plateau left"),
    [GRADUS_LANDMARK_SATURATED] = N_ ("half saturated"),
    [GRADUS_LANDMARK_ACCURATE] = N_ ("over 90 %"),
    [GRADUS_LANDMARK_RISE] = N_ ("cost rises"),
    [GRADUS_LANDMARK_DIVERGED] = N_ ("diverged"),
  };

  if (landmark == GRADUS_LANDMARK_PLATEAU && !gradus_landmarks_began_on_plateau (self))
    return _ ("under chance");
  return _ (names[landmark]);
}

static char *
tell_plateau (const GradusLandmarks *self)
{
  g_autofree char *level = self->is_balanced
                               ? g_strdup_printf (_ ("cost under 0.99 ln %d"), self->n_classes)
                               : g_strdup (_ ("cost under 99 % of the best constant answer’s"));

  return gradus_landmarks_began_on_plateau (self)
             ? g_strdup_printf (_ ("left the plateau (%s)"), level)
             : g_steal_pointer (&level);
}

static char *
tell_saturated (const GradusLandmarks *self)
{
  if (self->is_deep)
    return g_strdup_printf (_ ("unit %d of layer %d is saturated on over half of the examples"),
                            self->unit + 1, self->layer);
  return g_strdup_printf (_ ("unit %d is saturated on over half of the examples"), self->unit + 1);
}

char *
gradus_landmark_phrase (const GradusLandmarks *self, GradusLandmark landmark)
{
  switch (landmark)
    {
    case GRADUS_LANDMARK_PLATEAU:
      return tell_plateau (self);
    case GRADUS_LANDMARK_SATURATED:
      return tell_saturated (self);
    case GRADUS_LANDMARK_ACCURATE:
      return g_strdup (_ ("the accuracy is over 90 % for the first time"));
    case GRADUS_LANDMARK_RISE:
      return g_strdup (_ ("the cost rises for the first time"));
    case GRADUS_LANDMARK_DIVERGED:
      return g_strdup (_ ("diverged: the cost or a parameter is no longer a finite number"));
    case GRADUS_N_LANDMARKS:
    default:
      g_return_val_if_reached (NULL);
    }
}

char *
gradus_landmark_sentence (const GradusLandmarks *self, GradusLandmark landmark)
{
  GradusNumber epoch = gradus_number_count (self->epochs[landmark]);
  g_autofree char *phrase = gradus_landmark_phrase (self, landmark);

  return g_strdup_printf (_ ("Epoch %s: %s"), epoch.text, phrase);
}

static gboolean
is_clear (const GradusLandmarkRoom *room, double left, double width)
{
  return isnan (room->shown) || left > room->shown + room->clear
         || left + width < room->shown - room->clear;
}

double
gradus_landmark_place (const GradusLandmarkRoom *room, double at, double width)
{
  double behind = at + room->gap, before = at - room->gap - width;

  if (behind >= room->low && behind + width + room->gap <= room->high
      && is_clear (room, behind, width))
    return behind;
  return before >= room->low && is_clear (room, before, width) ? before : NAN;
}
