/* Stamps laid onto an image without cairo: many thousands of them within a frame. */
#pragma once

#include <cairo.h>
#include <glib.h>

/* A picture with the empty margins cut off. */
typedef struct
{
  int left, top;     /* of what is kept, within the picture */
  int width, height; /* pixels; 0 where all of it is empty */
  guint8 *ink;       /* (height, width, 4), premultiplied, as in cairo's ARGB32; never NULL */
  guint8 *keep;      /* the same shape: 255 - alpha for each byte */
} GradusStampInk;

/* Of an ARGB32 image. Free what it points to with gradus_stamp_ink_clear (). */
void gradus_stamp_ink_init (GradusStampInk *self, cairo_surface_t *picture);
void gradus_stamp_ink_clear (GradusStampInk *self);

/* Where stamps go: an ARGB32 image's own memory, flushed before and marked dirty behind. */
typedef struct
{
  guint8 *data;
  gsize stride; /* bytes */
  int width, height;
} GradusCanvas;

/* Lays the stamp over the canvas, the picture's left top corner at (x, y); what lies outside is cut
 * off. As cairo's operator "over", to within 1/255. |x|, |y| < 2^29. */
void gradus_canvas_stamp (const GradusCanvas *self, const GradusStampInk *stamp, int x, int y);
