/* The numbers of the epoch on screen, each in a small field of its own. */
#include "app/chips.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "app/numbers.h"
#include "app/readout.h"
#include "plot/saturation-words.h"

#define HUGE_COST 1e5 /* from here on told as a power of ten, or the chip would grow and grow */
#define GAP 6         /* between chips, both ways */

struct _GradusChips
{
  GtkWidget parent_instance;

  GradusSession *session;

  GtkInscription *cost;
  GtkInscription *accuracy;
  GtkInscription *held_out;
  GtkInscription *gradient;
  GtkInscription *saturated;
  GtkInscription *alike;

  int layer;
};

G_DEFINE_FINAL_TYPE (GradusChips, gradus_chips, GTK_TYPE_WIDGET)

enum
{
  PROP_LAYER = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
chip_set (GtkInscription *label, const char *markup)
{
  gtk_widget_set_visible (GTK_WIDGET (label), markup != NULL);
  if (markup != NULL)
    gradus_readout_set (label, markup);
}

static void
chip_warn (GtkInscription *label, gboolean warn)
{
  if (warn)
    gtk_widget_add_css_class (GTK_WIDGET (label), "gradus-warning");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (label), "gradus-warning");
}

static void
update_row (GradusChips *self, const GradusRow *row, int layer)
{
  g_autofree char *cost = row->cost < HUGE_COST ? gradus_number_to_text (row->cost, 6)
                                                : gradus_number_to_scientific (row->cost);
  g_autofree char *accuracy = gradus_number_to_percent (row->accuracy, 2);
  g_autofree char *norm = gradus_number_to_scientific (row->gradient_norm[layer - 1]);
  g_autofree char *cost_text = g_strdup_printf (_ ("Cost %s"), cost);
  g_autofree char *accuracy_text = g_strdup_printf (_ ("Accuracy %s"), accuracy);
  g_autofree char *gradient_text = g_strdup_printf ("‖dW<sup>[%d]</sup>‖ = %s", layer, norm);

  chip_set (self->cost, cost_text);
  chip_set (self->accuracy, accuracy_text);
  chip_set (self->gradient, gradient_text);
  if (isnan (row->held_out_cost))
    chip_set (self->held_out, NULL);
  else
    {
      g_autofree char *held_cost = gradus_number_to_text (row->held_out_cost, 4);
      g_autofree char *held_accuracy = gradus_number_to_percent (row->held_out_accuracy, 2);
      g_autofree char *text =
          g_strdup_printf (_ ("Held out: cost %s, accuracy %s"), held_cost, held_accuracy);

      chip_set (self->held_out, text);
    }
}

/* The first two units of the layer that are alike, counted from 1; FALSE where they are not among
 * those that are looked at one by one. */
static gboolean
find_pair (const GradusLayerDiagnosis *layer, int *first, int *second)
{
  int n = MIN (layer->n_units, GRADUS_SHOWN_UNITS);

  for (int i = 0; i < n; i++)
    for (int j = i + 1; j < n; j++)
      if (layer->units[i].group == layer->units[j].group)
        {
          *first = i + 1;
          *second = j + 1;
          return TRUE;
        }
  return FALSE;
}

static char *
tell_alike (const GradusLayerDiagnosis *layer)
{
  gboolean is_exact = layer->n_different == layer->n_groups; /* whoever is alike is a twin */
  int i, j;

  if (layer->n_units < 2)
    return NULL;
  if (layer->n_groups == layer->n_units)
    return g_strdup (_ ("no two units alike"));
  if (layer->n_groups == 1)
    return g_strdup_printf (is_exact ? _ ("all %d units bit-identical") : _ ("all %d units alike"),
                            layer->n_units);
  if (layer->n_groups == layer->n_units - 1 && find_pair (layer, &i, &j))
    return g_strdup_printf (
        is_exact ? _ ("units %d and %d bit-identical") : _ ("units %d and %d alike"), i, j);
  return g_strdup_printf (_ ("%d kinds among %d units"), layer->n_groups, layer->n_units);
}

static char *
tell_saturated (const GradusLayerDiagnosis *layer, GradusActivation activation)
{
  if (activation == GRADUS_ACTIVATION_RELU)
    return g_strdup_printf (_ ("%d of %d units dead"), layer->n_dead, layer->n_units);
  if (!gradus_activation_can_saturate (activation))
    return NULL;
  g_autofree char *percent = gradus_number_to_percent (layer->saturated, 0);
  return g_strdup_printf (_ ("%s saturated"), percent);
}

