/* From the wish to export to the file: asks what, asks where, writes. */
#include "app/exporter.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/chooser.h"
#include "app/compared-runs.h"
#include "app/export-dialog.h"
#include "app/filmer.h"
#include "app/shown-figure.h"
#include "plot/recipe-line.h"
#include "plot/views.h"

#define MIN_RESOLUTION 64
#define MAX_RESOLUTION 1200

typedef struct
{
  GradusSession *session;
  GradusPlots *plots;
  GradusMessageBar *message_bar;
  char *data_name;
  GradusExportWish wish;
  gboolean is_gathering; /* the session was asked for what the view shows along the run */
} Exporter;

/* What is only gathered while somebody looks is gathered while the place of the file is chosen. */
static void
gather (Exporter *self, gboolean wanted)
{
  const GradusViewRow *row = gradus_view_row (self->wish.view);

  if (self->is_gathering == wanted)
    return;
  self->is_gathering = wanted;
  if (row->has_track)
    gradus_session_want_track (self->session, wanted);
  if (row->has_paths)
    gradus_session_want_paths (self->session, wanted);
}

static void
exporter_free (gpointer data)
{
  Exporter *self = data;

  gather (self, FALSE);
  g_object_unref (self->session);
  g_object_unref (self->plots);
  g_object_unref (self->message_bar);
  g_free (self->data_name);
  g_free (self);
}

/* The scene on screen, sampled as finely as the file can show. */
static GradusScene *
make_scene (const GradusScene *scene, const GradusExportWish *wish)
{
  double side = MIN (wish->width, wish->height) * MAX (wish->scale, 2.0);

  GradusSceneOrder order;

  gradus_scene_reorder (scene, &order);
  order.parts = gradus_view_parts (wish->view);
  order.resolution = (int) CLAMP (side, MIN_RESOLUTION, MAX_RESOLUTION);
  return gradus_scene_new (&order);
}

/* All runs that are compared, each sampled as finely. */
static void
add_runs (Exporter *self, GradusComparedRuns *compared, GradusFigure *figure)
{
  gradus_compared_runs_add (compared, self->session, figure);
  for (int i = 0; i < figure->n_runs; i++)
    if (compared->runs[i].scene != NULL)
      compared->runs[i].scene = make_scene (compared->runs[i].scene, &self->wish);
}

static void
clear_runs (GradusComparedRuns *compared)
{
  for (int i = 0; i < GRADUS_MAX_COMPARED; i++)
    gradus_scene_unref ((GradusScene *) compared->runs[i].scene);
  gradus_compared_runs_clear (compared);
}

/* A film's name gets the suffix of its format, unless it has that of another. */
static char *
complete_film_path (const char *path, GradusFilmFormat *format)
{
  int named = gradus_film_format_from_path (path);

  if (named >= 0)
    {
      *format = (GradusFilmFormat) named;
      return g_strdup (path);
    }
  return g_strdup_printf ("%s.%s", path, gradus_film_format_name (*format));
}

/* A name without a suffix gets the format's; another suffix than the format's is taken at its word.
 */
static char *
complete_path (const char *path, GradusFormat *format)
{
  int named = gradus_format_from_path (path);

  if (named >= 0)
    {
      *format = (GradusFormat) named;
      return g_strdup (path);
    }
  return g_strdup_printf ("%s.%s", path, gradus_format_name (*format));
}

/* The view as its panel shows it, with what is chosen there; where none does, as the plots do. */
static void
init_figure (Exporter *self, GtkWindow *window, GradusFigure *figure)
{
  GradusFigureView *shown = gradus_shown_figure_find (window, self->wish.view);

  if (shown != NULL)
    gradus_figure_view_init_figure (shown, figure);
  else
    gradus_plots_init_figure (self->plots, self->wish.view, figure);
  figure->type = 1; /* whatever an audience sees */
}

/* What stands below the figure, or NULL: of one of the runs that are compared, its own value of the
 * field that differs. (transfer full) */
static char *
make_words (const Exporter *self, const GradusFigure *figure, const GradusSpec *spec, gint64 epoch)
{
  g_autofree GradusSpec *shown = g_memdup2 (spec, sizeof *spec);

  if (!self->wish.has_words)
    return NULL;
  if (figure->n_runs == 0)
    shown->vary[0] = shown->values[0] = '\0';
  return gradus_recipe_line_words (shown, epoch, figure->captions->decimal_point);
}

