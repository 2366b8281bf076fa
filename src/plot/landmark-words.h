/* What a run has passed, in words: the same on the plot, on the slider and on the command line. */
#pragma once

#include "core/landmarks.h"

/* A word or two: "plateau left", "cost rises". For a mark with little room; no more than the phrase
 * says. */
const char *gradus_landmark_name (const GradusLandmarks *self, GradusLandmark landmark);

/* What has happened, to stand behind the epoch's number: "left the plateau (cost under 0.99 ln 2)".
 * A run that did not begin on the plateau has not left it, and is not said to. The landmark has
 * been passed. Returns: (transfer full). */
char *gradus_landmark_phrase (const GradusLandmarks *self, GradusLandmark landmark);

/* "Epoch 55: left the plateau (cost under 0.99 ln 2)".
 * Returns: (transfer full). */
char *gradus_landmark_sentence (const GradusLandmarks *self, GradusLandmark landmark);

/* Room for the words beside a mark on an axis of epochs, all in one direction and unit. */
typedef struct
{
  double low, high; /* what is free */
  double gap;       /* between the mark, the words, and the next mark at high */
  double shown;     /* the epoch on screen, whose line or knob the words give way to; or NAN */
  double clear;     /* how far from it they stay */
} GradusLandmarkRoom;

/* Where words of that width begin: behind the mark, else before it; NAN where neither is free. */
double gradus_landmark_place (const GradusLandmarkRoom *room, double at, double width);