static void
update_units (GradusChips *self, const GradusScene *scene, int layer)
{
  const GradusDiagnosis *diagnosis = scene != NULL ? scene->diagnosis : NULL;

  if (diagnosis == NULL || layer > diagnosis->n_layers)
    {
      chip_set (self->saturated, NULL);
      chip_set (self->alike, NULL);
      return;
    }
  const GradusLayerDiagnosis *units = &diagnosis->layers[layer - 1];
  g_autofree char *alike = tell_alike (units);
  g_autofree char *saturated = tell_saturated (units, scene->snapshot->network->activation);

  chip_set (self->alike, alike);
  chip_warn (self->alike, units->n_groups < units->n_units);
  chip_set (self->saturated, saturated);
  chip_warn (self->saturated, gradus_saturation_is_fault (scene, layer));
}

static void
update (GradusChips *self)
{
  const GradusRow *row = gradus_session_get_shown_row (self->session);
  GradusScene *scene = gradus_session_get_scene (self->session);
  int n_layers = scene != NULL ? scene->diagnosis->n_layers : 0;
  int layer = CLAMP (self->layer, 1, MAX (n_layers, 1));
  GtkInscription *numbers[] = { self->cost, self->accuracy, self->held_out, self->gradient };

  if (row != NULL)
    update_row (self, row, layer);
  else
    for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
      chip_set (numbers[i], NULL);
  update_units (self, scene, layer);
}

/* Sets the chips in rows of the width, from the start on; only measures where place is FALSE.
 * Returns: the height of all rows. */
static int
flow (GradusChips *self, int width, gboolean place)
{
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int x = 0, y = 0, row_height = 0;

  for (GtkWidget *chip = gtk_widget_get_first_child (GTK_WIDGET (self)); chip != NULL;
       chip = gtk_widget_get_next_sibling (chip))
    {
      GtkRequisition size;

      if (!gtk_widget_should_layout (chip))
        continue;
      gtk_widget_get_preferred_size (chip, NULL, &size);
      if (x > 0 && x + size.width > width)
        {
          x = 0;
          y += row_height + GAP;
          row_height = 0;
        }
      if (place)
        {
          GtkAllocation at = { is_rtl ? width - x - size.width : x, y, size.width, size.height };
          gtk_widget_size_allocate (chip, &at, -1);
        }
      x += size.width + GAP;
      row_height = MAX (row_height, size.height);
    }
  return y + row_height;
}

static void
gradus_chips_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                      int *natural, int *minimum_baseline, int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural =
          flow (GRADUS_CHIPS (widget), for_size < 0 ? G_MAXINT / 2 : for_size, FALSE);
      return;
    }
  for (GtkWidget *chip = gtk_widget_get_first_child (widget); chip != NULL;
       chip = gtk_widget_get_next_sibling (chip))
    {
      int least, wish;

      gtk_widget_measure (chip, orientation, -1, &least, &wish, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural += wish + GAP;
    }
}

static void
gradus_chips_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  flow (GRADUS_CHIPS (widget), width, TRUE);
}

static GtkSizeRequestMode
gradus_chips_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
gradus_chips_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_int (value, GRADUS_CHIPS (object)->layer);
}

static void
gradus_chips_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  GradusChips *self = GRADUS_CHIPS (object);

  self->layer = g_value_get_int (value);
  if (self->session != NULL)
    update (self);
}

static void
gradus_chips_dispose (GObject *object)
{
  GradusChips *self = GRADUS_CHIPS (object);
  GtkWidget *chip;

  g_clear_object (&self->session);
  while ((chip = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (chip);
  G_OBJECT_CLASS (gradus_chips_parent_class)->dispose (object);
}

static void
gradus_chips_class_init (GradusChipsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = gradus_chips_get_property;
  object_class->set_property = gradus_chips_set_property;
  object_class->dispose = gradus_chips_dispose;
  props[PROP_LAYER] = g_param_spec_int ("layer", NULL, NULL, 1, GRADUS_MAX_HIDDEN_LAYERS, 1,
                                        G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  widget_class->measure = gradus_chips_measure;
  widget_class->size_allocate = gradus_chips_size_allocate;
  widget_class->get_request_mode = gradus_chips_get_request_mode;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/gradus/Gradus/ui/chips.ui");
  gtk_widget_class_bind_template_child (widget_class, GradusChips, cost);
  gtk_widget_class_bind_template_child (widget_class, GradusChips, accuracy);
  gtk_widget_class_bind_template_child (widget_class, GradusChips, held_out);
  gtk_widget_class_bind_template_child (widget_class, GradusChips, gradient);
  gtk_widget_class_bind_template_child (widget_class, GradusChips, saturated);
  gtk_widget_class_bind_template_child (widget_class, GradusChips, alike);
}

static void
gradus_chips_init (GradusChips *self)
{
  self->layer = 1;
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
gradus_chips_set_session (GradusChips *self, GradusSession *session)
{
  static const char *const signals[] = { "advanced", "restarted", "scene-changed",
                                         "notify::shown-epoch" };

  g_return_if_fail (GRADUS_IS_CHIPS (self));
  g_return_if_fail (GRADUS_IS_SESSION (session));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  for (gsize i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_connect_object (session, signals[i], G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
