/* What to compare: a field of the experiment, and what it is in each run. */
#include "app/compare-dialog.h"

#include "app/suggestions.h"
#include "core/compare.h"
#include "core/spec-fields.h"

struct _GradusCompareDialog
{
  GtkWindow parent_instance;

  GtkDropDown *field;
  GtkStringList *names;
  GtkEditable *values;
  GtkLabel *summary;
  GtkLabel *fault;
  GtkWidget *accept;

  GradusSpec spec; /* that is compared */
};

G_DEFINE_FINAL_TYPE (GradusCompareDialog, gradus_compare_dialog, GTK_TYPE_WINDOW)

enum
{
  ACCEPTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const GradusSpecField *
get_field (GradusCompareDialog *self)
{
  return gradus_spec_field_find (gradus_compare_dialog_get_field (self));
}

/* Says at once what cannot be. */
static void
values_changed_cb (GradusCompareDialog *self)
{
  g_autoptr (GError) error = NULL;

  g_strlcpy (self->spec.vary, gradus_compare_dialog_get_field (self), sizeof self->spec.vary);
  g_strlcpy (self->spec.values, gradus_compare_dialog_get_values (self), sizeof self->spec.values);
  gboolean is_right = gradus_compare_check (&self->spec, &error);
  gtk_label_set_text (self->fault, is_right ? "" : error->message);
  gtk_widget_set_sensitive (self->accept, is_right);
}

static void
field_selected_cb (GradusCompareDialog *self)
{
  const char *name = gradus_compare_dialog_get_field (self);

  if (gtk_widget_in_destruction (GTK_WIDGET (self)) || name == NULL)
    return;
  gtk_label_set_text (self->summary, g_dgettext (GETTEXT_PACKAGE, get_field (self)->summary));
  if (gradus_suggest_few (name) != NULL)
    gtk_editable_set_text (self->values, gradus_suggest_few (name));
}

static void
accept_cb (GradusCompareDialog *self)
{
  if (!gtk_widget_get_sensitive (self->accept))
    return;
  g_signal_emit (self, signals[ACCEPTED], 0);
  gtk_window_close (GTK_WINDOW (self));
}

static void
gradus_compare_dialog_class_init (GradusCompareDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[ACCEPTED] = g_signal_new ("accepted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/gradus/Gradus/ui/compare-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GradusCompareDialog, field);
  gtk_widget_class_bind_template_child (widget_class, GradusCompareDialog, names);
  gtk_widget_class_bind_template_child (widget_class, GradusCompareDialog, values);
  gtk_widget_class_bind_template_child (widget_class, GradusCompareDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, GradusCompareDialog, fault);
  gtk_widget_class_bind_template_child (widget_class, GradusCompareDialog, accept);
  gtk_widget_class_bind_template_callback (widget_class, field_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, values_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, accept_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
gradus_compare_dialog_init (GradusCompareDialog *self)
{
  int n_fields = 0;
  const GradusSpecField *fields = gradus_spec_fields (&n_fields);

  gradus_spec_init (&self->spec);
  gtk_widget_init_template (GTK_WIDGET (self));
  for (int i = 0; i < n_fields; i++)
    if (gradus_compare_can_vary (&fields[i]))
      gtk_string_list_append (self->names, fields[i].name);
}

static guint
find_name (GradusCompareDialog *self, const char *name)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->names));

  for (guint i = 0; i < n; i++)
    if (g_str_equal (gtk_string_list_get_string (self->names, i), name))
      return i;
  return 0;
}

GradusCompareDialog *
gradus_compare_dialog_new (GtkWindow *parent, const GradusSpec *spec)
{
  GradusCompareDialog *self =
      g_object_new (GRADUS_TYPE_COMPARE_DIALOG, "transient-for", parent, NULL);

  self->spec = *spec;
  gtk_drop_down_set_selected (self->field,
                              find_name (self, *spec->vary != '\0' ? spec->vary : "seed"));
  field_selected_cb (self);
  if (*spec->vary != '\0')
    gtk_editable_set_text (self->values, spec->values);
  return self;
}

const char *
gradus_compare_dialog_get_field (GradusCompareDialog *self)
{
  g_return_val_if_fail (GRADUS_IS_COMPARE_DIALOG (self), NULL);

  return gtk_string_list_get_string (self->names, gtk_drop_down_get_selected (self->field));
}

const char *
gradus_compare_dialog_get_values (GradusCompareDialog *self)
{
  g_return_val_if_fail (GRADUS_IS_COMPARE_DIALOG (self), NULL);

  return gtk_editable_get_text (self->values);
}
