/* The line on standard error that tells how far the work has come. */
#pragma once

#include <glib.h>

typedef struct
{
  gboolean is_wanted;
  gboolean is_shown;
  gint64 next; /* µs, when it is drawn again */
} GradusBar;

/* From a second of work on, where somebody looks and all is not to be quiet. */
void gradus_bar_begin (GradusBar *self, gboolean is_quiet);

/* words have the two numbers, "epoch %ld of %ld". */
void gradus_bar_update (GradusBar *self, gint64 done, gint64 n, const char *words);
void gradus_bar_clear (GradusBar *self);
