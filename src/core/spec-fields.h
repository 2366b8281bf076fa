/* The field table: one row per knob, from which validation, the experiment file, the command line,
 * its help and the window's properties are made. */
#pragma once

#include "core/spec.h"

typedef enum
{
  GRADUS_FIELD_INT,      /* gint64; optional ones are -1 when empty */
  GRADUS_FIELD_DOUBLE,   /* double; optional ones are NAN when empty */
  GRADUS_FIELD_BOOL,     /* gboolean: true or false */
  GRADUS_FIELD_CHOICE,   /* int: index into choices */
  GRADUS_FIELD_TEXT,     /* char[size] */
  GRADUS_FIELD_PATH,     /* char[size]: a file name */
  GRADUS_FIELD_HIDDEN,   /* GradusHidden: 8;4, or 0 for no hidden layer */
  GRADUS_FIELD_SCHEDULE, /* GradusAlphaSchedule: 500:0.1;2000:0.01 */
  GRADUS_FIELD_CHANGES,  /* GradusChanges: 0:W1[1,2]=0.5;120:b2[1]+1e-6 */
} GradusFieldKind;

typedef struct
{
  const char *name;  /* key, option and property: "init-scale" */
  const char *group; /* group of the experiment file: "initialisation" */
  GradusFieldKind kind;
  gsize offset; /* in GradusSpec */
  gsize size;   /* of the field in GradusSpec, bytes */
  double min;   /* numbers only */
  double max;
  const char *default_text;   /* as it would stand in the experiment file */
  gboolean optional;          /* may be empty */
  const char *const *choices; /* NULL-terminated, GRADUS_FIELD_CHOICE only */
  const char *summary;        /* one sentence, marked for translation with N_() */
} GradusSpecField;

/* The table, and how many rows it has; in the order of the experiment file. */
const GradusSpecField *gradus_spec_fields (int *n_fields);

/* The row of that name, or NULL. */
const GradusSpecField *gradus_spec_field_find (const char *name);

/* The field as text, as in the experiment file; numbers in the C locale, the shortest that reads
 * back as the same double. Returns: (transfer full). */
char *gradus_spec_field_get (const GradusSpecField *field, const GradusSpec *spec);

/* Whether both have the same there. */
gboolean gradus_spec_field_equal (const GradusSpecField *field, const GradusSpec *spec,
                                  const GradusSpec *other);

/* Sets the field from text; spec is unchanged on error. The message names the field and its range:
 * "alpha: “-1” is out of range; a number from 0 to 1000 is right".
 * Lists take ';' or ','. Returns: FALSE with GRADUS_ERROR_SPEC. */
gboolean gradus_spec_field_set (const GradusSpecField *field, GradusSpec *spec, const char *text,
                                GError **error);

/* What the field takes, in words, for help and messages: "a number from 0 to 1000".
 * Returns: (transfer full). */
char *gradus_spec_field_takes (const GradusSpecField *field);

/* By name; a name that is not in the table is an error that says so. */
gboolean gradus_spec_set (GradusSpec *spec, const char *name, const char *text, GError **error);
