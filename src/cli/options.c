/* From the arguments to options: a walk over argv, driven by the field table and a table of the
 * rest. */
#include "cli/options.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/error.h"
#include "core/spec-fields.h"
#include "core/spec-text.h"

#define MAX_THREADS 1024
#define MAX_EVERY G_GINT64_CONSTANT (1000000000000)
#define MAX_SCALE 16
#define MIN_SIDE 16

static const GradusOption table[] = {
  { GRADUS_OPTION_DATA, "data", N_ ("RECIPE|FILE"),
    N_ ("source and file in one: flower is the recipe, ./flower and points.csv are files") },
  { GRADUS_OPTION_HISTORY, "history", N_ ("FILE.csv"),
    N_ ("Write cost and accuracy by epoch; - is standard output") },
  { GRADUS_OPTION_EVERY, "every", "N",
    N_ ("Rows of the history: epochs 0, N, 2N, … and the last (default: all up to 16384 rows, "
        "then every 2nd, 4th, …)") },
  { GRADUS_OPTION_PARAMETERS, "parameters", N_ ("FILE.json"),
    N_ ("Write the weights and biases of the last epoch") },
  { GRADUS_OPTION_PLOT, "plot", N_ ("VIEW:FILE"),
    N_ ("Draw boundary, cost, units or window (all of them) into a .png, .svg or .pdf file; may "
        "be given several times") },
  { GRADUS_OPTION_SIZE, "size", N_ ("WIDTHxHEIGHT"),
    N_ ("Size of each plot in CSS pixels (default: 640x480, 1360x850 for window)") },
  { GRADUS_OPTION_SCALE, "scale", N_ ("NUMBER"),
    N_ ("Device pixels to a CSS pixel in a PNG (default: 1)") },
  { GRADUS_OPTION_THEME, "theme", N_ ("NAME"),
    N_ ("light, dark or print colours (default: light)") },
  { GRADUS_OPTION_DATA_OUT, "data-out", N_ ("FILE.csv"),
    N_ ("Write the examples, before standardising, with those held out marked") },
  { GRADUS_OPTION_SAVE, "save", N_ ("FILE.gradus"), N_ ("Write the experiment as it was run") },
  { GRADUS_OPTION_CHECK_GRADIENT, "check-gradient", NULL,
    N_ ("Compare back-propagation with differences of the cost, at the first and the last epoch") },
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

static void
clear_plot (gpointer plot)
{
  g_free (((GradusPlotOption *) plot)->path);
}

static gboolean fail (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

static gboolean
fail (GError **error, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  if (error != NULL)
    *error = g_error_new_valist (GRADUS_ERROR, GRADUS_ERROR_SPEC, format, arguments);
  va_end (arguments);
  return FALSE;
}

static gboolean
read_count (const char *name, const char *text, gint64 max, gint64 *count, GError **error)
{
  g_autofree char *most = g_strdup_printf ("%" G_GINT64_FORMAT, max);

  if (g_ascii_string_to_signed (text, 10, 1, max, count, NULL))
    return TRUE;
  return fail (error, _ ("--%s: “%s” is no such number; a whole number from 1 to %s is right"),
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
read_scale (GradusOptions *self, const char *text, GError **error)
{
  const char *rest = text;

  if (read_number (&rest, 0.1, MAX_SCALE, &self->scale) && *rest == '\0')
    return TRUE;
  return fail (error, _ ("--scale: “%s” is no such number; a number from 0.1 to %d is right"), text,
               MAX_SCALE);
}

static gboolean
read_size (GradusOptions *self, const char *text, GError **error)
{
  const char *rest = text;

  if (read_number (&rest, MIN_SIDE, GRADUS_MAX_EXPORT_SIDE, &self->width) && *rest++ == 'x'
      && read_number (&rest, MIN_SIDE, GRADUS_MAX_EXPORT_SIDE, &self->height) && *rest == '\0')
    return TRUE;
  return fail (error,
               _ ("--size: “%s” is no such size; WIDTHxHEIGHT such as 640x480, each from %d to "
                  "%d, is right"),
               text, MIN_SIDE, (int) GRADUS_MAX_EXPORT_SIDE);
}

static gboolean
read_theme (GradusOptions *self, const char *text, GError **error)
{
  int theme = gradus_theme_from_name (text);

  if (theme < 0)
    return fail (error, _ ("--theme: there is no theme “%s”; light, dark or print is right"), text);
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
    return fail (error,
                 _ ("--plot: “%s” is no plot; VIEW:FILE such as boundary:flower.png is "
                    "right"),
                 text);
  name = g_strndup (text, (gsize) (colon - text));
  view = gradus_view_from_name (name);
  if (view < 0)
    return fail (error,
                 _ ("--plot: there is no view “%s”; boundary, cost, units or window is "
                    "right"),
                 name);
  format = gradus_format_from_path (colon + 1);
  if (format < 0)
    return fail (error, _ ("--plot: “%s” has no known suffix; .png, .svg or .pdf is right"),
                 colon + 1);
  plot.view = (GradusView) view;
  plot.format = (GradusFormat) format;
  plot.path = g_strdup (colon + 1);
  g_array_append_val (self->plots, plot);
  return TRUE;
}

/* --data: the name of a recipe is the recipe, everything else a file. */
static gboolean
set_data (GradusSpec *spec, const char *text, GError **error)
{
  const GradusSpecField *source = gradus_spec_field_find ("source");

  if (*text == '\0')
    return fail (error, _ ("--data: the name is empty; a recipe or a file is right"));
  if (g_str_has_suffix (text, ".gradus"))
    return fail (error,
                 _ ("--data: “%s” is an experiment, not a table; its name without --data "
                    "is right"),
                 text);
  for (int i = 0; i < GRADUS_SOURCE_FILE; i++)
    if (strcmp (text, source->choices[i]) == 0)
      {
        spec->source = i;
        return TRUE;
      }
  spec->source = GRADUS_SOURCE_FILE;
  return gradus_spec_set (spec, "file", text, error);
}

/* Where an option's file name is kept, or NULL. */
static char **
find_path (GradusOptions *self, GradusOptionId id)
{
  switch ((int) id)
    {
    case GRADUS_OPTION_HISTORY:
      return &self->history;
    case GRADUS_OPTION_PARAMETERS:
      return &self->parameters;
    case GRADUS_OPTION_DATA_OUT:
      return &self->data_out;
    case GRADUS_OPTION_SAVE:
      return &self->save;
    default:
      return NULL;
    }
}

/* Takes in an option that is no field, but for --data: that is two fields in disguise and waits for
 * the experiment to be read, as all fields do. */
static gboolean
set_option (GradusOptions *self, const GradusOption *option, const char *text, GError **error)
{
  char **path = find_path (self, option->id);
  gint64 count = 0;

  if (path != NULL && *text == '\0')
    return fail (error, _ ("--%s: the name is empty; the name of a file is right"), option->name);
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
    case GRADUS_OPTION_THREADS:
      if (!read_count (option->name, text, MAX_THREADS, &count, error))
        return FALSE;
      self->n_threads = (int) count;
      return TRUE;
    case GRADUS_OPTION_PLOT:
      return read_plot (self, text, error);
    case GRADUS_OPTION_SIZE:
      return read_size (self, text, error);
    case GRADUS_OPTION_SCALE:
      return read_scale (self, text, error);
    case GRADUS_OPTION_THEME:
      return read_theme (self, text, error);
    case GRADUS_OPTION_CHECK_GRADIENT:
      return self->check_gradient = TRUE;
    case GRADUS_OPTION_QUIET:
      return self->quiet = TRUE;
    case GRADUS_OPTION_VERSION:
      return self->version = TRUE;
    case GRADUS_OPTION_HELP:
      return self->help = TRUE;
    default:
      return TRUE;
    }
}

/* A field's option and its text, kept until the experiment is read. */
typedef struct
{
  const GradusSpecField *field; /* NULL: --data */
  char *text;
} Setting;

static void
clear_setting (gpointer setting)
{
  g_free (((Setting *) setting)->text);
}

static const GradusOption *
find_option (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    if (strcmp (table[i].name, name) == 0)
      return &table[i];
  return NULL;
}

/* The value of the option argv[*i]: behind its "=", or the next argument. A switch may stand alone,
 * which means true. */
static const char *
find_value (int argc, char **argv, int *i, const GradusSpecField *field)
{
  const char *equals = strchr (argv[*i], '=');
  const char *next = *i + 1 < argc ? argv[*i + 1] : NULL;

  if (equals != NULL)
    return equals + 1;
  if (field != NULL && field->kind == GRADUS_FIELD_BOOL && g_strcmp0 (next, "true") != 0
      && g_strcmp0 (next, "false") != 0)
    return "true";
  if (next != NULL)
    ++*i;
  return next;
}

static gboolean
read_argument (GradusOptions *self, int argc, char **argv, int *i, GArray *settings, GError **error)
{
  const char *argument = argv[*i];
  g_autofree char *name = g_strndup (argument + 2, strcspn (argument + 2, "="));
  const GradusOption *option = find_option (name);
  const GradusSpecField *field = gradus_spec_field_find (name);
  const char *text = NULL;

  if (argument[1] != '-' || (option == NULL && field == NULL))
    return fail (error, _ ("there is no option %.*s; gradus-cli --help lists those that are right"),
                 (int) strcspn (argument, "="), argument);
  if (option != NULL && option->value == NULL)
    {
      if (strchr (argument, '=') != NULL)
        return fail (error, _ ("--%s takes no value; --%s alone is right"), name, name);
      return set_option (self, option, "", error);
    }
  text = find_value (argc, argv, i, field);
  if (text == NULL)
    return fail (error, _ ("--%s: its value is missing; --%s=%s is right"), name, name,
                 option != NULL ? _ (option->value) : _ ("VALUE"));
  if (option == NULL || option->id == GRADUS_OPTION_DATA)
    {
      Setting setting = { field, g_strdup (text) };

      g_array_append_val (settings, setting);
      return TRUE;
    }
  return set_option (self, option, text, error);
}

static gboolean
read_experiment_name (GradusOptions *self, const char *argument, GError **error)
{
  static const char *const tables[] = { ".csv", ".tsv", ".txt" };

  if (*argument == '\0')
    return fail (error, _ ("the name of the experiment is empty; the name of a file is right"));
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    if (g_str_has_suffix (argument, tables[i]))
      return fail (error, _ ("%s: this is a table, not an experiment; --data=%s is right"),
                   argument, argument);
  if (self->experiment != NULL)
    return fail (error, _ ("%s: there is an experiment already, %s; one is right"), argument,
                 self->experiment);
  self->experiment = g_strdup (argument);
  return TRUE;
}

static gboolean
read_arguments (GradusOptions *self, int argc, char **argv, GArray *settings, GError **error)
{
  gboolean only_names = FALSE;

  for (int i = 1; i < argc && !self->help && !self->version; i++)
    {
      if (!only_names && strcmp (argv[i], "--") == 0)
        only_names = TRUE;
      else if (only_names || argv[i][0] != '-' || argv[i][1] == '\0')
        {
          if (!read_experiment_name (self, argv[i], error))
            return FALSE;
        }
      else if (!read_argument (self, argc, argv, &i, settings, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
make_spec (GradusOptions *self, GArray *settings, GError **error)
{
  if (self->experiment != NULL && !gradus_spec_load (&self->spec, self->experiment, error))
    return FALSE;
  for (guint i = 0; i < settings->len; i++)
    {
      const Setting *setting = &g_array_index (settings, Setting, i);

      if (setting->field == NULL)
        {
          if (!set_data (&self->spec, setting->text, error))
            return FALSE;
        }
      else if (!gradus_spec_field_set (setting->field, &self->spec, setting->text, error))
        {
          g_prefix_error (error, "--");
          return FALSE;
        }
    }
  if (!gradus_spec_check (&self->spec, error))
    return FALSE;
  if (self->spec.epochs < 0)
    return fail (error, _ ("epochs: empty trains until told, which needs the window; a number "
                           "such as --epochs=10000 is right"));
  return TRUE;
}

GradusOptions *
gradus_options_parse (int argc, char **argv, GError **error)
{
  g_autoptr (GradusOptions) self = g_new0 (GradusOptions, 1);
  g_autoptr (GArray) settings = g_array_new (FALSE, FALSE, sizeof (Setting));

  g_array_set_clear_func (settings, clear_setting);
  gradus_spec_init (&self->spec);
  self->plots = g_array_new (FALSE, FALSE, sizeof (GradusPlotOption));
  g_array_set_clear_func (self->plots, clear_plot);
  self->scale = 1;
  self->n_threads = (int) CLAMP (g_get_num_processors (), 1, MAX_THREADS);

  if (!read_arguments (self, argc, argv, settings, error))
    return NULL;
  if (!self->help && !self->version && !make_spec (self, settings, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
gradus_options_free (GradusOptions *self)
{
  if (self == NULL)
    return;
  g_free (self->experiment);
  g_free (self->history);
  g_free (self->parameters);
  g_free (self->data_out);
  g_free (self->save);
  g_array_unref (self->plots);
  g_free (self);
}
