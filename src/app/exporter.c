/* From the wish to export to the file: asks what, asks where, writes. */
#include "app/exporter.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/chooser.h"
#include "app/compared-runs.h"
#include "app/export-dialog.h"
#include "app/shown-figure.h"
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

  init_figure (self, parent, &figure);
  captions = *figure.captions;
  captions.data_name = self->data_name;
  figure.captions = &captions;
  figure.theme = wish->theme;
  if (wish->view != GRADUS_VIEW_COST && gradus_view_row (wish->view)->epochs != NULL)
    figure.landmarks = gradus_session_get_landmarks (self->session);
  if (figure.scene != NULL)
    figure.scene = scene = make_scene (figure.scene, wish);
  if (wish->view == GRADUS_VIEW_COMPARE)
    add_runs (self, &compared, &figure);
  if (gradus_export_write (&figure, format, path, wish->width, wish->height, wish->scale, &error))
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
                          gradus_format_name (self->wish.format));
  gradus_chooser_save (gtk_window_get_transient_for (GTK_WINDOW (dialog)), _ ("Export"), name,
                       write_cb, self, exporter_free);
}

static void
exporter_unref (gpointer data, GClosure *closure)
{
  exporter_free (data);
}

void
gradus_exporter_ask (GtkWindow *parent, GradusSession *session, GradusPlots *plots,
                     GradusMessageBar *message_bar, const char *data_name)
{
  GradusExportDialog *dialog =
      gradus_export_dialog_new (parent, gradus_session_count_runs (session) > 1);
  Exporter *self = g_new0 (Exporter, 1);

  self->session = g_object_ref (session);
  self->plots = g_object_ref (plots);
  self->message_bar = g_object_ref (message_bar);
  self->data_name = g_strdup (data_name);
  g_signal_connect_data (dialog, "accepted", G_CALLBACK (accepted_cb), self, exporter_unref, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
