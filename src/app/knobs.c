/* The spec as an observable object: one GObject property per row of the field table. */
#include "app/knobs.h"

#include <math.h>
#include <string.h>

#include "core/spec-fields.h"

struct _GradusKnobs
{
  GObject parent_instance;

  GradusSpec spec;
  int width; /* of the newest first hidden layer: what comes back after logistic regression */
};

G_DEFINE_FINAL_TYPE (GradusKnobs, gradus_knobs, G_TYPE_OBJECT)

/* Property numbers: 1 … n_fields are the rows of the table in their order, these come behind. */
enum
{
  HIDDEN_UNITS = 1,
  HIDDEN_LAYERS,
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
field_is_equal (const GradusSpecField *field, const GradusSpec *a, const GradusSpec *b)
{
  g_autofree char *a_text = gradus_spec_field_get (field, a);
  g_autofree char *b_text = gradus_spec_field_get (field, b);

  return strcmp (a_text, b_text) == 0;
}

static double
get_number (const GradusSpecField *field, const GradusSpec *spec)
{
  const char *at = (const char *) spec + field->offset;
  double value =
      field->kind == GRADUS_FIELD_INT ? (double) *(const gint64 *) at : *(const double *) at;

  return field->optional && !(value >= 0) ? -1 : value;
}

static void
set_number (const GradusSpecField *field, GradusSpec *spec, double value)
{
  char *at = (char *) spec + field->offset;
  gboolean is_empty = field->optional && value < 0;

  if (isnan (value))
    return;
  value = CLAMP (value, field->min, field->max);
  if (field->kind == GRADUS_FIELD_INT)
    *(gint64 *) at = is_empty ? -1 : (gint64) rint (value);
  else
    *(double *) at = is_empty ? NAN : value;
}

static int
get_hidden_units (const GradusKnobs *self)
{
  return self->spec.hidden.n > 0 ? self->spec.hidden.units[0] : self->width;
}

static void
set_hidden_units (GradusKnobs *self, GradusSpec *spec, double value)
{
  int width = (int) rint (CLAMP (value, 1, GRADUS_MAX_UNITS));

  for (int i = 0; i < spec->hidden.n; i++)
    spec->hidden.units[i] = width;
  self->width = width;
}

static void
set_hidden_layers (const GradusKnobs *self, GradusSpec *spec, double value)
{
  GradusHidden *hidden = &spec->hidden;
  int n = (int) rint (CLAMP (value, 0, GRADUS_MAX_HIDDEN_LAYERS));

  for (int i = hidden->n; i < n; i++)
    hidden->units[i] = i > 0 ? hidden->units[i - 1] : self->width;
  hidden->n = n;
}

/* Puts spec in place and notifies what differs. Returns: whether anything does. */
static gboolean
take_spec (GradusKnobs *self, const GradusSpec *spec)
{
  int n_fields = 0;
  const GradusSpecField *fields = gradus_spec_fields (&n_fields);
  g_autofree GradusSpec *old = g_memdup2 (&self->spec, sizeof self->spec);
  int old_units = get_hidden_units (self);
  gboolean is_changed = FALSE;

  self->spec = *spec;
  if (spec->hidden.n > 0)
    self->width = spec->hidden.units[0];

  g_object_freeze_notify (G_OBJECT (self));
  for (int i = 0; i < n_fields; i++)
    if (!field_is_equal (&fields[i], old, &self->spec))
      {
        is_changed = TRUE;
        g_object_notify (G_OBJECT (self), fields[i].name);
      }
  if (get_hidden_units (self) != old_units)
    g_object_notify (G_OBJECT (self), "hidden-units");
  if (self->spec.hidden.n != old->hidden.n)
    g_object_notify (G_OBJECT (self), "hidden-layers");
  g_object_thaw_notify (G_OBJECT (self));
  return is_changed;
}

static void
set_field (const GradusSpecField *field, GradusSpec *spec, const GValue *value)
{
  void *at = (char *) spec + field->offset;

  switch (field->kind)
    {
    case GRADUS_FIELD_INT:
    case GRADUS_FIELD_DOUBLE:
      set_number (field, spec, g_value_get_double (value));
      break;
    case GRADUS_FIELD_BOOL:
      *(gboolean *) at = g_value_get_boolean (value);
      break;
    case GRADUS_FIELD_CHOICE:
      if (g_value_get_uint (value) < g_strv_length ((char **) field->choices))
        *(int *) at = (int) g_value_get_uint (value);
      break;
    case GRADUS_FIELD_TEXT:
    case GRADUS_FIELD_PATH:
    case GRADUS_FIELD_HIDDEN:
    case GRADUS_FIELD_SCHEDULE:
    case GRADUS_FIELD_CHANGES:
    default:
      {
        const char *text = g_value_get_string (value);

        gradus_spec_field_set (field, spec, text != NULL ? text : "", NULL);
        break;
      }
    }
}

static void
gradus_knobs_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  GradusKnobs *self = GRADUS_KNOBS (object);
  int n_fields = 0;
  const GradusSpecField *fields = gradus_spec_fields (&n_fields);

  if (id == (guint) n_fields + HIDDEN_UNITS)
    {
      g_value_set_double (value, get_hidden_units (self));
      return;
    }
  if (id == (guint) n_fields + HIDDEN_LAYERS)
    {
      g_value_set_double (value, self->spec.hidden.n);
      return;
    }

  const GradusSpecField *field = &fields[id - 1];
  const void *at = (const char *) &self->spec + field->offset;

