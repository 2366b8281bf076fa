/* Numbers of the run within a lesson's words: {cost}, {cost:6}, {alike[2]}, {accuracy@3}. */
#pragma once

#include "core/measure.h"

typedef struct
{
  GradusMeasureName name;
  int decimals; /* -1: as the program writes such a number */
} GradusPlaceholder;

/* The next one at or behind *text, which is moved behind its closing brace; *start is where its
 * opening brace is. {{ is a brace in the text and no placeholder.
 * Returns: FALSE where there is none left, or with GRADUS_ERROR_SPEC where one is wrong. */
gboolean gradus_placeholder_next (const char **text, const char **start,
                                  GradusPlaceholder *placeholder, GError **error);

/* Whether all are right, and what has to be known to fill them in (needs may be NULL). */
gboolean gradus_placeholders_check (const char *text, GradusMeasureNeeds *needs, GError **error);
