/* Stamps laid onto an image: source over destination, byte by byte, in loops that the compiler
 * makes vectors of. */
#include "plot/blit.h"

#define BYTES 4 /* a pixel */

/* Rows are padded to whole vectors of 16 bytes; the padding is empty and changes nothing. */
#define PIXELS_A_VECTOR 4

static const guint32 *
row_of (cairo_surface_t *picture, int y)
{
  const guint8 *data = cairo_image_surface_get_data (picture);

  data += (gsize) y * (gsize) cairo_image_surface_get_stride (picture);
  return (const guint32 *) (gconstpointer) data;
}

/* The rectangle outside of which there is no ink. */
static void
find_ink (GradusStampInk *self, cairo_surface_t *picture)
{
  int width = cairo_image_surface_get_width (picture);
  int height = cairo_image_surface_get_height (picture);
  int x0 = width, x1 = 0, y0 = height, y1 = 0;

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      if (row_of (picture, y)[x] != 0)
        {
          x0 = MIN (x0, x);
          x1 = MAX (x1, x + 1);
          y0 = MIN (y0, y);
          y1 = MAX (y1, y + 1);
        }
  self->left = x0;
  self->top = y0;
  self->width = x1 > x0 ? (x1 - x0 + PIXELS_A_VECTOR - 1) / PIXELS_A_VECTOR * PIXELS_A_VECTOR : 0;
  self->height = MAX (0, y1 - y0);
}

void
gradus_stamp_ink_init (GradusStampInk *self, cairo_surface_t *picture)
{
  cairo_surface_flush (picture);
  find_ink (self, picture);
  gsize n = (gsize) self->width * (gsize) self->height * BYTES;
  self->ink = g_malloc0 (MAX (2 * n, 1)); /* not NULL where it is empty */
  self->keep = self->ink + n;
  guint32 *ink = (guint32 *) (gpointer) self->ink, *keep = (guint32 *) (gpointer) self->keep;
  int there = cairo_image_surface_get_width (picture) - self->left;

  for (int y = 0; y < self->height; y++)
    for (int x = 0; x < self->width; x++, ink++, keep++)
      {
        *ink = x < there ? row_of (picture, self->top + y)[self->left + x] : 0;
        *keep = (255 - (*ink >> 24)) * 0x01010101u;
      }
}

void
gradus_stamp_ink_clear (GradusStampInk *self)
{
  g_clear_pointer (&self->ink, g_free);
  self->keep = NULL;
}

/* ink + there · keep / 255, rounded to nearest. */
static inline guint8
lay_over (guint8 there, guint8 ink, guint8 keep)
{
  guint16 product = (guint16) (there * keep + 128);

  return (guint8) (ink + ((product + (product >> 8)) >> 8));
}

/* 16 bytes at a time: a number that the compiler knows, and so one vector's work. */
static inline void
lay_vectors (guint8 *restrict there, const guint8 *restrict ink, const guint8 *restrict keep,
             gsize n_vectors)
{
  for (; n_vectors > 0; n_vectors--, there += 16, ink += 16, keep += 16)
    for (int i = 0; i < 16; i++)
      there[i] = lay_over (there[i], ink[i], keep[i]);
}

static void
stamp_part (const GradusCanvas *self, const GradusStampInk *stamp, int x, int y)
{
  int x0 = MAX (0, -x), x1 = MIN (stamp->width, self->width - x);
  int y0 = MAX (0, -y), y1 = MIN (stamp->height, self->height - y);

  for (int j = y0; j < y1; j++)
    {
      guint8 *there = self->data + (gsize) (y + j) * self->stride;
      gsize from = (gsize) j * (gsize) stamp->width * BYTES;
      for (int i = x0 * BYTES; i < x1 * BYTES; i++)
        there[x * BYTES + i] = lay_over (there[x * BYTES + i], stamp->ink[from + (gsize) i],
                                         stamp->keep[from + (gsize) i]);
    }
}

void
gradus_canvas_stamp (const GradusCanvas *self, const GradusStampInk *stamp, int x, int y)
{
  x += stamp->left;
  y += stamp->top;
  if (x < 0 || y < 0 || x + stamp->width > self->width || y + stamp->height > self->height)
    {
      stamp_part (self, stamp, x, y);
      return;
    }
  gsize length = (gsize) stamp->width * BYTES;
  guint8 *there = self->data + (gsize) y * self->stride + (gsize) x * BYTES;
  const guint8 *ink = stamp->ink, *keep = stamp->keep;
  for (int j = 0; j < stamp->height; j++)
    {
      lay_vectors (there, ink, keep, length / 16);
      there += self->stride;
      ink += length;
      keep += length;
    }
}
