/* Numbers written fast: the few signs they are made of are shaped once for a whole page of them. */
#pragma once

#include "plot/ink.h"
#include "plot/number.h"

#define GRADUS_NUMERALS 14

/* Lives as long as its ink. */
typedef struct
{
  GradusInk *ink;
  GradusFont face;
  struct
  {
    gunichar sign;
    PangoFont *font; /* NULL: not to be had as one glyph */
    PangoGlyph glyph;
    int width; /* Pango units */
  } signs[GRADUS_NUMERALS];
  PangoGlyphString *glyphs; /* room to work in */
} GradusNumerals;

void gradus_numerals_init (GradusNumerals *self, GradusInk *ink, GradusFont face);
void gradus_numerals_clear (GradusNumerals *self);

/* The number with its baseline at y and its right end at x. */
void gradus_numerals_draw (GradusNumerals *self, GradusColor color, double x, double y,
                           const GradusNumber *number);
