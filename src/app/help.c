/* One page of help: what the controls do and what there is to see. */
#include "app/help.h"

#include <glib/gi18n-lib.h>

#include "core/lesson-places.h"
#include "core/measure.h"
#include "core/spec-fields.h"

struct _GradusHelp
{
  GtkWindow parent_instance;

  GtkLabel *measures, *places;
};

G_DEFINE_FINAL_TYPE (GradusHelp, gradus_help, GTK_TYPE_WINDOW)

static void
add_line (GString *list, const char *name, const char *summary)
{
  g_autofree char *line =
      g_markup_printf_escaped ("<tt>%s</tt>  %s", name, g_dgettext (GETTEXT_PACKAGE, summary));

  g_string_append_printf (list, "%s%s", list->len > 0 ? "\n" : "", line);
}

/* What can be measured, from its table. */
static void
list_measures (GradusHelp *self)
{
  g_autoptr (GString) list = g_string_new (NULL);
  int n = 0;
  const GradusMeasure *measures = gradus_measures (&n);

  for (int i = 0; i < n; i++)
    add_line (list, measures[i].name, measures[i].summary);
  gtk_label_set_markup (self->measures, list->str);
}

static void
list_places (GradusHelp *self)
{
  g_autoptr (GString) list = g_string_new (NULL);
  int n = 0;
  const GradusPlace *places = gradus_places (&n);

  for (int i = 0; i < n; i++)
    add_line (list, places[i].name,
              places[i].summary != NULL ? places[i].summary
                                        : gradus_spec_field_find (places[i].name)->summary);
  gtk_label_set_markup (self->places, list->str);
}

static void
gradus_help_class_init (GradusHelpClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/gradus/Gradus/ui/help.ui");
  gtk_widget_class_bind_template_child (widget_class, GradusHelp, measures);
  gtk_widget_class_bind_template_child (widget_class, GradusHelp, places);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
gradus_help_init (GradusHelp *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  list_measures (self);
  list_places (self);
}

GradusHelp *
gradus_help_new (GtkWindow *parent)
{
  return g_object_new (GRADUS_TYPE_HELP, "transient-for", parent, NULL);
}
