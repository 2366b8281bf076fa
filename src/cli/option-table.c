/* The options that are no fields of the experiment: their table, and how each takes its value. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli/film-options.h"
#include "cli/options.h"
#include "cli/plot-choices.h"
#include "core/compare.h"

#define MAX_EVERY G_GINT64_CONSTANT (1000000000000)
#define MAX_SCALE 16
#define MIN_TYPE 0.5
#define MAX_TYPE 4

static const GradusOption table[] = {
  { GRADUS_OPTION_DATA, "data", N_ ("RECIPE|FILE"),
    N_ ("source and file in one: flower is the recipe, ./flower and points.csv are files") },
  { GRADUS_OPTION_COMPARE, "compare", N_ ("FIELD=LIST"),
    N_ ("vary and values in one: a run for each value, such as init-scale=0,0.01,1 or "
        "seed=100..124") },
  { GRADUS_OPTION_SWEEP, "sweep", N_ ("FIELD=LIST"),
    N_ ("across and across-values in one: with --compare a run for each two values, a table of "
        "them, such as --compare=init-scale=0.01,1 --sweep=seed=100..124; a line for each row "
        "tells "
        "the median") },
  { GRADUS_OPTION_SHARD, "shard", "K/N",
    N_ ("Train the K-th of N equal parts of the runs; the histories of all parts, one behind the "
        "other, are that of the whole; their tables as well") },
  { GRADUS_OPTION_HISTORY, "history", N_ ("FILE.csv"),
    N_ ("Write cost, accuracy, the gradients' norms and how far the units of each layer are apart, "
        "by epoch; - is standard output") },
  { GRADUS_OPTION_TABLE, "table", N_ ("FILE.csv"),
    N_ ("Write what each run of a --sweep has come to, a line each; - is standard output") },
  { GRADUS_OPTION_EVERY, "every", "N",
    N_ ("Rows of the history: epochs 0, N, 2N, … and the last (default: all up to 16384 rows, "
        "then every 2nd, 4th, …)") },
  { GRADUS_OPTION_DIAGNOSE, "diagnose", NULL,
    N_ ("Add to each row of the history, for every hidden layer, how much of it is saturated, "
        "which share of the error flat slopes block, how many units are distinct, and how many "
        "are dead; and the largest eigenvalue of the cost's Hessian") },
  { GRADUS_OPTION_PARAMETERS, "parameters", N_ ("FILE.json"),
    N_ ("Write the weights and biases of the last epoch") },
  { GRADUS_OPTION_PLOT, "plot", N_ ("VIEW:FILE"),
    N_ ("Draw a view into a .png, .svg or .pdf file; may be given several times. The views are "
        "listed below") },
  { GRADUS_OPTION_FILM, "film", N_ ("VIEW:FILE"),
    N_ ("Show a view over the epochs in a .mp4, .webm or .gif file, each epoch worked out exactly; "
        "may be given several times") },
  { GRADUS_OPTION_FILM_SECONDS, "film-seconds", "N",
    N_ ("How long a film lasts, from 1 to 3600 seconds (default: 10)") },
  { GRADUS_OPTION_FILM_RATE, "film-rate", "N",
    N_ ("Pictures a second in a film, from 1 to 60 (default: 25)") },
  { GRADUS_OPTION_FRAMES, "frames", N_ ("VIEW:PATTERN"),
    N_ ("The same as numbered PNG files: frames/%05d.png is frames/00001.png and so on") },
  { GRADUS_OPTION_FRAME_COUNT, "frame-count", "N",
    N_ ("How many frames there are (default: those of --every=N, else 100 at most)") },
  { GRADUS_OPTION_FRAME_FROM, "frame-from", N_ ("EPOCH"),
    N_ ("The epoch that films and frames begin with (default: 0); they end with the last one") },
  { GRADUS_OPTION_FRAME_SPACING, "frame-spacing", N_ ("NAME"),
    N_ ("linear: from picture to picture go by as many epochs; log: few at first, where most "
        "happens, then more and more (default: linear)") },
  { GRADUS_OPTION_SIZE, "size", N_ ("WIDTHxHEIGHT"),
    N_ ("Size of each plot, frame and film in CSS pixels (default: 640x480, 1360x850 for "
        "window)") },
  { GRADUS_OPTION_SCALE, "scale", N_ ("NUMBER"),
    N_ ("Device pixels to a CSS pixel in a PNG or film (default: 1)") },
  { GRADUS_OPTION_TYPE, "type", N_ ("NUMBER"),
    N_ ("How large letters, lines and marks are in a plot of that size (0.5 to 4; default: 1): 2 "
        "is for a slide") },
  { GRADUS_OPTION_THEME, "theme", N_ ("NAME"),
    N_ ("light, dark or print colours (default: light)") },
  { GRADUS_OPTION_CAPTION, "caption", NULL,
    N_ ("Write the experiment in small words below each plot") },
  { GRADUS_OPTION_EXAMPLE, "example", "N",
    N_ ("The training example, from 1 on, that a plot shows and the step is made of by itself "
        "(default: all of them)") },
  { GRADUS_OPTION_LAYER, "layer", "N",
    N_ ("The layer that a plot shows: of units, window, symmetry, saturation, hidden-space and "
        "compare a hidden one (default: 1); of step and parameters any (default: all of them)") },
  { GRADUS_OPTION_UNITS, "units", "J,K",
    N_ ("The two units of that layer whose plane hidden-space shows (default: 1,2)") },
  { GRADUS_OPTION_STEP_OUT, "step-out", N_ ("FILE.py|FILE.tex"),
    N_ ("Write the next step with all its numbers, as a NumPy program or as LaTeX") },
  { GRADUS_OPTION_DATA_OUT, "data-out", N_ ("FILE.csv"),
    N_ ("Write the examples, before standardising, with those held out marked") },
  { GRADUS_OPTION_SAVE, "save", N_ ("FILE.gradus"), N_ ("Write the experiment as it was run") },
  { GRADUS_OPTION_CHECK_GRADIENT, "check-gradient", NULL,
    N_ ("Compare back-propagation with differences of the cost, at the first and the last epoch") },
  { GRADUS_OPTION_LANDMARKS, "landmarks", NULL,
    N_ ("Print what the run passes and when: plateau left, a unit over half saturated, accuracy "
        "over 90 %, cost rises, diverged") },
  { GRADUS_OPTION_EXPLAIN, "explain", NULL,
    N_ ("Say in one sentence what is going on at the last epoch, below its cost and accuracy") },
  { GRADUS_OPTION_LESSON, "lesson", N_ ("LESSON"),
    N_ ("Go through a lesson: print its words with the numbers of its own runs, and check what it "
        "expects of them; without a name, list the lessons that there are. A file of your own, "
        "mine.lesson, is right too") },
  { GRADUS_OPTION_REPRODUCE, "reproduce", N_ ("TABLE"),
    N_ ("Train the runs of a table of published figures, and print these beside ours; without a "
        "name, list the tables that there are. A file of your own, mine.table, is right too") },
  { GRADUS_OPTION_THREADS, "threads", "N",
    N_ ("Threads to use (default: as many as there are processors); changes no result") },
  { GRADUS_OPTION_QUIET, "quiet", NULL, N_ ("Print nothing but errors") },
  { GRADUS_OPTION_VERSION, "version", NULL, N_ ("Print the version") },
  { GRADUS_OPTION_HELP, "help", NULL, N_ ("Print this help") },
};

const GradusOption *
gradus_options_table (int *n_options)
{
  *n_options = G_N_ELEMENTS (table);
  return table;
}

gboolean
gradus_options_fill_stdout (const GradusOptions *self)
{
  return g_strcmp0 (self->history, "-") == 0 || g_strcmp0 (self->table, "-") == 0;
}

const GradusOption *
gradus_option_find (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    if (strcmp (table[i].name, name) == 0)
      return &table[i];
  return NULL;
}

static gboolean
read_count (const char *name, const char *text, gint64 max, gint64 *count, GError **error)
{
  g_autofree char *most = g_strdup_printf ("%" G_GINT64_FORMAT, max);

  if (g_ascii_string_to_signed (text, 10, 1, max, count, NULL))
    return TRUE;
  return gradus_spec_fail (error,
                           _ ("--%s: “%s” is no such number; a whole number from 1 to %s is right"),
                           name, text, most);
}

/* Reads a plain decimal number at *text and moves *text behind it. */
static gboolean
read_number (const char **text, double min, double max, double *number)
{
  gsize length = strspn (*text, "0123456789.");
  g_autofree char *numeral = g_strndup (*text, length);
  char *end = NULL;

  *number = g_ascii_strtod (numeral, &end);
  *text += length;
  return length > 0 && *end == '\0' && *number >= min && *number <= max;
}

