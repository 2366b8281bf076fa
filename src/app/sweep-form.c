/* The form of a sweep. */
#include "app/sweep-form.h"

#include "app/suggestions.h"
#include "app/wrap-box.h"
#include "core/compare.h"
#include "core/spec-fields.h"

#define ROWS "init-scale"
#define COLUMNS "seed"
#define EPOCHS "10000" /* where the experiment has none */

struct _GradusSweepForm
{
  GtkWidget parent_instance;

  GtkDropDown *row_field, *column_field;
  GtkStringList *row_names, *column_names;
  GtkEditable *row_values, *column_values;
  GtkEditable *epochs;
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (GradusSweepForm, gradus_sweep_form, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
get_field (GtkDropDown *field, GtkStringList *names)
{
  guint selected = gtk_drop_down_get_selected (field);

  return selected == GTK_INVALID_LIST_POSITION ? "" : gtk_string_list_get_string (names, selected);
}

static void
changed_cb (GradusSweepForm *self)
{
  if (!self->is_filling && !gtk_widget_in_destruction (GTK_WIDGET (self)))
    g_signal_emit (self, signals[CHANGED], 0);
}

/* Another field suggests other values. */
static void
suggest (GradusSweepForm *self, const char *name, GtkEditable *values)
{
  GradusSpec spec;
  const GradusSpecField *field = gradus_spec_field_find (name);

  if (self->is_filling || gtk_widget_in_destruction (GTK_WIDGET (self)) || field == NULL)
    return;
  gradus_spec_init (&spec);
  g_autofree char *own = gradus_spec_field_get (field, &spec);
  const char *suggested = gradus_suggest_many (name);
  self->is_filling = TRUE;
  gtk_editable_set_text (values, suggested != NULL ? suggested : own);
  self->is_filling = FALSE;
  changed_cb (self);
}

static void
row_field_cb (GradusSweepForm *self)
{
  suggest (self, get_field (self->row_field, self->row_names), self->row_values);
}

static void
column_field_cb (GradusSweepForm *self)
{
  suggest (self, get_field (self->column_field, self->column_names), self->column_values);
}

static void
gradus_sweep_form_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_clear_pointer (&child, gtk_widget_unparent);
  G_OBJECT_CLASS (gradus_sweep_form_parent_class)->dispose (object);
}

static void
gradus_sweep_form_class_init (GradusSweepFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gradus_sweep_form_dispose;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (GRADUS_TYPE_WRAP_BOX);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/gradus/Gradus/ui/sweep-form.ui");
  gtk_widget_class_bind_template_child (widget_class, GradusSweepForm, row_field);
  gtk_widget_class_bind_template_child (widget_class, GradusSweepForm, column_field);
  gtk_widget_class_bind_template_child (widget_class, GradusSweepForm, row_names);
  gtk_widget_class_bind_template_child (widget_class, GradusSweepForm, column_names);
  gtk_widget_class_bind_template_child (widget_class, GradusSweepForm, row_values);
  gtk_widget_class_bind_template_child (widget_class, GradusSweepForm, column_values);
  gtk_widget_class_bind_template_child (widget_class, GradusSweepForm, epochs);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_field_cb);
  gtk_widget_class_bind_template_callback (widget_class, column_field_cb);
}

static void
gradus_sweep_form_init (GradusSweepForm *self)
{
  int n_fields = 0;
  const GradusSpecField *fields = gradus_spec_fields (&n_fields);

  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (int i = 0; i < n_fields; i++)
    if (gradus_compare_can_vary (&fields[i]))
      {
        gtk_string_list_append (self->row_names, fields[i].name);
        gtk_string_list_append (self->column_names, fields[i].name);
      }
  self->is_filling = FALSE;
}

static void
select_field (GtkDropDown *field, GtkStringList *names, const char *name)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (names));

  for (guint i = 0; i < n; i++)
    if (g_str_equal (gtk_string_list_get_string (names, i), name))
      gtk_drop_down_set_selected (field, i);
}

void
gradus_sweep_form_take (GradusSweepForm *self, const GradusSpec *spec)
{
  gboolean is_sweep = *spec->across != '\0';
  const GradusSpecField *field = gradus_spec_field_find ("epochs");

  g_return_if_fail (GRADUS_IS_SWEEP_FORM (self));

  g_autofree char *epochs =
      spec->epochs >= 0 ? gradus_spec_field_get (field, spec) : g_strdup (EPOCHS);
  self->is_filling = TRUE;
  select_field (self->row_field, self->row_names, is_sweep ? spec->vary : ROWS);
  select_field (self->column_field, self->column_names, is_sweep ? spec->across : COLUMNS);
  gtk_editable_set_text (self->row_values, is_sweep ? spec->values : gradus_suggest_many (ROWS));
  gtk_editable_set_text (self->column_values,
                         is_sweep ? spec->across_values : gradus_suggest_many (COLUMNS));
  gtk_editable_set_text (self->epochs, epochs);
  self->is_filling = FALSE;
}

gboolean
gradus_sweep_form_fill (GradusSweepForm *self, GradusSpec *spec, GError **error)
{
  g_return_val_if_fail (GRADUS_IS_SWEEP_FORM (self), FALSE);

  g_strlcpy (spec->vary, get_field (self->row_field, self->row_names), sizeof spec->vary);
  g_strlcpy (spec->across, get_field (self->column_field, self->column_names), sizeof spec->across);
  const char *epochs = gtk_editable_get_text (self->epochs);
  return gradus_spec_set (spec, "values", gtk_editable_get_text (self->row_values), error)
         && gradus_spec_set (spec, "across-values", gtk_editable_get_text (self->column_values),
                             error)
         && gradus_spec_set (spec, "epochs", *epochs != '\0' ? epochs : "?", error);
}
