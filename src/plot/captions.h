/* The words in and about a figure, in the user's language. */
#pragma once

#include <glib.h>

/* Plain words or Pango markup, borrowed from the message catalogue; numbers are set in by the
 * plots. */
typedef struct
{
  const char *boundary_title; /* "Decision boundary" */
  const char *cost_title;     /* "Cost J" */
  const char *units_title;    /* "Hidden units" */
  char decimal_point[8];      /* of the numbers on the plots: "." or the user's own */
} GradusCaptions;

/* Fills in the words of the current language. decimal_point NULL: a full stop. */
void gradus_captions_init (GradusCaptions *self, const char *decimal_point);
