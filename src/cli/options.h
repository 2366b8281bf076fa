/* What the command line asks for: an experiment, what to write, and how to run. */
#pragma once

#include "core/spec.h"
#include "film/film.h"
#include "plot/export.h"
#include "plot/figure.h"

#define GRADUS_MAX_THREADS 1024

/* One --plot=VIEW:FILE. */
typedef struct
{
  GradusView view;
  GradusFormat format;
  char *path;
} GradusPlotOption;

/* One --frames=VIEW:PATTERN or --film=VIEW:FILE. */
typedef struct
{
  GradusView view;
  gboolean is_film;
  GradusFilmFormat format;
  char *path;  /* the film, or the pattern of the frames' names */
  char *first; /* the film, or the first frame */
} GradusMotionOption;

typedef struct
{
  GradusSpec spec;
  char *experiment; /* its file, or a picture that carries it; or NULL */
  char *lesson;     /* the lesson to go through, a name or a file; "": list them; or NULL */
  char *reproduce;  /* the table to reproduce, likewise */
  char *beside;     /* the name of an option that has no use beside these, or NULL */

  char *history; /* a file name, "-", or NULL; the others a file name or NULL */
  char *table;   /* as history */
  char *parameters;
  char *data_out;
  char *save;
  char *step_out;
  GArray *plots;   /* of GradusPlotOption */
  GArray *motions; /* of GradusMotionOption */

  int shard, n_shards;  /* of the runs of a comparison: shard (1 … n_shards) of n_shards */
  gint64 every;         /* 0: what the bounded history kept */
  double width, height; /* CSS pixels; 0: the view's own size */
  double scale;
  double type; /* how large letters and lines are */
  GradusThemeKind theme;
  int layer;                   /* that plots show, from 1 on; 0: the first, or all */
  int first_unit, second_unit; /* whose plane they show; 0: the first two */
  gint64 example;     /* of the training examples, from 1 on, that a step is shown of; 0: all */
  gint64 n_frames;    /* of a row of frames; 0: by every, or a hundred at most */
  gint64 first_frame; /* epoch; -1: the run's first */
  gint64 film_seconds, film_rate; /* 0: as usual */
  gboolean has_frame_spacing, is_frame_log;
  int n_threads;
  gboolean caption;
  gboolean diagnose;
  gboolean check_gradient;
  gboolean landmarks;
  gboolean explain;
  gboolean quiet;
  gboolean help;
  gboolean version;
} GradusOptions;

typedef enum
{
  GRADUS_OPTION_DATA,
  GRADUS_OPTION_COMPARE,
  GRADUS_OPTION_SWEEP,
  GRADUS_OPTION_SHARD,
  GRADUS_OPTION_HISTORY,
  GRADUS_OPTION_TABLE,
  GRADUS_OPTION_EVERY,
  GRADUS_OPTION_DIAGNOSE,
  GRADUS_OPTION_PARAMETERS,
  GRADUS_OPTION_PLOT,
  GRADUS_OPTION_FILM,
  GRADUS_OPTION_FILM_SECONDS,
  GRADUS_OPTION_FILM_RATE,
  GRADUS_OPTION_FRAMES,
  GRADUS_OPTION_FRAME_COUNT,
  GRADUS_OPTION_FRAME_FROM,
  GRADUS_OPTION_FRAME_SPACING,
  GRADUS_OPTION_SIZE,
  GRADUS_OPTION_SCALE,
  GRADUS_OPTION_TYPE,
  GRADUS_OPTION_THEME,
  GRADUS_OPTION_CAPTION,
  GRADUS_OPTION_EXAMPLE,
  GRADUS_OPTION_LAYER,
  GRADUS_OPTION_UNITS,
  GRADUS_OPTION_STEP_OUT,
  GRADUS_OPTION_DATA_OUT,
  GRADUS_OPTION_SAVE,
  GRADUS_OPTION_CHECK_GRADIENT,
  GRADUS_OPTION_LANDMARKS,
  GRADUS_OPTION_EXPLAIN,
  GRADUS_OPTION_LESSON,
  GRADUS_OPTION_REPRODUCE,
  GRADUS_OPTION_THREADS,
  GRADUS_OPTION_QUIET,
  GRADUS_OPTION_VERSION,
  GRADUS_OPTION_HELP,
} GradusOptionId;

/* An option that is no field of the spec. */
typedef struct
{
  GradusOptionId id;
  const char *name;    /* without the dashes */
  const char *value;   /* what stands behind "=" in the help; NULL: takes no value */
  const char *summary; /* marked for translation */
} GradusOption;

/* The options that are no fields, in the order of the help. */
const GradusOption *gradus_options_table (int *n_options);

/* The one of that name, or NULL. */
const GradusOption *gradus_option_find (const char *name);

/* Takes in the option's value, which is not looked at where it takes none. --data is two fields in
 * disguise and is left alone: it waits for the experiment to be read, as all fields do.
 * Returns: FALSE with an error. */
gboolean gradus_option_set (const GradusOption *option, GradusOptions *self, const char *text,
                            GError **error);

/* Reads the arguments behind argv[0], then the experiment they name, then sets in it what the
 * options say, whatever their order. What is asked for is complete and possible by itself: only
 * files and data are not looked at yet. With help or version nothing but these is looked at.
 * Returns: (transfer full), or NULL with an error of one sentence. */
GradusOptions *gradus_options_parse (int argc, char **argv, GError **error);
void gradus_options_free (GradusOptions *self);

/* Whether each run can be, and all that is to be left of them: how many rows there are in all, and
 * which outputs several runs can have. Returns: FALSE with an error. */
gboolean gradus_options_check_runs (const GradusOptions *self, GError **error);

/* Whether an output has standard output to itself, so that words go to standard error. */
gboolean gradus_options_fill_stdout (const GradusOptions *self);

/* The views of all plots, frames and films. */
guint gradus_options_count_views (const GradusOptions *self);
GradusView gradus_options_get_view (const GradusOptions *self, guint i);

/* The text of --help, for 80 columns. Returns: (transfer full). */
char *gradus_options_help (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GradusOptions, gradus_options_free)
