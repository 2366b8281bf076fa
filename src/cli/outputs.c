/* Makes the files a run leaves, and sees to it beforehand that they can be written. */
#include "cli/outputs.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/film-options.h"
#include "cli/films.h"
#include "cli/plots.h"
#include "cli/step-file.h"
#include "core/file.h"
#include "core/spec-text.h"
#include "core/split.h"
#include "core/table.h"
#include "plot/imprint.h"

/* A file that would be replaced, not a device that takes in what comes. */
static gboolean
is_replaced (const char *path)
{
  GStatBuf status;

  return g_stat (path, &status) != 0 || S_ISREG (status.st_mode);
}

static gboolean
is_same_file (const char *path, const char *other)
{
  GStatBuf a, b;
  g_autofree char *full = g_canonicalize_filename (path, NULL);
  g_autofree char *other_full = g_canonicalize_filename (other, NULL);

  if (!is_replaced (path) || !is_replaced (other))
    return FALSE;
  if (g_stat (path, &a) == 0 && g_stat (other, &b) == 0)
    return a.st_dev == b.st_dev && a.st_ino == b.st_ino;
  return strcmp (full, other_full) == 0;
}

static gboolean
check_folder (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_filename_display_name (folder);

  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    return gradus_file_fail (error, path,
                             _ ("there is no folder “%s”; a folder that is there is right"), name);
  if (g_access (folder, W_OK | X_OK) != 0)
    return gradus_file_fail (
        error, path, _ ("the folder “%s” cannot be written to; another one is right"), name);
  return TRUE;
}

/* Whether gradus_file_write () will come through, as far as can be told without writing. */
static gboolean
check_target (const char *path, GError **error)
{
  GStatBuf status;
  char *real;

  if (g_stat (path, &status) != 0)
    return check_folder (path, error);
  if (S_ISDIR (status.st_mode))
    return gradus_file_fail (error, path, _ ("this is a folder; the name of a file is right"));
  if (g_access (path, W_OK) != 0)
    return gradus_file_fail (error, path, _ ("this may not be written to; another name is right"));
  if (!S_ISREG (status.st_mode))
    return TRUE;
  real = realpath (path, NULL);
  if (real != NULL)
    {
      gboolean ok = check_folder (real, error);

      free (real);
      return ok;
    }
  return TRUE;
}

/* The names of all files to be written, borrowed; --save's is the last one. */
static GPtrArray *
list_paths (const GradusOptions *options)
{
  GPtrArray *paths = g_ptr_array_new ();

  if (options->history != NULL && strcmp (options->history, "-") != 0)
    g_ptr_array_add (paths, options->history);
  if (options->table != NULL && strcmp (options->table, "-") != 0)
    g_ptr_array_add (paths, options->table);
  if (options->parameters != NULL)
    g_ptr_array_add (paths, options->parameters);
  for (guint i = 0; i < options->plots->len; i++)
    g_ptr_array_add (paths, g_array_index (options->plots, GradusPlotOption, i).path);
  for (guint i = 0; i < options->motions->len; i++)
    g_ptr_array_add (paths, g_array_index (options->motions, GradusMotionOption, i).first);
  if (options->step_out != NULL)
    g_ptr_array_add (paths, options->step_out);
  if (options->data_out != NULL)
    g_ptr_array_add (paths, options->data_out);
  if (options->save != NULL)
    g_ptr_array_add (paths, options->save);
  return paths;
}

/* The picture whose experiment is run must not be one of the frames. */
static gboolean
check_frames (const GradusOptions *options, GError **error)
{
  for (guint i = 0; options->experiment != NULL && i < options->motions->len; i++)
    {
      const GradusMotionOption *motion = &g_array_index (options->motions, GradusMotionOption, i);
      int n = 0;

      g_free (gradus_film_options_schedule (options, motion, options->spec.epochs, &n));
      for (int k = 1; !motion->is_film && k <= n; k++)
        {
          g_autofree char *path = gradus_film_options_name (motion, k);
          if (is_same_file (path, options->experiment))
            return gradus_file_fail (
                error, path,
                _ ("this is the experiment itself; another name for the output is right"));
        }
    }
  return TRUE;
}

