/* Makes a film on a thread: trains the runs once more, and shows them epoch by epoch. */
#pragma once

#include "core/spec.h"
#include "film/shoot.h"

/* What film is wanted. */
typedef struct
{
  int n_runs;
  GradusSpec *specs[GRADUS_MAX_COMPARED];   /* as they were run, owned, and */
  GradusDataset *data[GRADUS_MAX_COMPARED]; /* all their examples */
  GradusSpec *spec;                         /* of the experiment, owned */
  GradusShot shot;                          /* its spec is that one, its captions are these, */
  GradusCaptions captions;                  /* whose name for the data is this, */
  char *data_name;
  GradusPins pins; /* and its pins are these */
  GradusFilmFormat format;
  int rate, n_frames;
  gint64 from, to;
  gboolean is_log;
  char *path;
} GradusFilmWish;

void gradus_film_wish_free (GradusFilmWish *self);

typedef struct _GradusFilmMaker GradusFilmMaker;

/* Called once, in the main context that was the thread's default when the film was wished for.
 * error: what went wrong; NULL where the file is there, or the film was given up. */
typedef void (*GradusFilmMakerFunc) (const GError *error, gpointer data);

/* Takes the wish (transfer full) and begins at once. A film that is given up, or fails, leaves no
 * file. */
GradusFilmMaker *gradus_film_maker_new (GradusFilmWish *wish, GradusFilmMakerFunc func,
                                        gpointer data);

/* func is not called any more; what is not finished is given up. */
void gradus_film_maker_free (GradusFilmMaker *self);

/* How much is done, 0 … 1, and which picture it is at; 0: the runs are being trained. */
double gradus_film_maker_get_progress (const GradusFilmMaker *self, int *picture);
