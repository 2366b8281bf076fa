/* Epoch, cost and accuracy of what is shown, large. */
#include "app/placard.h"

#include <glib/gi18n-lib.h>

#include "app/numbers.h"

#define HUGE_COST 1e5 /* from here on told as a power of ten */

struct _GradusPlacard
{
  GtkWidget parent_instance;

  GradusSession *session;

  GtkWidget *child;
  GtkLabel *epoch;
  GtkLabel *cost;
  GtkLabel *accuracy;
};

G_DEFINE_FINAL_TYPE (GradusPlacard, gradus_placard, GTK_TYPE_WIDGET)

static void
label_set (GtkLabel *label, const char *text)
{
  if (g_strcmp0 (gtk_label_get_text (label), text) != 0)
    gtk_label_set_text (label, text);
}

/* Runs that are compared have cost and accuracy in columns of their own. */
static void
update (GradusPlacard *self)
{
  const GradusRow *row = gradus_session_get_shown_row (self->session);
  gboolean is_alone = gradus_session_count_runs (self->session) < 2;
  double shown;

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return;
  g_object_get (self->session, "shown-epoch", &shown, NULL);
  g_autofree char *count = gradus_count_to_text ((gint64) shown);
  g_autofree char *epoch = g_strdup_printf (_ ("Epoch %s"), count);
  label_set (self->epoch, epoch);
  gtk_widget_set_visible (GTK_WIDGET (self->cost), row != NULL && is_alone);
  gtk_widget_set_visible (GTK_WIDGET (self->accuracy), row != NULL && is_alone);
  if (row == NULL)
    return;
  g_autofree char *number = row->cost < HUGE_COST ? gradus_number_to_text (row->cost, 6)
                                                  : gradus_number_to_scientific (row->cost);
  g_autofree char *percent = gradus_number_to_percent (row->accuracy, 2);
  g_autofree char *cost = g_strdup_printf (_ ("Cost %s"), number);
  g_autofree char *accuracy = g_strdup_printf (_ ("Accuracy %s"), percent);
  label_set (self->cost, cost);
  label_set (self->accuracy, accuracy);
}

static void
gradus_placard_dispose (GObject *object)
{
  GradusPlacard *self = GRADUS_PLACARD (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->child, gtk_widget_unparent);
  G_OBJECT_CLASS (gradus_placard_parent_class)->dispose (object);
}

static void
gradus_placard_class_init (GradusPlacardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gradus_placard_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/gradus/Gradus/ui/placard.ui");
  gtk_widget_class_bind_template_child (widget_class, GradusPlacard, child);
  gtk_widget_class_bind_template_child (widget_class, GradusPlacard, epoch);
  gtk_widget_class_bind_template_child (widget_class, GradusPlacard, cost);
  gtk_widget_class_bind_template_child (widget_class, GradusPlacard, accuracy);
}

static void
gradus_placard_init (GradusPlacard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
gradus_placard_set_session (GradusPlacard *self, GradusSession *session)
{
  static const char *const signals[] = { "advanced", "restarted", "scene-changed",
                                         "notify::shown-epoch" };

  g_return_if_fail (GRADUS_IS_PLACARD (self));
  g_return_if_fail (GRADUS_IS_SESSION (session));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  for (gsize i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_connect_object (session, signals[i], G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::visible", G_CALLBACK (update), NULL);
}
