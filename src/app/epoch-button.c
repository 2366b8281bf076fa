/* Which epoch is on screen, on a button that lets another be typed, or a landmark be chosen. */
#include "app/epoch-button.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "app/number-entry.h"
#include "app/numbers.h"
#include "app/readout.h"
#include "plot/landmark-words.h"

struct _GradusEpochButton
{
  GtkWidget parent_instance;

  GradusSession *session;

  GtkWidget *button; /* a menu button */
  GtkInscription *label;
  GtkPopover *popover;
  GradusNumberEntry *entry;
  GtkBox *list;
};

G_DEFINE_FINAL_TYPE (GradusEpochButton, gradus_epoch_button, GTK_TYPE_WIDGET)

static void
update (GradusEpochButton *self)
{
  double shown;

  g_object_get (self->session, "shown-epoch", &shown, NULL);
  g_autofree char *count = gradus_count_to_text ((gint64) shown);
  g_autofree char *text = g_strdup_printf (_ ("Epoch %s"), count);
  gradus_readout_set (self->label, text);
}

static void
show_epoch (GradusEpochButton *self, double epoch)
{
  gtk_popover_popdown (self->popover);
  g_object_set (self->session, "shown-epoch", epoch, NULL);
}

static void
landmark_cb (GtkWidget *row, GradusEpochButton *self)
{
  const gint64 *epoch = g_object_get_data (G_OBJECT (row), "epoch");

  show_epoch (self, (double) *epoch);
}

static void
clear_list (GradusEpochButton *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_box_remove (self->list, row);
}

/* "Epoch 55: left the plateau …", to be pressed. */
static void
add_landmark (GradusEpochButton *self, const GradusLandmarks *landmarks, GradusLandmark landmark)
{
  gint64 epoch = gradus_landmarks_show (landmarks, landmark);
  g_autofree char *sentence = gradus_landmark_sentence (landmarks, landmark);
  GtkWidget *row = gtk_button_new_with_label (sentence);

  gtk_widget_add_css_class (row, "flat");
  gtk_widget_set_tooltip_text (row, _ ("Show this epoch; training goes on meanwhile"));
  gtk_label_set_xalign (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (row))), 0);
  g_object_set_data_full (G_OBJECT (row), "epoch", g_memdup2 (&epoch, sizeof epoch), g_free);
  g_signal_connect_object (row, "clicked", G_CALLBACK (landmark_cb), self, 0);
  gtk_box_append (self->list, row);
}

/* The list is made when it is looked at, and what was typed before is forgotten. */
static void
show_cb (GradusEpochButton *self)
{
  const GradusLandmarks *landmarks = gradus_session_get_landmarks (self->session);
  GradusLandmark list[GRADUS_N_LANDMARKS];
  int n = landmarks != NULL ? gradus_landmarks_list (landmarks, list) : 0;

  clear_list (self);
  for (int i = 0; i < n; i++)
    add_landmark (self, landmarks, list[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->list), n > 0);
  g_object_set (self->entry, "value", NAN, NULL); /* empty */
}

static void
activate_cb (GradusEpochButton *self)
{
  double epoch;

  if (gtk_widget_has_css_class (GTK_WIDGET (self->entry), "error"))
    return;
  g_object_get (self->entry, "value", &epoch, NULL);
  if (!isnan (epoch))
    show_epoch (self, epoch);
}

static void
gradus_epoch_button_dispose (GObject *object)
{
  GradusEpochButton *self = GRADUS_EPOCH_BUTTON (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->button, gtk_widget_unparent);
  G_OBJECT_CLASS (gradus_epoch_button_parent_class)->dispose (object);
}

static void
gradus_epoch_button_class_init (GradusEpochButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gradus_epoch_button_dispose;
  g_type_ensure (GRADUS_TYPE_NUMBER_ENTRY);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/gradus/Gradus/ui/epoch-button.ui");
  gtk_widget_class_bind_template_child (widget_class, GradusEpochButton, button);
  gtk_widget_class_bind_template_child (widget_class, GradusEpochButton, label);
  gtk_widget_class_bind_template_child (widget_class, GradusEpochButton, popover);
  gtk_widget_class_bind_template_child (widget_class, GradusEpochButton, entry);
  gtk_widget_class_bind_template_child (widget_class, GradusEpochButton, list);
  gtk_widget_class_bind_template_callback (widget_class, show_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_list);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
gradus_epoch_button_init (GradusEpochButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
gradus_epoch_button_set_session (GradusEpochButton *self, GradusSession *session)
{
  g_return_if_fail (GRADUS_IS_EPOCH_BUTTON (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::shown-epoch", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
}

void
gradus_epoch_button_popup (GradusEpochButton *self)
{
  g_return_if_fail (GRADUS_IS_EPOCH_BUTTON (self));

  gtk_menu_button_popup (GTK_MENU_BUTTON (self->button));
}
