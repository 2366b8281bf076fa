/* What to export: which plot, in which format, how large, on which ground. */
#include "app/export-dialog.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _GradusExportDialog
{
  GtkWindow parent_instance;

  GtkDropDown *plot;
  GtkDropDown *format;
  GtkDropDown *theme;
  GtkAdjustment *width;
  GtkAdjustment *height;
  GtkAdjustment *scale;
  GtkWidget *scale_spin;
  GtkCheckButton *words;
  GtkLabel *pixels;
  GtkWidget *accept;
  GtkWidget *film; /* what is asked of a film alone */
  GtkAdjustment *from;
  GtkAdjustment *to;
  GtkAdjustment *seconds;
  GtkAdjustment *rate;
  GtkDropDown *spacing;
};

G_DEFINE_FINAL_TYPE (GradusExportDialog, gradus_export_dialog, GTK_TYPE_WINDOW)

enum
{
  ACCEPTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* In the order of the drop-down: the whole sheet comes first. */
static const struct
{
  GradusView view;
  double width, height; /* a size that suits it */
} plots[] = {
  { GRADUS_VIEW_WINDOW, 1280, 800 },    { GRADUS_VIEW_BOUNDARY, 640, 640 },
  { GRADUS_VIEW_COST, 640, 400 },       { GRADUS_VIEW_UNITS, 640, 400 },
  { GRADUS_VIEW_SYMMETRY, 640, 400 },   { GRADUS_VIEW_HIDDEN_SPACE, 640, 640 },
  { GRADUS_VIEW_NETWORK, 800, 560 },    { GRADUS_VIEW_SATURATION, 760, 400 },
  { GRADUS_VIEW_PARAMETERS, 640, 480 }, { GRADUS_VIEW_GRADIENTS, 640, 400 },
  { GRADUS_VIEW_STEP_SIZE, 640, 480 },  { GRADUS_VIEW_COMPARE, 1360, 850 },
  { GRADUS_VIEW_STEP, 960, 1000 },
};

static void
plot_selected_cb (GradusExportDialog *self)
{
  guint selected = gtk_drop_down_get_selected (self->plot);

  if (gtk_widget_in_destruction (GTK_WIDGET (self)) || selected >= G_N_ELEMENTS (plots))
    return;
  gtk_adjustment_set_value (self->width, plots[selected].width);
  gtk_adjustment_set_value (self->height, plots[selected].height);
}

/* What will be written, or why that cannot be. */
static void
tell_size (GradusExportDialog *self, const GradusExportWish *wish)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  int columns = gradus_film_side (wish->width * wish->scale),
      rows = gradus_film_side (wish->height * wish->scale);
  int n = wish->film.seconds * wish->film.rate;

  if (!wish->is_film && wish->format != GRADUS_FORMAT_PNG)
    text = g_strdup (_ ("Lines and letters stay sharp at any size"));
  else if (!wish->is_film)
    text = g_strdup_printf (_ ("An image of %.0f × %.0f pixels"), ceil (wish->width * wish->scale),
                            ceil (wish->height * wish->scale));
  else if (gradus_film_check (columns, rows, wish->film.rate, n, &error))
    text = g_strdup_printf (_ ("A film of %d pictures of %d × %d pixels"), n, columns, rows);
  gtk_label_set_text (self->pixels, text != NULL ? text : error->message);
  gtk_widget_set_sensitive (self->accept, text != NULL);
}

static void
update_cb (GradusExportDialog *self)
{
  GradusExportWish wish;

  if (gtk_widget_in_destruction (GTK_WIDGET (self)))
    return;
  gradus_export_dialog_get_wish (self, &wish);
  gtk_widget_set_sensitive (self->scale_spin, wish.is_film || wish.format == GRADUS_FORMAT_PNG);
  gtk_widget_set_visible (self->film, wish.is_film);
  tell_size (self, &wish);
}

static void
accept_cb (GradusExportDialog *self)
{
  g_signal_emit (self, signals[ACCEPTED], 0);
  gtk_window_close (GTK_WINDOW (self));
}

