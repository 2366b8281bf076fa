/* Words laid out, and kept: a picture says mostly what it said a frame before. */
#pragma once

#include <pango/pangocairo.h>

/* A line of words as it will be drawn, in CSS pixels. */
typedef struct
{
  PangoLayout *layout;
  double x, width; /* of its place in the layout: words that are read from the right begin at the
                      right end of the room */
  double baseline; /* below the layout's upper edge */
} GradusWords;

/* The context that all words are laid out in (transfer none): hints are off, and neither the
 * surface nor its scale is asked, so that an image, a recording and a page are laid out alike. */
PangoContext *gradus_lettering_get_context (void);

/* Where room (CSS pixels) is positive, words that are wider end in an ellipsis. font: of the family
 * that all are; size and weight tell it from others. Returns: (transfer none), to be read and drawn
 * only, until the next call in this thread. */
const GradusWords *gradus_lettering_lay_out (const PangoFontDescription *font, double room,
                                             const char *words, gboolean is_markup);