static gboolean
read_shard (GradusOptions *self, const char *text, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text, "/", -1);
  gint64 k = 0, n = 0;

  if (g_strv_length (parts) != 2
      || !g_ascii_string_to_signed (parts[1], 10, 1, GRADUS_MAX_RUNS, &n, NULL)
      || !g_ascii_string_to_signed (parts[0], 10, 1, n, &k, NULL))
    return gradus_spec_fail (
        error, _ ("--shard: “%s” is no such part; K/N such as 3/8, K from 1 to N, is right"), text);
  self->shard = (int) k;
  self->n_shards = (int) n;
  return TRUE;
}

static gboolean
read_scale (GradusOptions *self, const char *text, GError **error)
{
  const char *rest = text;

  if (read_number (&rest, 0.1, MAX_SCALE, &self->scale) && *rest == '\0')
    return TRUE;
  return gradus_spec_fail (error,
                           _ ("--scale: “%s” is no such number; a number from 0.1 to %d is right"),
                           text, MAX_SCALE);
}

static gboolean
read_type (GradusOptions *self, const char *text, GError **error)
{
  const char *rest = text;

  if (read_number (&rest, MIN_TYPE, MAX_TYPE, &self->type) && *rest == '\0')
    return TRUE;
  return gradus_spec_fail (error,
                           _ ("--type: “%s” is no such number; a number from %g to %d is right"),
                           text, MIN_TYPE, MAX_TYPE);
}