  switch (field->kind)
    {
    case GRADUS_FIELD_INT:
    case GRADUS_FIELD_DOUBLE:
      g_value_set_double (value, get_number (field, &self->spec));
      break;
    case GRADUS_FIELD_BOOL:
      g_value_set_boolean (value, *(const gboolean *) at);
      break;
    case GRADUS_FIELD_CHOICE:
      g_value_set_uint (value, (guint) * (const int *) at);
      break;
    case GRADUS_FIELD_TEXT:
    case GRADUS_FIELD_PATH:
    case GRADUS_FIELD_HIDDEN:
    case GRADUS_FIELD_SCHEDULE:
    case GRADUS_FIELD_CHANGES:
    default:
      g_value_take_string (value, gradus_spec_field_get (field, &self->spec));
      break;
    }
}

/* Whether the property is what it was set to. */
static gboolean
reads_back (GradusKnobs *self, GParamSpec *pspec, const GValue *value)
{
  g_auto (GValue) now = G_VALUE_INIT;

  g_value_init (&now, pspec->value_type);
  gradus_knobs_get_property (G_OBJECT (self), pspec->param_id, &now, pspec);
  return g_param_values_cmp (pspec, value, &now) == 0;
}

static void
gradus_knobs_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  GradusKnobs *self = GRADUS_KNOBS (object);
  int n_fields = 0;
  const GradusSpecField *fields = gradus_spec_fields (&n_fields);
  g_autofree GradusSpec *spec = g_memdup2 (&self->spec, sizeof self->spec);
  int width = get_hidden_units (self);
  const char *name = "hidden";

  if (id == (guint) n_fields + HIDDEN_UNITS)
    set_hidden_units (self, spec, g_value_get_double (value));
  else if (id == (guint) n_fields + HIDDEN_LAYERS)
    set_hidden_layers (self, spec, g_value_get_double (value));
  else
    {
      set_field (&fields[id - 1], spec, value);
      name = fields[id - 1].name;
      if (spec->source != self->spec.source)
        spec->noise = NAN;
    }

  if (take_spec (self, spec))
    g_signal_emit (self, signals[CHANGED], 0, name);
  else if (get_hidden_units (self) != width || !reads_back (self, pspec, value))
    g_object_notify_by_pspec (object, pspec);
}

/* Out of range is put in range without a warning: a slider's rounding is not a caller's bug. */
#define FLAGS                                                                                      \
  (G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_LAX_VALIDATION | G_PARAM_STATIC_STRINGS)

static GParamSpec *
make_param (const GradusSpecField *field, const GradusSpec *defaults)
{
  const char *name = field->name, *summary = field->summary;
  const void *at = (const char *) defaults + field->offset;

  switch (field->kind)
    {
    case GRADUS_FIELD_INT:
    case GRADUS_FIELD_DOUBLE:
      return g_param_spec_double (name, NULL, summary, field->optional ? -1 : field->min,
                                  field->max, get_number (field, defaults), FLAGS);
    case GRADUS_FIELD_BOOL:
      return g_param_spec_boolean (name, NULL, summary, *(const gboolean *) at, FLAGS);
    case GRADUS_FIELD_CHOICE:
      /* The whole of guint: GTK_INVALID_LIST_POSITION is no choice, not the last one. */
      return g_param_spec_uint (name, NULL, summary, 0, G_MAXUINT, (guint) * (const int *) at,
                                FLAGS);
    case GRADUS_FIELD_TEXT:
    case GRADUS_FIELD_PATH:
    case GRADUS_FIELD_HIDDEN:
    case GRADUS_FIELD_SCHEDULE:
    case GRADUS_FIELD_CHANGES:
    default:
      return g_param_spec_string (name, NULL, summary, field->default_text, FLAGS);
    }
}

static void
gradus_knobs_class_init (GradusKnobsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  g_autofree GradusSpec *defaults = g_new (GradusSpec, 1);
  int n_fields = 0;
  const GradusSpecField *fields = gradus_spec_fields (&n_fields);

  object_class->set_property = gradus_knobs_set_property;
  object_class->get_property = gradus_knobs_get_property;

  gradus_spec_init (defaults);
  for (int i = 0; i < n_fields; i++)
    g_object_class_install_property (object_class, (guint) i + 1,
                                     make_param (&fields[i], defaults));
  g_object_class_install_property (
      object_class, (guint) n_fields + HIDDEN_UNITS,
      g_param_spec_double ("hidden-units", NULL, NULL, 1, GRADUS_MAX_UNITS, 4, FLAGS));
  g_object_class_install_property (
      object_class, (guint) n_fields + HIDDEN_LAYERS,
      g_param_spec_double ("hidden-layers", NULL, NULL, 0, GRADUS_MAX_HIDDEN_LAYERS, 1, FLAGS));

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
gradus_knobs_init (GradusKnobs *self)
{
  gradus_spec_init (&self->spec);
  self->width = MAX (self->spec.hidden.n > 0 ? self->spec.hidden.units[0] : 4, 1);
}

GradusKnobs *
gradus_knobs_new (void)
{
  return g_object_new (GRADUS_TYPE_KNOBS, NULL);
}

const GradusSpec *
gradus_knobs_get_spec (GradusKnobs *self)
{
  g_return_val_if_fail (GRADUS_IS_KNOBS (self), NULL);

  return &self->spec;
}

void
gradus_knobs_set_spec (GradusKnobs *self, const GradusSpec *spec)
{
  g_return_if_fail (GRADUS_IS_KNOBS (self));

  if (take_spec (self, spec))
    g_signal_emit (self, signals[CHANGED], 0, NULL);
}

void
gradus_knobs_adopt_spec (GradusKnobs *self, const GradusSpec *spec)
{
  g_return_if_fail (GRADUS_IS_KNOBS (self));

  take_spec (self, spec);
}
