/* What the run has passed, as ticks with words along the upper edge of a plot over the epochs. */
#include "plot/landmark-marks.h"

#include <math.h>

#include "plot/landmark-words.h"

#define TICK 7.0
#define GAP 4.0 /* between a tick and the words beside it */

/* Beside the tick, where they have room. */
static void
draw_words (GradusInk *ink, const GradusRect *frame, double at, const char *words,
            GradusLandmarkRoom *room)
{
  double width = gradus_ink_measure (ink, GRADUS_FONT_SMALL, words);
  double left = gradus_landmark_place (room, at, width);

  if (isnan (left))
    return;
  gradus_ink_text (ink, GRADUS_FONT_SMALL, ink->theme->soft, left,
                   frame->y + TICK + gradus_font_drop (GRADUS_FONT_SMALL), 0, 0, words);
  room->low = left + width + GAP;
}

static GradusLandmarkRoom
find_room (const GradusFigure *figure, const GradusRect *frame, const GradusScale *x)
{
  GradusLandmarkRoom room = { .low = frame->x + GAP, .gap = GAP, .shown = NAN, .clear = 3 };

  if (figure->scene != NULL)
    room.shown = gradus_scale_map (x, (double) figure->scene->snapshot->row.epoch);
  return room;
}

/* A run's ticks alone, in its own row and colour: whose they are is more than what they are. */
static void
draw_row (GradusInk *ink, const GradusRect *frame, const GradusScale *x, int row,
          const GradusLandmarks *landmarks, GradusColor color)
{
  GradusLandmark list[GRADUS_N_LANDMARKS];
  int n = gradus_landmarks_list (landmarks, list);
  double y = frame->y + 1 + row * (TICK + 1);

  for (int i = 0; i < n; i++)
    {
      double at = gradus_scale_map (x, (double) gradus_landmarks_show (landmarks, list[i]));
      gradus_ink_line (ink, at, y, at, y + TICK, 2 * ink->theme->hairline, 0, color);
    }
}

void
gradus_landmark_marks_draw (const GradusFigure *figure, GradusInk *ink, const GradusRect *frame,
                            const GradusScale *x)
{
  GradusLandmark list[GRADUS_N_LANDMARKS];
  int n = figure->landmarks != NULL && figure->n_runs == 0
              ? gradus_landmarks_list (figure->landmarks, list)
              : 0;
  GradusLandmarkRoom room = find_room (figure, frame, x);

  for (int i = 0; i < figure->n_runs; i++)
    if (figure->runs[i].landmarks != NULL)
      draw_row (ink, frame, x, i, figure->runs[i].landmarks, ink->theme->runs[i]);
  for (int i = 0; i < n; i++)
    {
      gint64 epoch = gradus_landmarks_show (figure->landmarks, list[i]);
      double at = gradus_scale_map (x, (double) epoch);

      room.high = frame->x + frame->width;
      if (i + 1 < n)
        room.high =
            gradus_scale_map (x, (double) gradus_landmarks_show (figure->landmarks, list[i + 1]));
      gradus_ink_line (ink, at, frame->y, at, frame->y + TICK, 1.2 * ink->theme->hairline, 0,
                       ink->theme->soft);
      draw_words (ink, frame, at, gradus_landmark_name (figure->landmarks, list[i]), &room);
      room.low = fmax (room.low, at + GAP);
    }
}

/* Adds a line for each that was passed between two epochs, behind the name of the run if it has
 * one.
 */
static void
tell_those_of (GString *text, const GradusFigure *figure, const GradusLandmarks *landmarks,
               const char *name, gint64 first, gint64 last)
{
  GradusLandmark list[GRADUS_N_LANDMARKS];
  int n = landmarks != NULL ? gradus_landmarks_list (landmarks, list) : 0;

  for (int i = 0; i < n; i++)
    {
      gint64 epoch = gradus_landmarks_show (landmarks, list[i]);
      g_autofree char *sentence = gradus_landmark_sentence (landmarks, list[i]);

      if (epoch >= first && epoch <= last)
        g_string_append_printf (text, "\n%s%s%s", name != NULL ? name : "",
                                name != NULL ? ": " : "", sentence);
    }
}

char *
gradus_landmark_marks_tell (const GradusFigure *figure, gint64 first, gint64 last)
{
  GString *text = g_string_new (NULL);

  for (int i = 0; i < figure->n_runs; i++)
    tell_those_of (text, figure, figure->runs[i].landmarks, figure->runs[i].name, first, last);
  if (figure->n_runs == 0)
    tell_those_of (text, figure, figure->landmarks, NULL, first, last);
  return g_string_free (text, FALSE);
}
