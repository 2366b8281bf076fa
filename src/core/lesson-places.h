/* What a lesson can lock, hide or highlight, by name: controls and fields, and views. */
#pragma once

#include <glib.h>

typedef enum
{
  GRADUS_PLACE_CONTROL = 1 << 0, /* can be locked and hidden */
  GRADUS_PLACE_VIEW = 1 << 1,    /* can be highlighted */
} GradusPlaceUse;

typedef struct
{
  const char *name;
  guint uses;          /* GradusPlaceUse */
  const char *summary; /* what it is, marked for translation with N_(); NULL: the field's */
} GradusPlace;

/* The table, and how many rows it has. */
const GradusPlace *gradus_places (int *n_places);

/* The place of that name that has the use, or NULL. */
const GradusPlace *gradus_place_find (const char *name, GradusPlaceUse use);

/* "train, step, …": those that have the use. Returns: (transfer full). */
char *gradus_place_list (GradusPlaceUse use);
