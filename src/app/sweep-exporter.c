/* Asks where, and writes what the table of a sweep shows. */
#include "app/sweep-exporter.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/chooser.h"
#include "core/file.h"
#include "core/spec-text.h"
#include "plot/export.h"
#include "plot/imprint.h"

#define SCALE 2.0 /* device pixels in a CSS pixel */
#define LEAST_WIDTH 640

typedef struct
{
  GradusSweepView *view;
  GtkLabel *fault;
  char *suffix;
} Exporter;

static void
exporter_free (gpointer data)
{
  Exporter *self = data;

  g_object_unref (self->view);
  g_object_unref (self->fault);
  g_free (self->suffix);
  g_free (self);
}

/* As wide as on screen, and as high as that asks for; always on light ground, as paper is. */
static gboolean
write_picture (GradusSweepView *view, GradusFormat format, const char *path, GError **error)
{
  double width = MAX (gtk_widget_get_width (GTK_WIDGET (view)), LEAST_WIDTH);
  GradusFigure figure;

  gradus_sweep_view_init_figure (view, &figure);
  figure.theme = GRADUS_THEME_LIGHT;
  g_autoptr (GradusImprint) imprint =
      gradus_imprint_new (&figure.sweep->spec, figure.sweep->spec.epochs, path);
  GradusExportNotes notes = { .imprint = imprint };
  return gradus_export_write (&figure, &notes, format, path, width,
                              gradus_figure_natural_height (&figure, width), SCALE, error);
}

static gboolean
write_file (GradusSweepView *view, const char *path, GError **error)
{
  int format = gradus_format_from_path (path);
  GradusFigure figure;

  gradus_sweep_view_init_figure (view, &figure);
  if (format >= 0)
    return write_picture (view, (GradusFormat) format, path, error);
  if (g_str_has_suffix (path, ".gradus"))
    return gradus_spec_save (&figure.sweep->spec, path, error);
  g_autoptr (GString) text = g_string_new (NULL);
  gradus_sweep_append_csv (figure.sweep, 0, gradus_sweep_count (figure.sweep), TRUE, text);
  return gradus_file_write (path, text->str, text->len, error);
}

static void
chosen_cb (GtkWindow *parent, const char *chosen, gpointer data)
{
  Exporter *self = data;
  g_autofree char *base = g_path_get_basename (chosen);
  g_autofree char *path = strchr (base, '.') != NULL
                              ? g_strdup (chosen)
                              : g_strdup_printf ("%s.%s", chosen, self->suffix);
  g_autoptr (GError) error = NULL;
  GradusFigure figure;

  gradus_sweep_view_init_figure (self->view, &figure);
  if (figure.sweep == NULL)
    return;
  gtk_label_set_text (self->fault, write_file (self->view, path, &error) ? "" : error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->fault), error != NULL);
}

void
gradus_sweep_exporter_ask (GtkWindow *parent, GradusSweepView *view, GtkLabel *fault,
                           const char *suffix)
{
  Exporter *self = g_new0 (Exporter, 1);
  g_autofree char *name = g_strdup_printf ("gradus-sweep.%s", suffix);
  gboolean is_experiment = g_str_equal (suffix, "gradus");

  self->view = g_object_ref (view);
  self->fault = g_object_ref (fault);
  self->suffix = g_strdup (suffix);
  gradus_chooser_save (parent, is_experiment ? _ ("Save the Experiment") : _ ("Export"), name,
                       chosen_cb, self, exporter_free);
}
