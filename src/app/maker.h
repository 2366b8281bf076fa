/* Makes runs on a thread, one at a time; of the wishes that wait only the newest is kept. */
#pragma once

#include "app/run.h"

/* What run is wanted. */
typedef struct
{
  GradusSpec spec;
  char *path; /* a file to open: the experiment, a picture that carries it, or the table that spec
                 is to read; or NULL */
  GradusDataset *data; /* spec's examples where they are at hand, or NULL */
  int resolution;
} GradusWish;

/* data and path may be NULL; path is copied. Returns: (transfer full). */
GradusWish *gradus_wish_new (const GradusSpec *spec, const char *path, GradusDataset *data,
                             int resolution);
void gradus_wish_free (GradusWish *self);

typedef struct _GradusMaker GradusMaker;

/* run is (transfer full), or NULL with the error. is_newest: no newer wish waits. Called in the
 * main context that was the thread's default when the wish was made; may wish again. */
typedef void (*GradusMakerFunc) (GradusRun *run, const GradusWish *wish, const GError *error,
                                 gboolean is_newest, gpointer data);

GradusMaker *gradus_maker_new (GradusMakerFunc func, gpointer data);
/* func is not called any more; what a thread is still making is thrown away. */
void gradus_maker_free (GradusMaker *self);

/* Takes the wish (transfer full). Work begins when the main loop has seen to what is more urgent,
 * so that a row of changes makes one run. */
void gradus_maker_wish (GradusMaker *self, GradusWish *wish);

/* The newest wish that is waiting or being made; NULL when there is none. (transfer none) */
const GradusWish *gradus_maker_get_newest (const GradusMaker *self);
