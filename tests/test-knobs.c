/* Tests of the knobs: every field a property, and who hears of what. */
#include <math.h>
#include <string.h>

#include "session-loop.h"

typedef struct
{
  GradusKnobs *knobs;
  GPtrArray *notified; /* names of properties */
  GPtrArray *changed;  /* the same for "changed"; "(all)" for NULL */
} Watch;

static void
notify_cb (GObject *knobs, GParamSpec *pspec, Watch *watch)
{
  g_ptr_array_add (watch->notified, (char *) pspec->name);
}

static void
changed_cb (GradusKnobs *knobs, const char *name, Watch *watch)
{
  g_ptr_array_add (watch->changed, g_strdup (name != NULL ? name : "(all)"));
}

static void
set_up (Watch *watch, gconstpointer data)
{
  watch->knobs = gradus_knobs_new ();
  watch->notified = g_ptr_array_new ();
  watch->changed = g_ptr_array_new_with_free_func (g_free);
  g_signal_connect (watch->knobs, "notify", G_CALLBACK (notify_cb), watch);
  g_signal_connect (watch->knobs, "changed", G_CALLBACK (changed_cb), watch);
}

static void
tear_down (Watch *watch, gconstpointer data)
{
  g_object_unref (watch->knobs);
  g_ptr_array_unref (watch->notified);
  g_ptr_array_unref (watch->changed);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
assert_names (GPtrArray *heard, const char *expected)
{
  g_autoptr (GString) names = g_string_new (NULL);

  g_ptr_array_sort (heard, compare_names);
  for (guint i = 0; i < heard->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? " " : "", (char *) heard->pdata[i]);
  g_assert_cmpstr (names->str, ==, expected);
  g_ptr_array_set_size (heard, 0);
}

/* What was heard since the last time, in the alphabet's order: GObject keeps none. */
static void
assert_heard (Watch *watch, const char *notified, const char *changed)
{
  assert_names (watch->notified, notified);
  assert_names (watch->changed, changed);
}

static void
test_every_field_is_a_property (Watch *watch, gconstpointer data)
{
  GObjectClass *klass = G_OBJECT_GET_CLASS (watch->knobs);
  int n_fields = 0;
  const GradusSpecField *fields = gradus_spec_fields (&n_fields);
  guint n_props = 0;

  g_free (g_object_class_list_properties (klass, &n_props));
  g_assert_cmpint ((int) n_props, ==, n_fields + 2);
  for (int i = 0; i < n_fields; i++)
    {
      g_auto (GValue) value = G_VALUE_INIT;
      GParamSpec *prop = g_object_class_find_property (klass, fields[i].name);

      g_assert_nonnull (prop);
      g_value_init (&value, prop->value_type);
      g_object_get_property (G_OBJECT (watch->knobs), fields[i].name, &value);
      g_object_set_property (G_OBJECT (watch->knobs), fields[i].name, &value);
    }
  assert_heard (watch, "", "");
}

static void
test_a_new_value_is_told (Watch *watch, gconstpointer data)
{
  g_object_set (watch->knobs, "alpha", 0.5, NULL);
  assert_heard (watch, "alpha", "alpha");
  g_object_set (watch->knobs, "alpha", 0.5, NULL);
  assert_heard (watch, "", "");
  g_object_set (watch->knobs, "activation", 2u, "standardise", TRUE, NULL);
  assert_heard (watch, "activation standardise", "activation standardise");
  g_object_set (watch->knobs, "file", "points.csv", NULL);
  assert_heard (watch, "file", "file");

  const GradusSpec *spec = gradus_knobs_get_spec (watch->knobs);

  g_assert_cmpfloat (spec->alpha, ==, 0.5);
  g_assert_cmpint (spec->activation, ==, GRADUS_ACTIVATION_RELU);
  g_assert_true (spec->standardise);
  g_assert_cmpstr (spec->file, ==, "points.csv");
}

static void
test_empty_numbers_read_minus_one (Watch *watch, gconstpointer data)
{
  const GradusSpec *spec = gradus_knobs_get_spec (watch->knobs);

  g_assert_cmpfloat (get_number (watch->knobs, "noise"), ==, -1);
  g_assert_cmpfloat (get_number (watch->knobs, "epochs"), ==, 10000);
  g_object_set (watch->knobs, "noise", 0.25, "epochs", -1., NULL);
  g_assert_cmpfloat (spec->noise, ==, 0.25);
  g_assert_cmpint (spec->epochs, ==, -1);
  assert_heard (watch, "epochs noise", "epochs noise");
  g_object_set (watch->knobs, "noise", -0.5, NULL);
  g_assert_true (isnan (spec->noise));
  g_assert_cmpfloat (get_number (watch->knobs, "noise"), ==, -1);
}

static void
test_numbers_are_put_in_range (Watch *watch, gconstpointer data)
{
  const GradusSpec *spec = gradus_knobs_get_spec (watch->knobs);

  g_object_set (watch->knobs, "examples", 1., "held-out", 7., "seed", 2.6, NULL);
  g_assert_cmpint (spec->examples, ==, GRADUS_MIN_EXAMPLES);
  g_assert_cmpfloat (spec->held_out, ==, 0.9);
  g_assert_cmpint (spec->seed, ==, 3);
  g_object_set (watch->knobs, "alpha", (double) NAN, NULL);
  g_assert_cmpfloat (spec->alpha, ==, 1.2);
}

/* What is bound to the property must hear that it did not take the value. */
static void
test_a_refused_value_is_notified (Watch *watch, gconstpointer data)
{
  g_object_set (watch->knobs, "hidden", "4;x", NULL);
  assert_heard (watch, "hidden", "");
  g_object_set (watch->knobs, "activation", 99u, NULL);
  assert_heard (watch, "activation", "");
  g_assert_cmpint (gradus_knobs_get_spec (watch->knobs)->activation, ==, GRADUS_ACTIVATION_TANH);
  g_object_set (watch->knobs, "init-scale", -3., "init-scale", -3., NULL);
  assert_heard (watch, "init-scale", "init-scale");
}

static void
test_layers_come_back_as_wide_as_they_were (Watch *watch, gconstpointer data)
{
  const GradusHidden *hidden = &gradus_knobs_get_spec (watch->knobs)->hidden;

  g_object_set (watch->knobs, "hidden-units", 7., NULL);
  assert_heard (watch, "hidden hidden-units", "hidden");
  g_object_set (watch->knobs, "hidden-layers", 0., NULL);
  assert_heard (watch, "hidden hidden-layers", "hidden");
  g_assert_cmpint (hidden->n, ==, 0);
  g_assert_cmpfloat (get_number (watch->knobs, "hidden-units"), ==, 7);
  /* Without a layer the width is only kept in mind. */
  g_object_set (watch->knobs, "hidden-units", 5., NULL);
  assert_heard (watch, "hidden-units", "");
  g_object_set (watch->knobs, "hidden-layers", 2., NULL);
  g_assert_cmpint (hidden->n, ==, 2);
  g_assert_cmpint (hidden->units[0], ==, 5);
  g_assert_cmpint (hidden->units[1], ==, 5);
}

static void
test_units_speak_of_the_first_layer_and_to_all (Watch *watch, gconstpointer data)
{
  const GradusHidden *hidden = &gradus_knobs_get_spec (watch->knobs)->hidden;

  g_object_set (watch->knobs, "hidden", "8;4", NULL);
  assert_heard (watch, "hidden hidden-layers hidden-units", "hidden");
  g_assert_cmpfloat (get_number (watch->knobs, "hidden-units"), ==, 8);
  g_assert_cmpfloat (get_number (watch->knobs, "hidden-layers"), ==, 2);
  g_object_set (watch->knobs, "hidden-layers", 3., NULL);
  g_assert_cmpint (hidden->units[2], ==, 4);
  g_object_set (watch->knobs, "hidden-units", 6., NULL);
  for (int i = 0; i < 3; i++)
    g_assert_cmpint (hidden->units[i], ==, 6);
}

static void
test_another_recipe_has_its_own_noise (Watch *watch, gconstpointer data)
{
  g_object_set (watch->knobs, "noise", 0.5, "examples", 200., NULL);
  assert_heard (watch, "examples noise", "examples noise");
  g_object_set (watch->knobs, "source", (guint) GRADUS_SOURCE_MOONS, NULL);
  assert_heard (watch, "noise source", "source");
  g_assert_true (isnan (gradus_knobs_get_spec (watch->knobs)->noise));
  g_assert_cmpint (gradus_knobs_get_spec (watch->knobs)->examples, ==, 200);
}

static void
test_a_whole_spec_is_told_once (Watch *watch, gconstpointer data)
{
  g_autofree GradusSpec *spec =
      g_memdup2 (gradus_knobs_get_spec (watch->knobs), sizeof (GradusSpec));

  spec->seed = 9;
  spec->alpha = 0.1;
  spec->hidden.n = 0;
  gradus_knobs_set_spec (watch->knobs, spec);
  assert_heard (watch, "alpha hidden hidden-layers seed", "(all)");
  gradus_knobs_set_spec (watch->knobs, spec);
  assert_heard (watch, "", "");
  spec->alpha = 0.2;
  gradus_knobs_adopt_spec (watch->knobs, spec);
  assert_heard (watch, "alpha", "");
  g_assert_true (gradus_spec_equal (gradus_knobs_get_spec (watch->knobs), spec));
}

#define ADD(name, func) g_test_add ("/knobs/" name, Watch, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("every-field-is-a-property", test_every_field_is_a_property);
  ADD ("a-new-value-is-told", test_a_new_value_is_told);
  ADD ("empty-numbers-read-minus-one", test_empty_numbers_read_minus_one);
  ADD ("numbers-are-put-in-range", test_numbers_are_put_in_range);
  ADD ("a-refused-value-is-notified", test_a_refused_value_is_notified);
  ADD ("layers-come-back-as-wide-as-they-were", test_layers_come_back_as_wide_as_they_were);
  ADD ("units-speak-of-the-first-layer-and-to-all", test_units_speak_of_the_first_layer_and_to_all);
  ADD ("another-recipe-has-its-own-noise", test_another_recipe_has_its_own_noise);
  ADD ("a-whole-spec-is-told-once", test_a_whole_spec_is_told_once);

  return g_test_run ();
}