/* With the experiment as it was run so far, so that the file can be opened again. */
static gboolean
write_picture (const Exporter *self, const GradusFigure *figure, GradusFormat format,
               const char *path, GError **error)
{
  const GradusExportWish *wish = &self->wish;
  const GradusTrainer *trainer = gradus_session_get_trainer (self->session);
  const GradusRow *row = figure->scene != NULL ? &figure->scene->snapshot->row
                                               : gradus_session_get_shown_row (self->session);
  gint64 epoch = row != NULL ? row->epoch : 0;
  g_autoptr (GradusImprint) imprint = NULL;
  g_autofree char *words = NULL;

  if (trainer != NULL)
    {
      const GradusSpec *spec = gradus_trainer_get_spec (trainer);
      imprint = gradus_imprint_new (spec, epoch, path);
      words = make_words (self, figure, spec, epoch);
    }
  GradusExportNotes notes = { imprint, words };
  return gradus_export_write (figure, &notes, format, path, wish->width, wish->height, wish->scale,
                              error);
}

/* The view as it is on screen, in the theme that was chosen. captions: a place to keep them. */
static void
dress_figure (Exporter *self, GtkWindow *parent, GradusFigure *figure, GradusCaptions *captions)
{
  init_figure (self, parent, figure);
  *captions = *figure->captions;
  captions->data_name = self->data_name;
  figure->captions = captions;
  figure->theme = self->wish.theme;
}

static void
film_cb (GtkWindow *parent, const char *chosen, gpointer data)
{
  Exporter *self = data;
  g_autofree char *path = complete_film_path (chosen, &self->wish.film.format);
  GradusCaptions captions;
  GradusFigure figure;

  dress_figure (self, parent, &figure, &captions);
  gradus_filmer_begin (parent, self->session, self->message_bar, &figure, &self->wish, path);
}

static void
write_cb (GtkWindow *parent, const char *chosen, gpointer data)
{
  Exporter *self = data;
  const GradusExportWish *wish = &self->wish;
  GradusFormat format = wish->format;
  g_autofree char *path = complete_path (chosen, &format);
  g_autoptr (GradusScene) scene = NULL;
  g_autoptr (GError) error = NULL;
  GradusComparedRuns compared = { 0 };
  GradusCaptions captions;
  GradusFigure figure;

  dress_figure (self, parent, &figure, &captions);
  if (wish->view != GRADUS_VIEW_COST && gradus_view_row (wish->view)->epochs != NULL)
    figure.landmarks = gradus_session_get_landmarks (self->session);
  if (figure.scene != NULL)
    figure.scene = scene = make_scene (figure.scene, wish);
  if (wish->view == GRADUS_VIEW_COMPARE)
    add_runs (self, &compared, &figure);
  if (write_picture (self, &figure, format, path, &error))
    gradus_message_bar_dismiss (self->message_bar);
  else
    gradus_message_bar_show (self->message_bar, error->message);
  clear_runs (&compared);
}

static void
accepted_cb (GradusExportDialog *dialog, gpointer data)
{
  const Exporter *asked = data;
  Exporter *self = g_memdup2 (asked, sizeof *asked);
  g_autofree char *name = NULL;

  g_object_ref (self->session);
  g_object_ref (self->plots);
  g_object_ref (self->message_bar);
  self->data_name = g_strdup (asked->data_name);
  gradus_export_dialog_get_wish (dialog, &self->wish);
  gather (self, TRUE);
  name = g_strdup_printf ("gradus-%s.%s", gradus_view_name (self->wish.view),
                          self->wish.is_film ? gradus_film_format_name (self->wish.film.format)
                                             : gradus_format_name (self->wish.format));
  gradus_chooser_save (gtk_window_get_transient_for (GTK_WINDOW (dialog)), _ ("Export"), name,
                       self->wish.is_film ? film_cb : write_cb, self, exporter_free);
}

static void
exporter_unref (gpointer data, GClosure *closure)
{
  exporter_free (data);
}

static gint64
find_newest (GradusSession *session)
{
  double epoch = 0;

  g_object_get (session, "epoch", &epoch, NULL);
  return (gint64) epoch;
}

void
gradus_exporter_ask (GtkWindow *parent, GradusSession *session, GradusPlots *plots,
                     GradusMessageBar *message_bar, const char *data_name)
{
  GradusExportDialog *dialog = gradus_export_dialog_new (
      parent, gradus_session_count_runs (session) > 1, find_newest (session));
  Exporter *self = g_new0 (Exporter, 1);

  self->session = g_object_ref (session);
  self->plots = g_object_ref (plots);
  self->message_bar = g_object_ref (message_bar);
  self->data_name = g_strdup (data_name);
  g_signal_connect_data (dialog, "accepted", G_CALLBACK (accepted_cb), self, exporter_unref, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
