/* What lines and discs of a network's picture mean. */
#include "plot/network-legend.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "plot/network-tile.h"

#define ROW 18.0
#define SAMPLE 26.0 /* of a line */
#define GAP 16.0    /* between two entries */

/* Where the next entry stands; the row is full at right. */
typedef struct
{
  GradusInk *ink;
  double left, right, bottom;
  double x, y;
} Pen;

/* Makes room for an entry: in the next row where this one has none. Returns: FALSE where there is
 * none left at all. */
static gboolean
begin (Pen *pen, double mark, const char *words)
{
  double width = mark + gradus_ink_measure (pen->ink, GRADUS_FONT_NOTE, words);

  if (pen->x > pen->left && pen->x + width > pen->right)
    {
      pen->x = pen->left;
      pen->y += ROW;
    }
  return pen->y < pen->bottom;
}

static void
write_words (Pen *pen, double mark, const char *words)
{
  pen->x += mark
            + gradus_ink_text (pen->ink, GRADUS_FONT_NOTE, pen->ink->theme->soft, pen->x + mark,
                               pen->y + gradus_font_drop (GRADUS_FONT_NOTE), 0,
                               fmax (pen->right - pen->x - mark, 1), words)
            + GAP;
}

static void
line_entry (Pen *pen, double dash, GradusColor color, const char *words)
{
  if (!begin (pen, SAMPLE + 6, words))
    return;
  gradus_ink_line (pen->ink, pen->x, pen->y, pen->x + SAMPLE, pen->y, 2.5, dash, color);
  write_words (pen, SAMPLE + 6, words);
}

static void
ring_entry (Pen *pen, double radius, const char *words)
{
  cairo_t *cr = pen->ink->cr;

  if (!begin (pen, 2 * radius + 6, words))
    return;
  cairo_new_sub_path (cr);
  cairo_arc (cr, pen->x + radius, pen->y, radius, 0, 2 * G_PI);
  gradus_ink_color (pen->ink, pen->ink->theme->marker, 1);
  cairo_set_line_width (cr, pen->ink->theme->hairline);
  cairo_stroke (cr);
  cairo_new_sub_path (cr);
  cairo_arc (cr, pen->x + radius, pen->y, 0.5 * radius, 0, 2 * G_PI);
  gradus_ink_color (pen->ink, pen->ink->theme->plus, 1);
  cairo_fill (cr);
  write_words (pen, 2 * radius + 6, words);
}

void
gradus_network_legend_draw (const GradusNetworkPicture *picture, GradusInk *ink)
{
  const GradusRect *foot = &picture->layout.foot;
  Pen pen = { .ink = ink,
              .left = foot->x,
              .right = foot->x + foot->width,
              .bottom = foot->y + foot->height,
              .x = foot->x,
              .y = foot->y + ROW / 2 + 4 };
  GradusNumber largest = gradus_network_number (picture->largest, ink->captions->decimal_point);
  g_autofree char *scale = picture->largest > 0
                               ? g_strdup_printf (_ ("widest line, full ring: %s"), largest.text)
                               : g_strdup (_ ("all are 0"));

  line_entry (&pen, 0, ink->theme->plus, _ ("positive"));
  line_entry (&pen, 6, ink->theme->minus, _ ("negative"));
  ring_entry (&pen, 4.5, _ ("bias"));
  if (begin (&pen, 0, scale))
    write_words (&pen, 0, scale);
}
