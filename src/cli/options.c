/* From the arguments to options: a walk over argv, driven by the field table and a table of the
 * rest. */
#include "cli/options.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/spec-fields.h"
#include "core/spec-text.h"
#include "plot/imprint.h"

static void
clear_plot (gpointer plot)
{
  g_free (((GradusPlotOption *) plot)->path);
}

static void
clear_motion (gpointer motion)
{
  g_free (((GradusMotionOption *) motion)->path);
  g_free (((GradusMotionOption *) motion)->first);
}

guint
gradus_options_count_views (const GradusOptions *self)
{
  return self->plots->len + self->motions->len;
}

GradusView
gradus_options_get_view (const GradusOptions *self, guint i)
{
  return i < self->plots->len
             ? g_array_index (self->plots, GradusPlotOption, i).view
             : g_array_index (self->motions, GradusMotionOption, i - self->plots->len).view;
}

/* --data: the name of a recipe is the recipe, everything else a file. */
static gboolean
set_data (GradusSpec *spec, const char *text, GError **error)
{
  const GradusSpecField *source = gradus_spec_field_find ("source");

  if (*text == '\0')
    return gradus_spec_fail (error, _ ("--data: the name is empty; a recipe or a file is right"));
  if (g_str_has_suffix (text, ".gradus"))
    return gradus_spec_fail (
        error,
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

/* --compare and --sweep: FIELD=LIST, for the two keys. */
static gboolean
set_varied (GradusSpec *spec, const GradusOption *option, const char *text, GError **error)
{
  gboolean is_sweep = option->id == GRADUS_OPTION_SWEEP;
  const char *equals = strchr (text, '=');

  if (equals == NULL && is_sweep)
    return gradus_spec_fail (
        error, _ ("--sweep: “%s” is no list of values; FIELD=LIST such as seed=100..124 is right"),
        text);
  if (equals == NULL)
    return gradus_spec_fail (
        error,
        _ ("--compare: “%s” is no comparison; FIELD=LIST such as init-scale=0,0.01,1 is right"),
        text);
  g_autofree char *name = g_strndup (text, (gsize) (equals - text));
  return gradus_spec_set (spec, is_sweep ? "across" : "vary", name, error)
         && gradus_spec_set (spec, is_sweep ? "across-values" : "values", equals + 1, error);
}

/* Whether the option is two fields in disguise, which wait for the experiment to be read. */
static gboolean
is_disguised (const GradusOption *option)
{
  return option->id == GRADUS_OPTION_DATA || option->id == GRADUS_OPTION_COMPARE
         || option->id == GRADUS_OPTION_SWEEP;
}

/* Whether it is all that there is to do, and brings its own experiments. */
static gboolean
is_whole (const GradusOption *option)
{
  return option->id == GRADUS_OPTION_LESSON || option->id == GRADUS_OPTION_REPRODUCE;
}

/* A field's option and its text, kept until the experiment is read. */
typedef struct
{
  const GradusSpecField *field; /* NULL: an option that is two fields in disguise */
  const GradusOption *option;
  char *text;
} Setting;

static void
clear_setting (gpointer setting)
{
  g_free (((Setting *) setting)->text);
}

/* The value of the option argv[*i]: behind its "=", or the next argument. A switch may stand alone,
 * which means true, and so may --lesson and --reproduce. */
static const char *
find_value (int argc, char **argv, int *i, const GradusOption *option, const GradusSpecField *field)
{
  const char *equals = strchr (argv[*i], '=');
  const char *next = *i + 1 < argc ? argv[*i + 1] : NULL;

  if (equals != NULL)
    return equals + 1;
  if (field != NULL && field->kind == GRADUS_FIELD_BOOL && g_strcmp0 (next, "true") != 0
      && g_strcmp0 (next, "false") != 0)
    return "true";
  if (option != NULL && is_whole (option) && (next == NULL || *next == '-'))
    return "";
  if (next != NULL)
    ++*i;
  return next;
}

/* Remembers the first option that has no use beside --lesson and --reproduce. */
static void
note_beside (GradusOptions *self, const GradusOption *option, const char *name)
{
  if (self->beside == NULL
      && (option == NULL
          || (!is_whole (option) && option->id != GRADUS_OPTION_THREADS
              && option->id != GRADUS_OPTION_QUIET)))
    self->beside = g_strdup (name);
}

static gboolean
read_argument (GradusOptions *self, int argc, char **argv, int *i, GArray *settings, GError **error)
{
  const char *argument = argv[*i];
  g_autofree char *name = g_strndup (argument + 2, strcspn (argument + 2, "="));
  const GradusOption *option = gradus_option_find (name);
  const GradusSpecField *field = gradus_spec_field_find (name);
  const char *text = NULL;

  if (argument[1] != '-' || (option == NULL && field == NULL))
    return gradus_spec_fail (
        error, _ ("there is no option %.*s; gradus-cli --help lists those that are right"),
        (int) strcspn (argument, "="), argument);
  note_beside (self, option, name);
  if (option != NULL && option->value == NULL)
    {
      if (strchr (argument, '=') != NULL)
        return gradus_spec_fail (error, _ ("--%s takes no value; --%s alone is right"), name, name);
      return gradus_option_set (option, self, "", error);
    }
  text = find_value (argc, argv, i, option, field);
  if (text == NULL)
    return gradus_spec_fail (error, _ ("--%s: its value is missing; --%s=%s is right"), name, name,
                             option != NULL ? _ (option->value) : _ ("VALUE"));
  if (option == NULL || is_disguised (option))
    {
      Setting setting = { field, option, g_strdup (text) };

      g_array_append_val (settings, setting);
      return TRUE;
    }
  return gradus_option_set (option, self, text, error);
}

/* What files of other kinds are, and the option that takes them. */
static const struct
{
  const char *suffix, *is, *option;
} others[] = {
  { ".csv", N_ ("a table"), "data" },
  { ".tsv", N_ ("a table"), "data" },
  { ".txt", N_ ("a table"), "data" },
  { ".lesson", N_ ("a lesson"), "lesson" },
  { ".table", N_ ("a table of published figures"), "reproduce" },
};

static gboolean
read_experiment_name (GradusOptions *self, const char *argument, GError **error)
{
  if (*argument == '\0')
    return gradus_spec_fail (
        error, _ ("the name of the experiment is empty; the name of a file is right"));
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    if (g_str_has_suffix (argument, others[i].suffix))
      return gradus_spec_fail (error, _ ("%s: this is %s, not an experiment; --%s=%s is right"),
                               argument, _ (others[i].is), others[i].option, argument);
  if (self->experiment != NULL)
    return gradus_spec_fail (error, _ ("%s: there is an experiment already, %s; one is right"),
                             argument, self->experiment);
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
apply_settings (GradusOptions *self, GArray *settings, GError **error)
{
  for (guint i = 0; i < settings->len; i++)
    {
      const Setting *setting = &g_array_index (settings, Setting, i);

      if (setting->field == NULL)
        {
          if (!(setting->option->id == GRADUS_OPTION_DATA
                    ? set_data (&self->spec, setting->text, error)
                    : set_varied (&self->spec, setting->option, setting->text, error)))
            return FALSE;
        }
      else if (!gradus_spec_field_set (setting->field, &self->spec, setting->text, error))
        {
          g_prefix_error (error, "--");
          return FALSE;
        }
    }
  return TRUE;
}

static const char *
setting_name (const Setting *setting)
{
  return setting->field != NULL ? setting->field->name : setting->option->name;
}

/* A table that is named is meant to be read: --file alone chooses the source. */
static void
choose_source (GradusSpec *spec, const GArray *settings)
{
  gboolean is_chosen = FALSE, is_named = FALSE;

  for (guint i = 0; i < settings->len; i++)
    {
      const Setting *setting = &g_array_index (settings, Setting, i);
      const char *name = setting_name (setting);

      is_chosen = is_chosen || strcmp (name, "data") == 0 || strcmp (name, "source") == 0;
      is_named = is_named || (strcmp (name, "file") == 0 && *setting->text != '\0');
    }
  if (is_named && !is_chosen)
    spec->source = GRADUS_SOURCE_FILE;
}

/* What the source has no use for would be passed over in silence. */
static gboolean
check_source (const GradusSpec *spec, const GArray *settings, GError **error)
{
  static const char *const of_tables[] = { "file", "x1", "x2", "label", NULL };
  static const char *const of_recipes[] = { "examples", "noise", "test-examples", "test-seed",
                                            NULL };
  const char *source = gradus_spec_field_find ("source")->choices[spec->source];

  for (guint i = 0; i < settings->len; i++)
    {
      const Setting *setting = &g_array_index (settings, Setting, i);
      const char *name = setting_name (setting);

      if (*setting->text == '\0')
        continue;
      if (spec->source != GRADUS_SOURCE_FILE && g_strv_contains (of_tables, name))
        return gradus_spec_fail (
            error, _ ("--%s: the recipe %s reads no table; --data=FILE with it is right"), name,
            source);
      if (spec->source == GRADUS_SOURCE_FILE && g_strv_contains (of_recipes, name))
        return gradus_spec_fail (error,
                                 _ ("--%s: the examples are those of a table; a recipe such as "
                                    "--data=flower with it is right"),
                                 name);
    }
  return TRUE;
}

/* A picture's experiment ends at the epoch that it shows. */
static gboolean
load_experiment (GradusOptions *self, GError **error)
{
  if (!gradus_imprint_is_picture (self->experiment))
    return gradus_spec_load (&self->spec, self->experiment, error);
  return gradus_imprint_load (&self->spec, &self->spec.epochs, self->experiment, error);
}

static gboolean
check_alone (const GradusOptions *self, const char *name, GError **error)
{
  const char *beside = self->lesson != NULL && self->reproduce != NULL ? "lesson" : self->beside;

  if (beside == NULL && self->experiment == NULL)
    return TRUE;
  return gradus_spec_fail (
      error, _ ("--%s: it brings its own experiments; without %s%s it is right"), name,
      beside != NULL ? "--" : "", beside != NULL ? beside : self->experiment);
}

static gboolean
make_spec (GradusOptions *self, GArray *settings, GError **error)
{
  if (self->reproduce != NULL || self->lesson != NULL)
    return check_alone (self, self->reproduce != NULL ? "reproduce" : "lesson", error);
  if (self->experiment != NULL && !load_experiment (self, error))
    return FALSE;
  if (!apply_settings (self, settings, error))
    return FALSE;
  choose_source (&self->spec, settings);
  if (!check_source (&self->spec, settings, error) || !gradus_spec_check (&self->spec, error))
    return FALSE;
  if (self->spec.epochs < 0)
    return gradus_spec_fail (error,
                             _ ("epochs: empty trains until told, which needs the window; a number "
                                "such as --epochs=10000 is right"));
  if (self->diagnose && self->history == NULL)
    return gradus_spec_fail (
        error,
        _ ("--diagnose: there is no history to add to; --history=FILE.csv with it is right"));
  return gradus_options_check_runs (self, error);
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
  self->motions = g_array_new (FALSE, FALSE, sizeof (GradusMotionOption));
  g_array_set_clear_func (self->motions, clear_motion);
  self->first_frame = -1;
  self->scale = 1;
  self->type = 1;
  self->shard = self->n_shards = 1;
  self->n_threads = (int) CLAMP (g_get_num_processors (), 1, GRADUS_MAX_THREADS);

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
  g_free (self->lesson);
  g_free (self->beside);
  g_free (self->history);
  g_free (self->table);
  g_free (self->parameters);
  g_free (self->data_out);
  g_free (self->save);
  g_free (self->step_out);
  g_free (self->reproduce);
  g_array_unref (self->plots);
  g_array_unref (self->motions);
  g_free (self);
}