static void
gradus_export_dialog_class_init (GradusExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[ACCEPTED] = g_signal_new ("accepted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/gradus/Gradus/ui/export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GradusExportDialog, plot);
  gtk_widget_class_bind_template_child (widget_class, GradusExportDialog, format);
  gtk_widget_class_bind_template_child (widget_class, GradusExportDialog, theme);
  gtk_widget_class_bind_template_child (widget_class, GradusExportDialog, width);
  gtk_widget_class_bind_template_child (widget_class, GradusExportDialog, height);
  gtk_widget_class_bind_template_child (widget_class, GradusExportDialog, scale);
  gtk_widget_class_bind_template_child (widget_class, GradusExportDialog, scale_spin);
  gtk_widget_class_bind_template_child (widget_class, GradusExportDialog, words);
  gtk_widget_class_bind_template_child (widget_class, GradusExportDialog, pixels);
  gtk_widget_class_bind_template_child (widget_class, GradusExportDialog, accept);
  gtk_widget_class_bind_template_child (widget_class, GradusExportDialog, film);
  gtk_widget_class_bind_template_child (widget_class, GradusExportDialog, from);
  gtk_widget_class_bind_template_child (widget_class, GradusExportDialog, to);
  gtk_widget_class_bind_template_child (widget_class, GradusExportDialog, seconds);
  gtk_widget_class_bind_template_child (widget_class, GradusExportDialog, rate);
  gtk_widget_class_bind_template_child (widget_class, GradusExportDialog, spacing);
  gtk_widget_class_bind_template_callback (widget_class, plot_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_cb);
  gtk_widget_class_bind_template_callback (widget_class, accept_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
gradus_export_dialog_init (GradusExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update_cb (self);
}

GradusExportDialog *
gradus_export_dialog_new (GtkWindow *parent, gboolean is_comparing, gint64 epoch)
{
  GradusExportDialog *self =
      g_object_new (GRADUS_TYPE_EXPORT_DIALOG, "transient-for", parent, NULL);

  gtk_adjustment_set_upper (self->from, (double) epoch);
  gtk_adjustment_set_upper (self->to, (double) epoch);
  gtk_adjustment_set_value (self->to, (double) epoch);
  for (guint i = 0; is_comparing && i < G_N_ELEMENTS (plots); i++)
    if (plots[i].view == GRADUS_VIEW_COMPARE)
      gtk_drop_down_set_selected (self->plot, i);
  return self;
}

void
gradus_export_dialog_get_wish (GradusExportDialog *self, GradusExportWish *wish)
{
  guint plot, format;

  g_return_if_fail (GRADUS_IS_EXPORT_DIALOG (self));

  format = MIN (gtk_drop_down_get_selected (self->format),
                (guint) GRADUS_N_FORMATS + GRADUS_N_FILM_FORMATS - 1);
  plot = gtk_drop_down_get_selected (self->plot);
  wish->view = plots[plot < G_N_ELEMENTS (plots) ? plot : 0].view;
  wish->is_film = format >= GRADUS_N_FORMATS;
  wish->format = wish->is_film ? GRADUS_FORMAT_PNG : (GradusFormat) format;
  wish->film.format =
      wish->is_film ? (GradusFilmFormat) (format - GRADUS_N_FORMATS) : GRADUS_FILM_MP4;
  wish->film.from = (gint64) gtk_adjustment_get_value (self->from);
  wish->film.to = (gint64) gtk_adjustment_get_value (self->to);
  wish->film.seconds = (int) gtk_adjustment_get_value (self->seconds);
  wish->film.rate = (int) gtk_adjustment_get_value (self->rate);
  wish->film.is_log = gtk_drop_down_get_selected (self->spacing) == 1;
  wish->theme =
      (GradusThemeKind) MIN (gtk_drop_down_get_selected (self->theme), GRADUS_N_THEMES - 1);
  wish->width = gtk_adjustment_get_value (self->width);
  wish->height = gtk_adjustment_get_value (self->height);
  wish->has_words = gtk_check_button_get_active (self->words);
  wish->scale = wish->format == GRADUS_FORMAT_PNG ? gtk_adjustment_get_value (self->scale) : 1;
}
