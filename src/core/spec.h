/* A whole experiment as one value: everything that changes how a run ends. */
#pragma once

#include <glib.h>

#include "core/activation.h"

#define GRADUS_MAX_HIDDEN_LAYERS 16
#define GRADUS_MAX_LAYERS (GRADUS_MAX_HIDDEN_LAYERS + 1)
#define GRADUS_MAX_UNITS 1024
#define GRADUS_MAX_ALPHA_CHANGES 1024
#define GRADUS_MAX_CHANGES 256
#define GRADUS_MAX_PATH 4096
#define GRADUS_MAX_COLUMN_NAME 256

typedef enum
{
  GRADUS_SOURCE_FLOWER,
  GRADUS_SOURCE_CIRCLES,
  GRADUS_SOURCE_MOONS,
  GRADUS_SOURCE_BLOBS,
  GRADUS_SOURCE_GAUSSIANS,
  GRADUS_SOURCE_XOR,
  GRADUS_SOURCE_SPIRAL,
  GRADUS_SOURCE_QUANTILES,
  GRADUS_SOURCE_UNSTRUCTURED,
  GRADUS_SOURCE_FILE,
  GRADUS_N_SOURCES
} GradusSource;

typedef enum
{
  GRADUS_INIT_NORMAL,   /* randn × scale */
  GRADUS_INIT_ZEROS,    /* W = 0 */
  GRADUS_INIT_CONSTANT, /* every W = scale */
  GRADUS_INIT_XAVIER,   /* randn × sqrt (1 / n[l-1]) */
  GRADUS_INIT_HE,       /* randn × sqrt (2 / n[l-1]) */
} GradusInit;

typedef struct
{
  int n;
  int units[GRADUS_MAX_HIDDEN_LAYERS];
} GradusHidden;

typedef struct
{
  gint64 epoch; /* updates made from the parameters of this epoch on use alpha */
  double alpha;
} GradusAlphaChange;

typedef struct
{
  int n;
  GradusAlphaChange changes[GRADUS_MAX_ALPHA_CHANGES]; /* epochs ascending, no two equal */
} GradusAlphaSchedule;

/* One parameter changed by hand: W[layer] of unit and input, or b[layer] of unit. */
typedef struct
{
  gint64 epoch;      /* it is the parameter of this epoch that differs, before its row is made */
  int layer;         /* 1 … L */
  int unit;          /* from 0 on */
  int input;         /* from 0 on; -1: the bias */
  gboolean is_added; /* value is added, else it takes the place of what was there */
  double value;
} GradusChange;

typedef struct
{
  int n;
  GradusChange changes[GRADUS_MAX_CHANGES]; /* epochs ascending; equal ones in their order */
} GradusChanges;

/* A plain value: a = b copies an experiment. Each field is a row of core/spec-fields.c. */
typedef struct
{
  /* data */
  int source;                      /* GradusSource */
  char file[GRADUS_MAX_PATH];      /* as the program can open it */
  char x1[GRADUS_MAX_COLUMN_NAME]; /* column name or 1-based number; empty: found by itself */
  char x2[GRADUS_MAX_COLUMN_NAME];
  char label[GRADUS_MAX_COLUMN_NAME];
  gint64 examples;
  double noise; /* NAN: the recipe's own default */
  gint64 data_seed;
  double held_out;      /* fraction */
  gint64 test_examples; /* made beside the others and held out */
  gint64 test_seed;     /* -1: the one after data_seed */
  gboolean standardise;
  /* network */
  GradusHidden hidden; /* n = 0: logistic regression */
  int activation;      /* GradusActivation */
  /* initialisation */
  int init; /* GradusInit */
  double init_scale;
  double bias_scale;
  gint64 seed;
  GradusChanges changes; /* to parameters, by hand */
  /* descent */
  double alpha;
  GradusAlphaSchedule alpha_schedule;
  gint64 batch;  /* 0: all m examples */
  double l2;     /* λ */
  gint64 epochs; /* stop there; -1: until told */
  /* compare */
  char vary[GRADUS_MAX_COLUMN_NAME]; /* name of the field that differs from run to run, or empty */
  char values[GRADUS_MAX_PATH];      /* what it is in each */
  char across[GRADUS_MAX_COLUMN_NAME]; /* a second such field: with it the runs are a table, or
                                          empty */
  char across_values[GRADUS_MAX_PATH]; /* what that is in each column */
} GradusSpec;

/* Every field at its default: the planar flower, 2–4–1 tanh, randn × 0.01 of seed 2, α = 1.2. */
void gradus_spec_init (GradusSpec *self);

/* Whether every field is equal. */
gboolean gradus_spec_equal (const GradusSpec *self, const GradusSpec *other);

/* What no single field can tell: source=file needs a file, the network must not be too large.
 * Returns: FALSE with a GRADUS_ERROR_SPEC. */
gboolean gradus_spec_check (const GradusSpec *self, GError **error);

/* α for the update made from the parameters of the epoch. */
double gradus_spec_alpha_at (const GradusSpec *self, gint64 epoch);

/* Writes "α from this epoch on" into the schedule (into alpha itself where epoch is 0), and drops
 * what the schedule said of later epochs.
 * Returns: FALSE when the schedule is full (self is unchanged then). */
gboolean gradus_spec_set_alpha_from (GradusSpec *self, gint64 epoch, double alpha);

/* Sets a GRADUS_ERROR_SPEC. Returns: FALSE. */
gboolean gradus_spec_fail (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);
