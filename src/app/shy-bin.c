/* A box for one child that stands back where there is too little room for it, for another if there
 * is one. */
#include "app/shy-bin.h"

struct _GradusShyBin
{
  GtkWidget parent_instance;

  GtkWidget *child;
  GtkWidget *instead; /* or NULL */
  int threshold;
};

G_DEFINE_FINAL_TYPE (GradusShyBin, gradus_shy_bin, GTK_TYPE_WIDGET)

enum
{
  PROP_CHILD = 1,
  PROP_INSTEAD,
  PROP_THRESHOLD,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
gradus_shy_bin_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                        int *natural, int *minimum_baseline, int *natural_baseline)
{
  GradusShyBin *self = GRADUS_SHY_BIN (widget);

  if (self->child == NULL)
    return;
  gtk_widget_measure (self->child, orientation, -1, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = 0;
  if (self->instead != NULL)
    {
      int least, wanted;

      gtk_widget_measure (self->instead, orientation, -1, &least, &wanted, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural = MAX (*natural, least);
    }
}

static void
gradus_shy_bin_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GradusShyBin *self = GRADUS_SHY_BIN (widget);
  int minimum, natural;

  if (self->child == NULL)
    return;
  gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  gboolean has_room = width >= minimum && width >= MIN (natural, self->threshold);

  gtk_widget_set_child_visible (self->child, has_room);
  if (self->instead != NULL)
    gtk_widget_set_child_visible (self->instead, !has_room);
  if (has_room)
    gtk_widget_allocate (self->child, width, height, baseline, NULL);
  else if (self->instead != NULL)
    gtk_widget_allocate (self->instead, width, height, baseline, NULL);
}

static void
gradus_shy_bin_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  GradusShyBin *self = GRADUS_SHY_BIN (object);

  if (id == PROP_THRESHOLD)
    g_value_set_int (value, self->threshold);
  else
    g_value_set_object (value, id == PROP_CHILD ? self->child : self->instead);
}

/* Takes the place of what was there. */
static void
replace (GradusShyBin *self, GtkWidget **place, GtkWidget *child)
{
  g_clear_pointer (place, gtk_widget_unparent);
  *place = child;
  if (child != NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
}

static void
gradus_shy_bin_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  GradusShyBin *self = GRADUS_SHY_BIN (object);

  if (id == PROP_THRESHOLD)
    {
      self->threshold = g_value_get_int (value);
      gtk_widget_queue_allocate (GTK_WIDGET (self));
      return;
    }
  replace (self, id == PROP_CHILD ? &self->child : &self->instead, g_value_get_object (value));
}

static void
gradus_shy_bin_dispose (GObject *object)
{
  GradusShyBin *self = GRADUS_SHY_BIN (object);

  g_clear_pointer (&self->child, gtk_widget_unparent);
  g_clear_pointer (&self->instead, gtk_widget_unparent);
  G_OBJECT_CLASS (gradus_shy_bin_parent_class)->dispose (object);
}

static void
gradus_shy_bin_class_init (GradusShyBinClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = gradus_shy_bin_get_property;
  object_class->set_property = gradus_shy_bin_set_property;
  object_class->dispose = gradus_shy_bin_dispose;
  widget_class->measure = gradus_shy_bin_measure;
  widget_class->size_allocate = gradus_shy_bin_size_allocate;
  props[PROP_CHILD] = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_INSTEAD] = g_param_spec_object ("instead", NULL, NULL, GTK_TYPE_WIDGET,
                                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_THRESHOLD] = g_param_spec_int ("threshold", NULL, NULL, 0, G_MAXINT, 0,
                                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
gradus_shy_bin_init (GradusShyBin *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}
