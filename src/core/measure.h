/* What can be measured of a run at one epoch, by name: the table that lessons wait for, check and
 * put into words. */
#pragma once

#include "core/diagnosis.h"
#include "core/history.h"
#include "core/landmarks.h"
#include "core/network.h"
#include "core/spec.h"

typedef enum
{
  GRADUS_MEASURE_COUNT, /* a whole number */
  GRADUS_MEASURE_COST,
  GRADUS_MEASURE_NUMBER, /* any other number */
  GRADUS_MEASURE_SHARE,  /* 0 … 1, written as a percentage */
  GRADUS_MEASURE_PASSED, /* the epoch at which something was passed; NAN: not yet */
} GradusMeasureKind;

/* What has to be known of the epoch, beside its row; the dearer the later. */
typedef enum
{
  GRADUS_NEEDS_ROW,
  GRADUS_NEEDS_DIAGNOSIS,  /* a pass over the examples */
  GRADUS_NEEDS_EIGENVALUE, /* some dozens of passes */
} GradusMeasureNeeds;

/* What measures are taken of: a run at one of its epochs. Borrows all; what is NULL (or NAN) is not
 * known, and what would be made of it is NAN. */
typedef struct
{
  const GradusSpec *spec;
  const GradusRow *row;
  const GradusRow *start_row; /* of epoch 0 */
  const GradusNetwork *network;
  const GradusDiagnosis *diagnosis;
  const GradusDiagnosis *start; /* the diagnosis of epoch 0 */
  const GradusLandmarks *landmarks;
  double largest_eigenvalue; /* λmax of the cost's Hessian */
  gboolean is_finished;      /* the spec's last epoch is reached */
} GradusMeasured;

typedef struct _GradusMeasure GradusMeasure;

struct _GradusMeasure
{
  const char *name;
  GradusMeasureKind kind;
  GradusMeasureNeeds needs;
  int layer; /* hidden layer that is meant where none is named; 0: all of them; -1: has none */
  double (*take) (const GradusMeasured *of, int layer);
  const char *summary; /* what it is, marked for translation with N_() */
};

/* Runs of a comparison that a lesson can speak of. */
#define GRADUS_MAX_LESSON_RUNS 4

/* A measure of a layer of a run, as lessons name it: "cost", "alike[2]", "cost@3". */
typedef struct
{
  const GradusMeasure *measure;
  int layer; /* from 1 on; 0: all hidden layers */
  int run;   /* from 0 on */
} GradusMeasureName;

/* The table, and how many rows it has. */
const GradusMeasure *gradus_measures (int *n_measures);

/* Reads NAME, [LAYER] and @RUN at *text and moves *text behind them.
 * Returns: FALSE with GRADUS_ERROR_SPEC; *text and name are unchanged then. */
gboolean gradus_measure_read (const char **text, GradusMeasureName *name, GError **error);

/* Of the runs (name->run is one of n_runs, else NAN). */
double gradus_measure_take (const GradusMeasureName *name, const GradusMeasured *runs, int n_runs);
