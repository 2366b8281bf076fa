/* The words in and about a figure, in the user's language. */
#pragma once

#include "core/network.h"

/* Plain words or Pango markup, borrowed from the message catalogue; numbers are set in by the
 * plots. */
typedef struct
{
  const char *boundary_title; /* "Decision boundary" */
  const char *cost_title;     /* "Cost J" */
  const char *units_title;    /* "Hidden units" */
  const char *network_title;  /* "Network" */
  char decimal_point[8];      /* of the numbers on the plots: "." or the user's own */
  /* what the data are called, plain words that outlive the figure, on the sheet of all plots;
   * NULL: the sheet does not name them */
  const char *data_name;

  const char *held_out;  /* "held out" */
  const char *unit_line; /* "a unit’s z = 0" */
  const char *train;     /* "train" */
  const char *epochs;    /* "epochs" */
  const char *epoch;     /* "epoch %s" */
  const char *unit;      /* "unit %d" */
  const char *same_as;   /* "same as unit %d" */
  const char *saturated; /* "%s saturated" */
  const char *inactive;  /* "inactive %s" */
  const char *dead;      /* "dead" */
  const char *cost;      /* "cost %s" */
  const char *accuracy;  /* "accuracy %s" */
  const char *no_hidden; /* "No hidden layer: logistic regression" */
  const char *logistic;  /* "logistic regression" */
} GradusCaptions;

/* Fills in the words of the current language. decimal_point NULL: a full stop. */
void gradus_captions_init (GradusCaptions *self, const char *decimal_point);

/* "2–4–1 · tanh", or "2–1 · logistic regression". Returns: (transfer full). */
char *gradus_captions_tell_network (const GradusCaptions *self, const GradusNetwork *network);