static gboolean
read_size (GradusOptions *self, const char *text, GError **error)
{
  const char *rest = text;

  if (read_number (&rest, GRADUS_MIN_EXPORT_SIDE, GRADUS_MAX_EXPORT_SIDE, &self->width)
      && *rest++ == 'x'
      && read_number (&rest, GRADUS_MIN_EXPORT_SIDE, GRADUS_MAX_EXPORT_SIDE, &self->height)
      && *rest == '\0')
    return TRUE;
  return gradus_spec_fail (
      error,
      _ ("--size: “%s” is no such size; WIDTHxHEIGHT such as 640x480, each from %d to "
         "%d, is right"),
      text, (int) GRADUS_MIN_EXPORT_SIDE, (int) GRADUS_MAX_EXPORT_SIDE);
}

static gboolean
read_theme (GradusOptions *self, const char *text, GError **error)
{
  int theme = gradus_theme_from_name (text);

  if (theme < 0)
    return gradus_spec_fail (
        error, _ ("--theme: there is no theme “%s”; light, dark or print is right"), text);
  self->theme = (GradusThemeKind) theme;
  return TRUE;
}

static gboolean
read_plot (GradusOptions *self, const char *text, GError **error)
{
  const char *colon = strchr (text, ':');
  g_autofree char *name = NULL;
  GradusPlotOption plot;
  int view, format;

  if (colon == NULL || colon[1] == '\0')
    return gradus_spec_fail (error,
                             _ ("--plot: “%s” is no plot; VIEW:FILE such as boundary:flower.png is "
                                "right"),
                             text);
  name = g_strndup (text, (gsize) (colon - text));
  view = gradus_view_from_name (name);
  if (view < 0)
    {
      g_autofree char *list = gradus_view_list ();
      return gradus_spec_fail (error, _ ("--plot: there is no view “%s”; one of %s is right"), name,
                               list);
    }
  format = gradus_format_from_path (colon + 1);
  if (format < 0)
    return gradus_spec_fail (
        error, _ ("--plot: “%s” has no known suffix; .png, .svg or .pdf is right"), colon + 1);
  plot.view = (GradusView) view;
  plot.format = (GradusFormat) format;
  plot.path = g_strdup (colon + 1);
  g_array_append_val (self->plots, plot);
  return TRUE;
}

