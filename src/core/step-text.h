/* One step of gradient descent as text to take along: a NumPy program, or LaTeX. */
#pragma once

#include "core/step.h"

/* Up to so many examples and parameters stand in the program itself, beyond that it reads them. */
#define GRADUS_STEP_TEXT_EXAMPLES 2000
#define GRADUS_STEP_TEXT_PARAMETERS 20000

/* What a program for large data or a large network reads. */
typedef struct
{
  const char *data;       /* as gradus-cli --data-out writes it; NULL: data.csv */
  const char *parameters; /* as --parameters does, of the step's epoch; NULL: parameters.json */
  gboolean standardise;   /* the run does, --data-out does not */
} GradusStepFiles;

/* A whole program for Python 3 with NumPy: the data and the parameters to the last digit, the step
 * in the course's letters, and its matrices printed. Returns: (transfer full). */
char *gradus_step_to_numpy (const GradusStep *self, const GradusStepFiles *files);

/* Whether that program must read the examples, and whether the parameters. */
gboolean gradus_step_reads_data (const GradusStep *self);
gboolean gradus_step_reads_parameters (const GradusStep *self);

/* The equations in the course's notation with their numbers, for amsmath, each displayed by itself;
 * of large matrices the first rows and columns. Returns: (transfer full). */
char *gradus_step_to_latex (const GradusStep *self);
