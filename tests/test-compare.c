/* The runs of an experiment that varies one field or two. */
#include <string.h>

#include "core/compare.h"
#include "run.h"

static void
assert_values (const char *vary, const char *values, const char *expected)
{
  GradusSpec spec;
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) found = g_string_new (NULL);

  run_spec (&spec, "vary", vary, "values", values, NULL);
  gradus_spec_check (&spec, &error);
  g_assert_no_error (error);
  for (int i = 0; i < gradus_compare_count (&spec); i++)
    {
      g_autofree char *value = gradus_compare_value (&spec, i);
      g_string_append_printf (found, "%s%s", i > 0 ? "|" : "", value);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_values (void)
{
  assert_values ("", "", "");
  assert_values ("init-scale", "0;0.01;1", "0|0.01|1");
  assert_values ("init-scale", "0, 0.01 ,1,", "0|0.01|1");
  assert_values ("seed", "7", "7");
  assert_values ("seed", "100..104", "100|101|102|103|104");
  assert_values ("seed", "1;3 .. 5;9", "1|3|4|5|9");
  assert_values ("hidden", "1;2;8,4", "1|2|8,4");
  assert_values ("activation", "tanh;relu", "tanh|relu");
  assert_values ("standardise", "true;false", "true|false");
}

static void
test_picked (void)
{
  GradusSpec spec, run, expected;

  run_spec (&spec, "vary", "hidden", "values", "1;2;8,4", "alpha", "0.5", NULL);
  gradus_compare_pick (&spec, 2, &run);
  run_spec (&expected, "hidden", "8;4", "alpha", "0.5", NULL);
  g_assert_true (gradus_spec_equal (&run, &expected));
  g_assert_cmpint (gradus_compare_count (&run), ==, 1);

  run_spec (&spec, "vary", "seed", "values", "5;100..199", NULL);
  g_assert_cmpint (gradus_compare_count (&spec), ==, 101);
  gradus_compare_pick (&spec, 100, &run);
  g_assert_cmpint (run.seed, ==, 199);
}

static void
test_refused (void)
{
  static const char *const rows[][3] = {
    { "rose", "1", "vary: “rose” is no field that can be varied" },
    { "file", "a.csv", "vary: “file” is no field" },
    { "alpha-schedule", "5:1", "vary: “alpha-schedule” is no field" },
    { "vary", "seed", "vary: “vary” is no field" },
    { "", "1;2", "vary: “” is no field" },
    { "seed", "", "values: there is none; from 1 to 100000 values of seed are right" },
    { "epochs", " ", "values: there is none; from 1 to 100000 values of epochs are right" },
    { "seed", "0..100000", "values: 100001 of them; from 1 to 100000 are right" },
    { "seed", "9..3", "values: seed: “9..3” is not a whole number" },
    { "init-scale", "1..3", "values: init-scale: “1..3” is not a number" },
    { "init-scale", "0;;1", "values: init-scale: “” is not a number" },
    { "init-scale", "0;2000", "values: init-scale: “2000” is out of range" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GradusSpec spec;
      g_autoptr (GError) error = NULL;
      run_spec (&spec, "vary", rows[i][0], "values", rows[i][1], NULL);
      g_assert_false (gradus_spec_check (&spec, &error));
      g_assert_true (g_str_has_prefix (error->message, rows[i][2]));
    }
}

/* Two fields: the rows one after the other, and in each its columns. */
static void
test_two_fields (void)
{
  GradusSpec spec, run, expected;
  g_autoptr (GError) error = NULL;

  run_spec (&spec, "vary", "init-scale", "values", "0;1", "across", "seed", "across-values", "7..9",
            "alpha", "0.5", NULL);
  gradus_spec_check (&spec, &error);
  g_assert_no_error (error);
  g_assert_cmpint (gradus_compare_count (&spec), ==, 6);
  g_assert_cmpint (gradus_compare_count_across (&spec), ==, 3);
  g_autofree char *value = gradus_compare_value (&spec, 4);
  g_autofree char *across = gradus_compare_value_across (&spec, 4);
  g_assert_cmpstr (value, ==, "1");
  g_assert_cmpstr (across, ==, "8");
  gradus_compare_pick (&spec, 4, &run);
  run_spec (&expected, "init-scale", "1", "seed", "8", "alpha", "0.5", NULL);
  g_assert_true (gradus_spec_equal (&run, &expected));
}

static void
test_second_refused (void)
{
  static const char *const rows[][5] = {
    { "", "", "seed", "1..3", "across: it is the second field" },
    { "seed", "1;2", "seed", "1..3", "across: “seed” varies already" },
    { "alpha", "1;2", "rose", "1", "across: “rose” is no field that can be varied" },
    { "alpha", "1;2", "", "1", "across: “” is no field" },
    { "alpha", "1;2", "seed", "", "across-values: there is none" },
    { "alpha", "1;2", "seed", "1;x", "across-values: seed: “x” is not a whole number" },
    { "epochs", "0..999", "seed", "0..100", "across-values: 101000 runs in all" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GradusSpec spec;
      g_autoptr (GError) error = NULL;
      run_spec (&spec, "vary", rows[i][0], "values", rows[i][1], "across", rows[i][2],
                "across-values", rows[i][3], NULL);
      g_assert_false (gradus_spec_check (&spec, &error));
      g_assert_true (g_str_has_prefix (error->message, rows[i][4]));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/compare/values-are-lists-and-ranges", test_values);
  g_test_add_func ("/compare/a-run-differs-in-that-field-alone", test_picked);
  g_test_add_func ("/compare/what-cannot-be-compared-is-said", test_refused);
  g_test_add_func ("/compare/two-fields-make-a-table", test_two_fields);
  g_test_add_func ("/compare/what-cannot-be-a-second-field-is-said", test_second_refused);
  return g_test_run ();
}
