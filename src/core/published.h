/* Figures that somebody has published of some runs, and whether ours agree with them. */
#pragma once

#include "core/spec.h"

/* What can be published of a run at an epoch. */
typedef enum
{
  GRADUS_QUANTITY_COST,
  GRADUS_QUANTITY_ACCURACY, /* this and the others of shares are in percent */
  GRADUS_QUANTITY_HELD_OUT_COST,
  GRADUS_QUANTITY_HELD_OUT_ACCURACY,
  GRADUS_QUANTITY_SATURATED, /* outputs of hidden units on flat slopes */
  GRADUS_QUANTITY_BLOCKED,   /* error that flat slopes of hidden layer 1 block */
  GRADUS_N_QUANTITIES
} GradusQuantity;

/* One published figure: a value, or the band that values lie in. */
typedef struct
{
  int run;
  GradusQuantity quantity;
  gint64 epoch;
  double least, most; /* equal where it is a value */
  int decimals;       /* as they are written */
  gboolean is_band;
  char *reason; /* why a band, in the user's language; NULL where it is none */
} GradusPublishedRow;

typedef struct
{
  char *name;       /* as the file has it */
  char *title;      /* in the user's language */
  GradusSpec *spec; /* trains to the last row at least */
} GradusPublishedRun;

typedef struct
{
  gatomicrefcount ref_count;
  char *name;  /* of the file, without folder and suffix: "flower" */
  char *title; /* in the user's language, as the next two */
  char *where; /* where the figures were published, in words */
  char *about; /* what there is to say; NULL: nothing */
  int n_runs;
  GradusPublishedRun *runs;
  int n_rows;
  GradusPublishedRow *rows; /* those of a run stand together, in the order of the runs */
} GradusPublished;

/* Reads a table from text; name stands in messages, and experiment= and file= are taken relative to
 * its folder. Words in the user's language take the place of the others (title[de]=).
 *
 *   [table]      title and where, in words; about may be left out
 *   [setup]      (may be left out) fields of an experiment, such as alpha=0.01, and experiment=, a
 *                file: what all runs have in common
 *   [run NAME]   title, fields, experiment: what is different in this one
 *   [cost NAME]  figures of that run, a line each: EPOCH=VALUE or EPOCH=LEAST..MOST, and of these
 *                the reason=, in words. accuracy, held-out-cost, held-out-accuracy, saturated and
 *                blocked likewise; all but costs are in percent
 *
 * A value agrees where ours, rounded to as many decimals as are written, is the same.
 * Immutable once made, apart from its count of references. Returns: (transfer full), or NULL with
 * an error that names file, line, group and key, and says what would be right. */
GradusPublished *gradus_published_from_text (const char *text, gsize length, const char *name,
                                             GError **error);
/* Reads the file at path. */
GradusPublished *gradus_published_load (const char *path, GError **error);
GradusPublished *gradus_published_ref (GradusPublished *self);
void gradus_published_unref (GradusPublished *self);

/* "held-out-accuracy", and back: -1 where there is none of that name. */
const char *gradus_quantity_name (GradusQuantity quantity);
int gradus_quantity_from_name (const char *name);
/* Whether it is a share, in percent. */
gboolean gradus_quantity_is_share (GradusQuantity quantity);

typedef enum
{
  GRADUS_VERDICT_OPEN,    /* not trained that far yet */
  GRADUS_VERDICT_AGREES,  /* to the decimals that are written */
  GRADUS_VERDICT_IN_BAND, /* lies in it, likewise */
  GRADUS_VERDICT_DIFFERS,
  GRADUS_VERDICT_MISSING, /* there is no such epoch or no such number: the run diverged before,
                             nothing is held out, no layer is hidden */
} GradusVerdict;

/* What ours, in the row's unit, is worth; NAN is MISSING. */
GradusVerdict gradus_published_judge (const GradusPublishedRow *row, double ours);
/* How far ours is above (or, negative, below) what was published; 0 within a band. */
double gradus_published_distance (const GradusPublishedRow *row, double ours);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GradusPublished, gradus_published_unref)
