/* Marks by the thousand: each kind is drawn once, and laid down like a stamp. */
#include "plot/mark-stamps.h"

#include <math.h>

#include "plot/blit.h"
#include "plot/marks.h"

/* Where a mark's middle may lie within a device pixel: stamps are kept for so many places a side.
 */
#define PHASES 4

/* Marks drawn once for each class and place within a pixel, and then laid down like stamps. */
struct _GradusMarkStamps
{
  cairo_surface_t *image;
  const GradusTheme *theme;
  double r; /* device pixels, as all here */
  int side; /* of a stamp's picture */
  GradusCanvas canvas;
  GradusStampInk stamps[2][GRADUS_MAX_CLASSES][PHASES][PHASES];
};

static void
make_stamp (const GradusMarkStamps *self, int class, gboolean is_held_out, int phase_x, int phase_y,
            GradusStampInk *stamp)
{
  cairo_surface_t *picture =
      cairo_image_surface_create (CAIRO_FORMAT_ARGB32, self->side, self->side);
  GradusInk ink = { .cr = cairo_create (picture), .theme = self->theme };
  double middle = self->side / 2;

  cairo_set_line_join (ink.cr, CAIRO_LINE_JOIN_ROUND);
  gradus_mark_draw (&ink, class, is_held_out, middle + (double) phase_x / PHASES,
                    middle + (double) phase_y / PHASES, self->r);
  cairo_destroy (ink.cr);
  gradus_stamp_ink_init (stamp, picture);
  cairo_surface_destroy (picture);
}

GradusMarkStamps *
gradus_mark_stamps_new (const GradusTheme *theme, double r, cairo_surface_t *image)
{
  GradusMarkStamps *self = g_new0 (GradusMarkStamps, 1);

  cairo_surface_flush (image);
  self->image = cairo_surface_reference (image);
  self->theme = theme;
  self->r = r;
  self->side = 2 * (int) ceil (gradus_mark_reach (r)) + 2;
  self->canvas = (GradusCanvas){ cairo_image_surface_get_data (image),
                                 (gsize) cairo_image_surface_get_stride (image),
                                 cairo_image_surface_get_width (image),
                                 cairo_image_surface_get_height (image) };
  return self;
}

void
gradus_mark_stamps_free (GradusMarkStamps *self)
{
  GradusStampInk *stamps = &self->stamps[0][0][0][0];

  for (gsize i = 0; i < sizeof self->stamps / sizeof *stamps; i++)
    gradus_stamp_ink_clear (&stamps[i]);
  cairo_surface_mark_dirty (self->image);
  cairo_surface_destroy (self->image);
  g_free (self);
}

void
gradus_mark_stamps_lay (GradusMarkStamps *self, int class, gboolean is_held_out, double x, double y)
{
  int side = self->side;

  if (!(x > -side && x < self->canvas.width + side && y > -side && y < self->canvas.height + side))
    return;
  /* in parts of a pixel, from a stamp's side outside of the image so that nothing is negative */
  int part_x = (int) ((x + side) * PHASES + 0.5), part_y = (int) ((y + side) * PHASES + 0.5);
  int phase_x = part_x % PHASES, phase_y = part_y % PHASES;
  GradusStampInk *stamp =
      &self->stamps[is_held_out][MIN (class, GRADUS_MAX_CLASSES - 1)][phase_x][phase_y];

  if (stamp->ink == NULL)
    make_stamp (self, class, is_held_out, phase_x, phase_y, stamp);
  gradus_canvas_stamp (&self->canvas, stamp, part_x / PHASES - side - side / 2,
                       part_y / PHASES - side - side / 2);
}
