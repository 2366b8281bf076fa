/* Each parameter's path over the epochs, thinned to a table that does not grow with the run. */
#pragma once

#include "core/snapshot.h"

#define GRADUS_PATHS_COLUMNS 512
/* Of a W[l] or b[l] with more parameters than this there are three paths: least, median, largest.
 */
#define GRADUS_PATHS_SINGLE 64

/* The paths of one W[l] or b[l]. */
typedef struct
{
  int layer; /* l, from 1 on */
  gboolean is_bias;
  gsize first, n; /* which parameters */
  gboolean is_folded;
  int n_paths; /* n, or 3 */
  gsize at;    /* of its first path among all of them */
} GradusPathGroup;

/* What a path does from a column's epoch on until the next column. */
typedef struct
{
  double value; /* at the column's epoch */
  double low, high;
} GradusPathCell;

typedef struct
{
  int n_groups; /* W[1], b[1], W[2], … */
  GradusPathGroup groups[2 * GRADUS_MAX_LAYERS];
  int n_units[GRADUS_MAX_LAYERS + 1]; /* n[l] */
  gsize n_paths;
  gint64 stride; /* columns begin at multiples of it, but for a newest one: see below */
  gsize n_columns;
  gint64 epochs[GRADUS_PATHS_COLUMNS];
  GradusPathCell *cells; /* (GRADUS_PATHS_COLUMNS, n_paths) */
  gint64 last;           /* the newest epoch taken in; -1 before there is one */
  double *newest;        /* (n_paths): its values, or of folded paths those of the last column */
  double *scratch;       /* (largest group) */
} GradusPaths;

/* For a network of that shape; nothing taken in. Returns: (transfer full). */
GradusPaths *gradus_paths_new (const GradusNetwork *network);
void gradus_paths_free (GradusPaths *self);

/* Takes in the album's snapshots that are newer than what is there, until about so many numbers are
 * looked at. Returns: whether there are more. */
gboolean gradus_paths_follow (GradusPaths *self, const GradusAlbum *album, gsize most_numbers);

/* The columns to show, and behind them the newest epoch where no column begins with it. */
gsize gradus_paths_count (const GradusPaths *self);
gint64 gradus_paths_epoch (const GradusPaths *self, gsize column);
GradusPathCell gradus_paths_get (const GradusPaths *self, gsize column, gsize path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GradusPaths, gradus_paths_free)
