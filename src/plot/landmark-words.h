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

/* "Epoch 55: left the plateau (cost under 0.99 ln 2)". decimal_point as for gradus_number_count ().
 * Returns: (transfer full). */
char *gradus_landmark_sentence (const GradusLandmarks *self, GradusLandmark landmark,
                                const char *decimal_point);