gboolean
gradus_outputs_check (const GradusOptions *options, GError **error)
{
  g_autoptr (GPtrArray) paths = list_paths (options);
  const char *table = options->spec.source == GRADUS_SOURCE_FILE ? options->spec.file : NULL;

  for (guint i = 0; i < paths->len; i++)
    {
      const char *path = paths->pdata[i];

      for (guint k = 0; k < i; k++)
        if (is_same_file (path, paths->pdata[k]))
          return gradus_file_fail (
              error, path, _ ("two outputs would be written here; a file for each is right"));
      if (table != NULL && is_same_file (path, table))
        return gradus_file_fail (
            error, path,
            _ ("this is the table that is read; another name for the output is right"));
      if (options->experiment != NULL && is_same_file (path, options->experiment)
          && (path != options->save || gradus_imprint_is_picture (options->experiment)))
        return gradus_file_fail (
            error, path, _ ("this is the experiment itself; another name for the output is right"));
      if (!check_target (path, error))
        return FALSE;
    }
  for (guint i = 0; i < options->plots->len; i++)
    if (!gradus_plots_check (options, &g_array_index (options->plots, GradusPlotOption, i), error))
      return FALSE;
  return check_frames (options, error) && gradus_films_check (options, error);
}

static GString *
make_data (const GradusOptions *options, const GradusDataset *all)
{
  g_autofree gboolean *held_out =
      gradus_split_mark (all, options->spec.held_out, (guint32) options->spec.data_seed);

  return gradus_table_format (all, held_out);
}

/* While a file has its temporary beside it, Ctrl+C waits; a device may never come to an end. */
void
gradus_outputs_write_file (const char *path, const void *bytes, gsize length, GPtrArray *failures)
{
  static const int signals[] = { SIGINT, SIGTERM, SIGHUP };
  struct sigaction before[G_N_ELEMENTS (signals)];
  struct sigaction ignore;
  g_autoptr (GError) error = NULL;
  gboolean guarded = is_replaced (path);

  memset (&ignore, 0, sizeof ignore);
  ignore.sa_handler = SIG_IGN;
  for (gsize i = 0; guarded && i < G_N_ELEMENTS (signals); i++)
    sigaction (signals[i], &ignore, &before[i]);
  if (!gradus_file_write (path, bytes, length, &error))
    g_ptr_array_add (failures, g_strdup (error->message));
  for (gsize i = 0; guarded && i < G_N_ELEMENTS (signals); i++)
    sigaction (signals[i], &before[i], NULL);
}

/* text is (transfer full). */
static void
write_text (const char *path, GString *text, GPtrArray *failures)
{
  gradus_outputs_write_file (path, text->str, text->len, failures);
  g_string_free (text, TRUE);
}

/* text is (transfer full); main asks ferror () at the end. */
static void
write_stdout (GString *text)
{
  fwrite (text->str, 1, text->len, stdout);
  g_string_free (text, TRUE);
}

GPtrArray *
gradus_outputs_write (const GradusOptions *options, const GradusBatch *batch)
{
  const GString *history = gradus_batch_get_history (batch);
  const GString *parameters = gradus_batch_get_parameters (batch);
  GPtrArray *failures = g_ptr_array_new_with_free_func (g_free);

  if (options->parameters != NULL)
    gradus_outputs_write_file (options->parameters, parameters->str, parameters->len, failures);
  if (options->data_out != NULL)
    write_text (options->data_out, make_data (options, gradus_batch_get_data (batch)), failures);
  if (options->step_out != NULL)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text =
          gradus_step_file_make (options, gradus_batch_get_trainer (batch), &error);

      if (text != NULL)
        gradus_outputs_write_file (options->step_out, text, strlen (text), failures);
      else
        g_ptr_array_add (failures, g_strdup (error->message));
    }
  if (options->save != NULL)
    {
      g_autofree char *text = gradus_spec_to_text (&options->spec, options->save);

      gradus_outputs_write_file (options->save, text, strlen (text), failures);
    }
  if (options->plots->len > 0)
    {
      g_autoptr (GradusPlots) plots =
          gradus_plots_new (options, gradus_batch_get_trainers (batch),
                            gradus_batch_get_landmarks (batch), gradus_batch_get_sweep (batch));

      for (guint i = 0; i < options->plots->len; i++)
        {
          const GradusPlotOption *plot = &g_array_index (options->plots, GradusPlotOption, i);
          g_autoptr (GError) error = NULL;
          g_autoptr (GByteArray) bytes = gradus_plots_render (plots, plot, &error);

          if (bytes != NULL)
            gradus_outputs_write_file (plot->path, bytes->data, bytes->len, failures);
          else
            g_ptr_array_add (failures, g_strdup_printf ("%s: %s", plot->path, error->message));
        }
    }
  if (options->table != NULL)
    {
      GString *table = gradus_batch_make_table (batch);

      if (strcmp (options->table, "-") != 0)
        write_text (options->table, table, failures);
      else
        write_stdout (table);
    }
  gradus_films_write (options, batch, failures);
  if (options->history != NULL && strcmp (options->history, "-") != 0)
    gradus_outputs_write_file (options->history, history->str, history->len, failures);
  else if (options->history != NULL)
    fwrite (history->str, 1, history->len, stdout); /* main asks ferror () at the end */
  return failures;
}
