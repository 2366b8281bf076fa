/* What every plot draws with: lines, boxes and words of a theme on a cairo context. */
#pragma once

#include <pango/pangocairo.h>

#include "plot/captions.h"
#include "plot/lettering.h"
#include "plot/scale.h"
#include "plot/theme.h"

typedef struct
{
  double x, y, width, height; /* CSS pixels */
} GradusRect;

typedef enum
{
  GRADUS_FONT_TITLE, /* bold, over a plot */
  GRADUS_FONT_BODY,
  GRADUS_FONT_STRONG, /* bold, the size of a note */
  GRADUS_FONT_NOTE,   /* ticks and what stands beside a title */
  GRADUS_FONT_SMALL,  /* inside of tiles */
  GRADUS_N_FONTS
} GradusFont;

/* Lives for one draw; borrows all but the fonts. */
typedef struct
{
  cairo_t *cr;
  const GradusTheme *theme;
  const GradusCaptions *captions;
  PangoFontDescription *fonts[GRADUS_N_FONTS];
  gboolean is_large; /* to be read from afar */
} GradusInk;

/* Saves the state of cr and sets its own, so that nothing of the caller's state shows. */
void gradus_ink_init (GradusInk *self, cairo_t *cr, const GradusTheme *theme,
                      const GradusCaptions *captions);
void gradus_ink_clear (GradusInk *self);

/* Everything from now on comes out so many times as large. Beyond 1 indices are as large as the
 * smallest letters: who sits far away is to read them too. */
void gradus_ink_set_type (GradusInk *self, double type);

/* Size of the font's letters, CSS pixels. */
double gradus_font_size (GradusFont font);

/* Height of a line of the font, and how far below the middle of its figures the baseline is. */
double gradus_font_height (GradusFont font);
double gradus_font_drop (GradusFont font);

void gradus_ink_color (GradusInk *self, GradusColor color, double alpha);
void gradus_ink_fill (GradusInk *self, const GradusRect *rect, GradusColor color);

/* How many pixels of an image there are to a CSS pixel. Returns: 0 where the ink does not go to an
 * image, or where the rectangle (or NULL) does not begin and end with whole pixels of it. */
double gradus_ink_pixels (GradusInk *self, const GradusRect *rect);

/* Grows the rectangle until it begins and ends with whole pixels. hint: pixels to a CSS pixel where
 * the ink goes to a recording, which cannot tell; 0: one. Returns: how many there are; 0 where the
 * ink goes to neither an image nor a recording, and then the rectangle stays as it is. */
double gradus_ink_grow_to_pixels (GradusInk *self, GradusRect *rect, double hint);

/* The path of a rectangle with round corners. */
void gradus_ink_round_path (GradusInk *self, const GradusRect *rect, double radius);

/* Paints over what lies outside of the round corners of a rectangle; cheaper than to clip by them.
 */
void gradus_ink_trim_corners (GradusInk *self, const GradusRect *rect, double radius,
                              GradusColor color);

/* A hairline just inside of the rectangle's edge. */
void gradus_ink_outline (GradusInk *self, const GradusRect *rect, double radius, GradusColor color);

/* The image laid over the rectangle, whatever size it was made for. */
void gradus_ink_image (GradusInk *self, cairo_surface_t *image, const GradusRect *rect);

/* A straight line; dash 0 draws it through. */
void gradus_ink_line (GradusInk *self, double x0, double y0, double x1, double y1, double width,
                      double dash, GradusColor color);

/* The words as they will be drawn, see gradus_lettering_lay_out (). (transfer none) */
const GradusWords *gradus_ink_lay_out (const GradusInk *self, GradusFont font, double room,
                                       const char *words, gboolean is_markup);

/* Width that the words take. */
double gradus_ink_measure (GradusInk *self, GradusFont font, const char *text);

/* The same for Pango markup. */
double gradus_ink_measure_markup (GradusInk *self, GradusFont font, const char *markup);

/* Words with their baseline at y; align 0 begins, 0.5 centres, 1 ends them at x. Where room is
 * positive, words that are wider end in an ellipsis. Returns: the width they took. */
double gradus_ink_text (GradusInk *self, GradusFont font, GradusColor color, double x, double y,
                        double align, double room, const char *text);

/* The same for Pango markup. */
double gradus_ink_markup (GradusInk *self, GradusFont font, GradusColor color, double x, double y,
                          double align, double room, const char *markup);

/* Words around the middle (x, y), turned to be read from below to above. */
void gradus_ink_upright (GradusInk *self, GradusFont font, GradusColor color, double x, double y,
                         double room, const char *markup);

/* A note in a rounded box whose left end is x and whose middle is y. Returns: the box's width. */
double gradus_ink_chip (GradusInk *self, double x, double y, GradusColor color, const char *text);

/* The same on another ground than the theme's. */
double gradus_ink_chip_on (GradusInk *self, double x, double y, GradusColor color,
                           GradusColor ground, const char *text);

/* Ticks whose labels do not touch, as many as there is room for: labels below (horizontal) or
 * beside the axis, and within first … last pixels along it. */
void gradus_ink_fit_ticks (GradusInk *self, GradusFont font, const GradusScale *scale,
                           gboolean horizontal, double first, double last, GradusTicks *ticks);

/* Draws them: short strokes outside of the frame, numbers beyond. */
void gradus_ink_x_ticks (GradusInk *self, GradusFont font, const GradusTicks *ticks, double y);
void gradus_ink_y_ticks (GradusInk *self, GradusFont font, const GradusTicks *ticks, double x);

/* Begins an index that a <span> ends. Not <sup>: what Pango cuts off there leaves it with a scale
 * it warns of. */
#define GRADUS_INK_RAISED "<span size=\"smaller\" rise=\"3600\">"

/* The markup with its indices as large as they are drawn: with large type they can be read from as
 * far as the rest. Returns: (transfer full). */
char *gradus_ink_enlarge_indices (const GradusInk *self, GradusFont font, const char *markup);

/* What a string becomes within markup; "x1" and its like become an italic x with a subscript.
 * Returns: (transfer full). */
char *gradus_ink_name_markup (const char *name);

static inline gboolean
gradus_rect_contains (const GradusRect *rect, double x, double y)
{
  return x >= rect->x && x <= rect->x + rect->width && y >= rect->y && y <= rect->y + rect->height;
}

static inline gboolean
gradus_rect_is_empty (const GradusRect *rect)
{
  return !(rect->width > 0 && rect->height > 0);
}
