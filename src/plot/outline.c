/* Columns of a dense curve as one shape: an upper and a lower edge, and the fill between them. */
#include "plot/outline.h"

#include <math.h>

/* Columns that the pen reaches to either side at most: a pen of 3 CSS pixels at 4 columns each. */
#define MOST_REACH 8

/* The pen is a disc: how far above and below its middle it inks, for each column aside. */
typedef struct
{
  double radius;
  int reach; /* columns to either side that it inks at all */
  double ink[MOST_REACH + 1];
} Pen;

typedef struct
{
  double top, bottom;
} Span;

static Pen
pen_of (double width, double density)
{
  Pen pen = { .radius = width / 2 };

  for (int i = 0; i <= MOST_REACH; i++)
    {
      /* what is extreme may lie anywhere within its column */
      double aside = fmax (0, (i - 0.1) / density);
      if (aside >= pen.radius)
        break;
      pen.reach = i;
      pen.ink[i] = sqrt (pen.radius * pen.radius - aside * aside);
    }
  return pen;
}

static inline void
include (Span *span, double top, double bottom)
{
  span->top = MIN (span->top, top);
  span->bottom = MAX (span->bottom, bottom);
}

/* The heights that the curve takes within column i, up to its borders with those beside it. */
static Span
span_column (const GradusColumn *columns, gsize i)
{
  double before = (columns[i - 1].last + columns[i].first) / 2;
  double after = (columns[i].last + columns[i + 1].first) / 2;
  Span span = { columns[i].top, columns[i].bottom };

  include (&span, MIN (before, after), MAX (before, after));
  return span;
}

/* Where the curve does no more within column i than to go from border to border, a slanted line has
 * its look: as thick across as the pen. Returns: FALSE where it does more. */
static gboolean
ink_slant (const Span *spans, const GradusColumn *columns, gsize i, double density, const Pen *pen,
           Span *ink)
{
  double before = (columns[i - 1].last + columns[i].first) / 2;
  double after = (columns[i].last + columns[i + 1].first) / 2;
  double middle = (before + after) / 2, slope = (after - before) * density;

  if (columns[i].top < MIN (before, after) - 0.25 || columns[i].bottom > MAX (before, after) + 0.25)
    return FALSE;
  double half = pen->radius * sqrt (1 + slope * slope);
  Span around = spans[i];
  include (&around, spans[i - 1].top, spans[i - 1].bottom);
  include (&around, spans[i + 1].top, spans[i + 1].bottom);
  include (ink, MAX (middle - half, around.top - pen->radius),
           MIN (middle + half, around.bottom + pen->radius));
  return TRUE;
}

/* What the pen covers, column by column from pen->reach before the first to as many behind the
 * last. */
static void
ink_columns (const GradusColumn *columns, gsize n, double density, const Pen *pen, Span *edge)
{
  gsize reach = (gsize) pen->reach;
  g_autofree Span *spans = g_new (Span, n);

  for (gsize i = 0; i < n; i++)
    spans[i] =
        i > 0 && i + 1 < n ? span_column (columns, i) : (Span){ columns[i].top, columns[i].bottom };
  for (gsize i = 0; i < n + 2 * reach; i++)
    edge[i] = (Span){ INFINITY, -INFINITY };
  for (gsize i = 0; i < n; i++)
    {
      if (i > 0 && i + 1 < n && ink_slant (spans, columns, i, density, pen, &edge[i + reach]))
        continue;
      for (gsize j = 0; j <= 2 * reach; j++)
        {
          double ink = pen->ink[j < reach ? reach - j : j - reach];
          include (&edge[i + j], spans[i].top - ink, spans[i].bottom + ink);
        }
    }
}

void
gradus_outline_fill (cairo_t *cr, const GradusColumn *columns, gsize n, double left, double density,
                     double width)
{
  Pen pen = pen_of (width, density);
  gsize n_edge = n + 2 * (gsize) pen.reach;
  g_autofree Span *edge = g_new (Span, n_edge);
  double start = left + (columns[0].at - pen.reach + 0.5) / density;

  ink_columns (columns, n, density, &pen, edge);
  cairo_new_path (cr);
  for (gsize i = 0; i < n_edge; i++)
    cairo_line_to (cr, start + (double) i / density, edge[i].top);
  for (gsize i = n_edge; i > 0; i--)
    cairo_line_to (cr, start + (double) (i - 1) / density, edge[i - 1].bottom);
  cairo_close_path (cr);
  cairo_fill (cr);
}
