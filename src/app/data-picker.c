/* The choice of a data set: the nine recipes, the file that was opened, and "File…" for another. */
#include "app/data-picker.h"

#include <glib/gi18n-lib.h>

#include "core/spec.h"

struct _GradusDataPicker
{
  GtkWidget parent_instance;

  GtkWidget *dropdown;
  GtkStringList *titles; /* the recipes in the order of GradusSource; then the file; then "File…" */

  guint source;
  char *file;
  gboolean is_showing; /* the drop-down follows source just now, it does not set it */
};

G_DEFINE_FINAL_TYPE (GradusDataPicker, gradus_data_picker, GTK_TYPE_WIDGET)

enum
{
  PROP_SOURCE = 1,
  PROP_FILE,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static gboolean
has_file (GradusDataPicker *self)
{
  return self->file != NULL && *self->file != '\0';
}

static void
show_source (GradusDataPicker *self)
{
  guint selected = self->source;

  if (selected == GRADUS_SOURCE_FILE && !has_file (self))
    selected = GTK_INVALID_LIST_POSITION;
  self->is_showing = TRUE;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->dropdown), selected);
  self->is_showing = FALSE;
}

static void
set_file (GradusDataPicker *self, const char *file)
{
  g_autofree char *title = NULL;
  const char *tail[3] = { NULL };
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->titles));
  guint i = 0;

  if (g_strcmp0 (self->file, file) == 0 && n > GRADUS_SOURCE_FILE)
    return;
  g_free (self->file);
  self->file = g_strdup (file);
  if (has_file (self))
    tail[i++] = title = g_filename_display_basename (file);
  tail[i] = _ ("File…");

  self->is_showing = TRUE;
  gtk_string_list_splice (self->titles, GRADUS_SOURCE_FILE, n - GRADUS_SOURCE_FILE, tail);
  self->is_showing = FALSE;
  show_source (self);
}

static void
set_source (GradusDataPicker *self, guint source)
{
  if (self->source == source)
    return;
  self->source = source;
  show_source (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SOURCE]);
}

static void
selected_cb (GradusDataPicker *self)
{
  guint selected;

  if (self->is_showing || gtk_widget_in_destruction (GTK_WIDGET (self)) || self->dropdown == NULL)
    return;
  selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->dropdown));
  if (selected == GTK_INVALID_LIST_POSITION)
    return;
  if (selected < GRADUS_SOURCE_FILE + (has_file (self) ? 1 : 0))
    {
      set_source (self, selected);
      return;
    }
  show_source (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open", NULL);
}

static void
gradus_data_picker_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  GradusDataPicker *self = GRADUS_DATA_PICKER (object);

  if (id == PROP_SOURCE)
    g_value_set_uint (value, self->source);
  else
    g_value_set_string (value, self->file);
}

static void
gradus_data_picker_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  GradusDataPicker *self = GRADUS_DATA_PICKER (object);

  if (id == PROP_SOURCE)
    set_source (self, g_value_get_uint (value));
  else
    set_file (self, g_value_get_string (value));
}

static void
gradus_data_picker_dispose (GObject *object)
{
  g_clear_pointer ((GtkWidget **) &GRADUS_DATA_PICKER (object)->dropdown, gtk_widget_unparent);
  G_OBJECT_CLASS (gradus_data_picker_parent_class)->dispose (object);
}

static void
gradus_data_picker_finalize (GObject *object)
{
  g_free (GRADUS_DATA_PICKER (object)->file);
  G_OBJECT_CLASS (gradus_data_picker_parent_class)->finalize (object);
}

static void
gradus_data_picker_class_init (GradusDataPickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = gradus_data_picker_get_property;
  object_class->set_property = gradus_data_picker_set_property;
  object_class->dispose = gradus_data_picker_dispose;
  object_class->finalize = gradus_data_picker_finalize;
  props[PROP_SOURCE] =
      g_param_spec_uint ("source", NULL, NULL, 0, GRADUS_N_SOURCES - 1, 0,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  props[PROP_FILE] =
      g_param_spec_string ("file", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/gradus/Gradus/ui/data-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, GradusDataPicker, dropdown);
  gtk_widget_class_bind_template_child (widget_class, GradusDataPicker, titles);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
}

static void
gradus_data_picker_init (GradusDataPicker *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  set_file (self, NULL);
}

const char *
gradus_data_picker_get_title (GradusDataPicker *self)
{
  g_return_val_if_fail (GRADUS_IS_DATA_PICKER (self), NULL);

  return gtk_string_list_get_string (self->titles, self->source);
}
