/* Where the equations and matrices of one step stand, at a width: no ink, so that a pointer can be
 * asked about as well. */
#pragma once

#include "plot/figure.h"
#include "plot/ink.h"

#define GRADUS_STEP_PAD 14.0
/* From one row of a matrix to the next. */
#define GRADUS_STEP_PITCH 17.0

typedef enum
{
  GRADUS_MATRIX_EXAMPLES, /* a column for each example */
  GRADUS_MATRIX_WEIGHTS,  /* a column for each input */
  GRADUS_MATRIX_BIASES,   /* one column */
} GradusMatrixKind;

/* A matrix, how its numbers are written, and where. */
typedef struct
{
  GradusMatrixKind kind;
  int layer;            /* whose units the rows are; 0: the features */
  const double *values; /* (rows, n_kept), row-major; borrowed */
  int rows;
  gsize columns;
  int n_kept; /* columns that there are values of */

  int exponent; /* all values are written as multiples of 10^exponent */
  int decimals;
  double cell;           /* width of a column */
  int n_rows, n_columns; /* shown */
  GradusRect box;        /* the brackets */
} GradusStepMatrix;

/* An equation and what its left side is; for an update W, dW and the W that comes. */
typedef struct
{
  const char *heading; /* of the lines from here on, or NULL; borrowed */
  char *equation;      /* Pango markup */
  char *shape;
  char *more;         /* how many rows are not shown, or NULL */
  double top, bottom; /* between them is all of the line, its heading as well */
  GradusRect label;   /* where the equation stands */
  GradusRect place;   /* where the shape stands, at the right end in a narrow sheet */
  int n_matrices;
  GradusStepMatrix matrices[3];
  char *joints[3];     /* words before each matrix, or NULL */
  double joint_end[3]; /* their right ends */
} GradusStepLine;

typedef struct
{
  GArray *lines; /* of GradusStepLine */
  double height;
  gboolean is_narrow; /* numbers stand under their equation */
  /* What the step is of stands under the title, and how it differs from the run's as well; else
   * they stand beside it. */
  gboolean notes_below, difference_below;
} GradusStepSheet;

/* All lines that the figure shows of its scene's step; without one there is none.
 * Returns: (transfer full). */
GradusStepSheet *gradus_step_sheet_new (const GradusFigure *figure, double width);
void gradus_step_sheet_free (GradusStepSheet *self);

/* The value in the matrix, and the middle of its row and the right end of its number. */
static inline double
gradus_step_matrix_get (const GradusStepMatrix *self, int row, int column)
{
  return self->values[(gsize) row * (gsize) self->n_kept + (gsize) column];
}

double gradus_step_matrix_row_y (const GradusStepMatrix *self, int row);
double gradus_step_matrix_column_x (const GradusStepMatrix *self, int column);

/* What lies there in the matrix. Returns: FALSE outside of its numbers. */
gboolean gradus_step_matrix_find (const GradusStepMatrix *self, double px, double py,
                                  GradusTarget *target);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GradusStepSheet, gradus_step_sheet_free)