/* Where an option's file name is kept, or NULL. */
static char **
find_path (GradusOptions *self, GradusOptionId id)
{
  switch ((int) id)
    {
    case GRADUS_OPTION_HISTORY:
      return &self->history;
    case GRADUS_OPTION_TABLE:
      return &self->table;
    case GRADUS_OPTION_PARAMETERS:
      return &self->parameters;
    case GRADUS_OPTION_DATA_OUT:
      return &self->data_out;
    case GRADUS_OPTION_SAVE:
      return &self->save;
    case GRADUS_OPTION_STEP_OUT:
      return &self->step_out;
    default:
      return NULL;
    }
}

gboolean
gradus_option_set (const GradusOption *option, GradusOptions *self, const char *text,
                   GError **error)
{
  char **path = find_path (self, option->id);
  gint64 count = 0;

  if (path != NULL && *text == '\0')
    return gradus_spec_fail (error, _ ("--%s: the name is empty; the name of a file is right"),
                             option->name);
  if (path != NULL)
    {
      g_free (*path);
      *path = g_strdup (text);
      return TRUE;
    }
  switch ((int) option->id)
    {
    case GRADUS_OPTION_EVERY:
      return read_count (option->name, text, MAX_EVERY, &self->every, error);
    case GRADUS_OPTION_EXAMPLE:
      return read_count (option->name, text, GRADUS_MAX_EXAMPLES, &self->example, error);
    case GRADUS_OPTION_LAYER:
      if (!read_count (option->name, text, GRADUS_MAX_LAYERS, &count, error))
        return FALSE;
      self->layer = (int) count;
      return TRUE;
    case GRADUS_OPTION_UNITS:
      return gradus_plot_choices_read_units (self, text, error);
    case GRADUS_OPTION_THREADS:
      if (!read_count (option->name, text, GRADUS_MAX_THREADS, &count, error))
        return FALSE;
      self->n_threads = (int) count;
      return TRUE;
    case GRADUS_OPTION_SHARD:
      return read_shard (self, text, error);
    case GRADUS_OPTION_LESSON:
      g_free (self->lesson);
      self->lesson = g_strdup (text);
      return TRUE;
    case GRADUS_OPTION_REPRODUCE:
      g_free (self->reproduce);
      self->reproduce = g_strdup (text);
      return TRUE;
    case GRADUS_OPTION_PLOT:
      return read_plot (self, text, error);
    case GRADUS_OPTION_SIZE:
      return read_size (self, text, error);
    case GRADUS_OPTION_SCALE:
      return read_scale (self, text, error);
    case GRADUS_OPTION_TYPE:
      return read_type (self, text, error);
    case GRADUS_OPTION_THEME:
      return read_theme (self, text, error);
    case GRADUS_OPTION_CAPTION:
      return self->caption = TRUE;
    case GRADUS_OPTION_DIAGNOSE:
      return self->diagnose = TRUE;
    case GRADUS_OPTION_CHECK_GRADIENT:
      return self->check_gradient = TRUE;
    case GRADUS_OPTION_LANDMARKS:
      return self->landmarks = TRUE;
    case GRADUS_OPTION_EXPLAIN:
      return self->explain = TRUE;
    case GRADUS_OPTION_QUIET:
      return self->quiet = TRUE;
    case GRADUS_OPTION_VERSION:
      return self->version = TRUE;
    case GRADUS_OPTION_HELP:
      return self->help = TRUE;
    default:
      return gradus_film_options_read (self, option, text, error);
    }
}
