/* The spec: its table of fields, its text, and what is refused. */
#include <glib.h>
#include <math.h>
#include <string.h>

#include "core/error.h"
#include "core/rng.h"
#include "core/spec-fields.h"
#include "core/spec-text.h"

static void
test_defaults (void)
{
  GradusSpec spec;

  gradus_spec_init (&spec);
  g_assert_cmpint (spec.source, ==, GRADUS_SOURCE_FLOWER);
  g_assert_cmpint (spec.examples, ==, 400);
  g_assert_true (isnan (spec.noise));
  g_assert_cmpint (spec.data_seed, ==, 1);
  g_assert_cmpint (spec.hidden.n, ==, 1);
  g_assert_cmpint (spec.hidden.units[0], ==, 4);
  g_assert_cmpint (spec.activation, ==, GRADUS_ACTIVATION_TANH);
  g_assert_cmpint (spec.init, ==, GRADUS_INIT_NORMAL);
  g_assert_cmpfloat (spec.init_scale, ==, 0.01);
  g_assert_cmpint (spec.seed, ==, 2);
  g_assert_cmpfloat (spec.alpha, ==, 1.2);
  g_assert_cmpint (spec.epochs, ==, 10000);
}

static void
test_every_row_reads_its_default (void)
{
  GradusSpec spec;
  int n_fields = 0;
  const GradusSpecField *fields = gradus_spec_fields (&n_fields);

  gradus_spec_init (&spec);
  g_assert_cmpint (n_fields, ==, 28);
  for (int i = 0; i < n_fields; i++)
    {
      g_autofree char *text = gradus_spec_field_get (&fields[i], &spec);
      g_autofree char *takes = gradus_spec_field_takes (&fields[i]);

      g_assert_cmpstr (text, ==, fields[i].default_text);
      g_assert_true (gradus_spec_field_find (fields[i].name) == &fields[i]);
      g_assert_cmpint (strlen (takes), >, 5);
    }
}

/* Sets the field to one text after the other; each must be taken and come back as the next one. */
static void
test_values (void)
{
  static const char *const values[][3] = {
    { "epochs", "", "" },
    { "epochs", "0", "0" },
    { "epochs", " +12 ", "12" },
    { "noise", "", "" },
    { "noise", "0.25", "0.25" },
    { "alpha", "0", "0" },
    { "alpha", "-0", "0" },
    { "alpha", "1000", "1000" },
    { "alpha", "1e3", "1000" },
    { "alpha", ".5", "0.5" },
    { "alpha", "5.", "5" },
    { "alpha", "0.1", "0.1" },
    { "alpha", "0.30000000000000004", "0.30000000000000004" },
    { "alpha", "0.010000000000000000208", "0.01" },
    { "seed", "4294967295", "4294967295" },
    { "hidden", "0", "0" },
    { "hidden", "8,4", "8;4" },
    { "hidden", "8; 4;", "8;4" },
    { "hidden", "1024", "1024" },
    { "hidden", "1;2;3;4;5;6;7;8;9;1;2;3;4;5;6;7", "1;2;3;4;5;6;7;8;9;1;2;3;4;5;6;7" },
    { "alpha-schedule", "", "" },
    { "alpha-schedule", "500:0.1,2000 : 1e-2", "500:0.1;2000:0.01" },
    { "changes", "", "" },
    { "changes", "0:W1[1,2]=0.5; 120:b2[1]+1e-6;", "0:W1[1,2]=0.5;120:b2[1]+1e-06" },
    { "standardise", "true", "true" },
    { "source", "file", "file" },
    { "activation", "leaky-relu", "leaky-relu" },
    { "init", "he", "he" },
    { "file", " a=b;#\\ä\n.csv ", " a=b;#\\ä\n.csv " },
    { "label", "3", "3" },
  };
  GradusSpec spec;

  gradus_spec_init (&spec);
  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;

      gradus_spec_set (&spec, values[i][0], values[i][1], &error);
      g_assert_no_error (error);
      text = gradus_spec_field_get (gradus_spec_field_find (values[i][0]), &spec);
      g_assert_cmpstr (text, ==, values[i][2]);
    }
}

static void
test_bad_values (void)
{
  static const char *const values[][2] = {
    { "alpha", "" },
    { "alpha", "nan" },
    { "alpha", "inf" },
    { "alpha", "0x10" },
    { "alpha", "1,5" },
    { "alpha", "1.5x" },
    { "alpha", "1 2" },
    { "alpha", "." },
    { "alpha", "1e" },
    { "alpha", "--1" },
    { "alpha", "-1" },
    { "alpha", "1e999" },
    { "alpha", "1e-999" },
    { "init-scale", "2000" },
    { "held-out", "0.95" },
    { "test-examples", "-1" },
    { "test-seed", "4294967296" },
    { "examples", "3" },
    { "examples", "10000001" },
    { "examples", "400.0" },
    { "examples", "1e3" },
    { "examples", "99999999999999999999" },
    { "seed", "-1" },
    { "seed", "4294967296" },
    { "epochs", "-1" },
    { "batch", "-5" },
    { "hidden", "" },
    { "hidden", "4;0" },
    { "hidden", "4;;4" },
    { "hidden", ";" },
    { "hidden", "1025" },
    { "hidden", "four" },
    { "hidden", "1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1" },
    { "alpha-schedule", "500" },
    { "alpha-schedule", "500:" },
    { "alpha-schedule", "0:1" },
    { "alpha-schedule", "500:1;500:2" },
    { "alpha-schedule", "500:1;400:2" },
    { "changes", "W1[1,2]=0.5" },
    { "changes", "5:b1[1]=1;4:b1[1]=1" },
    { "changes", "0:b1[1]=1;;0:b1[2]=1" },
    { "changes", "0:b1[1]=1e7" },
    { "standardise", "yes" },
    { "source", "Flower" },
    { "activation", "" },
    { "file", "\xff.csv" },
  };
  g_autofree GradusSpec *spec = g_new (GradusSpec, 1);
  g_autofree GradusSpec *before = g_new (GradusSpec, 1);

  gradus_spec_init (spec);
  *before = *spec;
  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (gradus_spec_set (spec, values[i][0], values[i][1], &error));
      g_assert_error (error, GRADUS_ERROR, GRADUS_ERROR_SPEC);
      g_assert_true (g_str_has_prefix (error->message, values[i][0]));
      g_assert_nonnull (strstr (error->message, " is right"));
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_null (strchr (error->message, '\n'));
      g_assert_true (gradus_spec_equal (spec, before));
    }
}

static void
test_message (void)
{
  GradusSpec spec;
  g_autoptr (GError) error = NULL;
  g_autofree char *long_text = g_strnfill (100000, 'x');
  g_autofree char *too_long = g_strnfill (GRADUS_MAX_PATH, 'x');

  gradus_spec_init (&spec);
  g_assert_false (gradus_spec_set (&spec, "init-scale", "2000", &error));
  g_assert_cmpstr (error->message, ==,
                   "init-scale: “2000” is out of range; a number from 0 to 1000 is right");
  g_clear_error (&error);
  g_assert_false (gradus_spec_set (&spec, "no-such", "1", &error));
  g_assert_error (error, GRADUS_ERROR, GRADUS_ERROR_SPEC);
  g_assert_nonnull (strstr (error->message, "no-such"));
  g_clear_error (&error);
  g_assert_false (gradus_spec_set (&spec, "seed", long_text, &error));
  g_assert_cmpint (strlen (error->message), <, 300);
  g_clear_error (&error);
  g_assert_false (gradus_spec_set (&spec, "file", too_long, &error));
  g_assert_cmpint (strlen (error->message), <, 300);
}

/* A value that the field may take, as text. */
static char *
draw_value (const GradusSpecField *field, GradusRng *rng)
{
  static const char *const texts[] = { "", " leading", "a;b\\c=#ä\t", "trailing ", "\n", "[x]" };
  guint32 n;

  if (strcmp (field->group, "compare") == 0) /* they must go together */
    return g_strdup (strcmp (field->name, "vary") == 0     ? "seed"
                     : strcmp (field->name, "across") == 0 ? "data-seed"
                                                           : "3;10..20");
  if (field->optional && gradus_rng_interval (rng, 3) == 0)
    return g_strdup ("");
  switch (field->kind)
    {
    case GRADUS_FIELD_INT:
      return g_strdup_printf ("%.0f",
                              field->min
                                  + floor (gradus_rng_uniform (rng) * gradus_rng_uniform (rng)
                                           * (field->max - field->min)));
    case GRADUS_FIELD_DOUBLE:
      {
        char *text = g_malloc (G_ASCII_DTOSTR_BUF_SIZE);

        return g_ascii_dtostr (text, G_ASCII_DTOSTR_BUF_SIZE,
                               field->min + gradus_rng_uniform (rng) * (field->max - field->min));
      }
    case GRADUS_FIELD_BOOL:
      return g_strdup (gradus_rng_interval (rng, 1) ? "true" : "false");
    case GRADUS_FIELD_CHOICE:
      n = g_strv_length ((char **) field->choices);
      return g_strdup (field->choices[gradus_rng_interval (rng, n - 1)]);
    case GRADUS_FIELD_HIDDEN:
      return g_strdup_printf ("%u;%u", 1 + gradus_rng_interval (rng, 1023),
                              1 + gradus_rng_interval (rng, 1023));
    case GRADUS_FIELD_SCHEDULE:
      return g_strdup_printf ("%u:0.%u;5000:1e-%u", 1 + gradus_rng_interval (rng, 1000),
                              gradus_rng_next (rng), gradus_rng_interval (rng, 300));
    case GRADUS_FIELD_CHANGES:
      return g_strdup_printf ("%u:W1[%u,2]=%u.5;999999:b2[1]-%ue-7",
                              gradus_rng_interval (rng, 1000), 1 + gradus_rng_interval (rng, 1023),
                              gradus_rng_interval (rng, 1000), gradus_rng_interval (rng, 1000));
    case GRADUS_FIELD_TEXT:
    case GRADUS_FIELD_PATH:
    default:
      return g_strdup (texts[gradus_rng_interval (rng, G_N_ELEMENTS (texts) - 1)]);
    }
}

static void
test_round_trip (void)
{
  g_autofree GradusSpec *spec = g_new (GradusSpec, 1);
  g_autofree GradusSpec *read = g_new (GradusSpec, 1);
  GradusRng rng;
  int n_fields = 0;
  const GradusSpecField *fields = gradus_spec_fields (&n_fields);

  gradus_rng_seed (&rng, 7);
  for (int round = 0; round < 300; round++)
    {
      g_autofree char *text = NULL;
      g_autofree char *again = NULL;
      g_autoptr (GError) error = NULL;

      gradus_spec_init (spec);
      for (int i = 0; round > 0 && i < n_fields; i++)
        {
          g_autofree char *value = draw_value (&fields[i], &rng);

          gradus_spec_field_set (&fields[i], spec, value, &error);
          g_assert_no_error (error);
        }
      if (spec->source == GRADUS_SOURCE_FILE && spec->file[0] == '\0')
        spec->source = GRADUS_SOURCE_XOR;

      text = gradus_spec_to_text (spec, NULL);
      gradus_spec_from_text (read, text, strlen (text), "x.gradus", &error);
      g_assert_no_error (error);
      g_assert_true (gradus_spec_equal (spec, read));
      again = gradus_spec_to_text (read, NULL);
      g_assert_cmpstr (text, ==, again);
    }
}

static void
test_equality (void)
{
  g_autofree GradusSpec *spec = g_new (GradusSpec, 1);
  g_autofree GradusSpec *other = g_new (GradusSpec, 1);
  static const char *const changes[][2] = {
    { "source", "xor" },        { "file", "a.csv" },       { "noise", "0" },
    { "epochs", "" },           { "hidden", "4;4" },       { "alpha-schedule", "1:1" },
    { "changes", "0:b1[1]=1" }, { "standardise", "true" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      gradus_spec_init (spec);
      gradus_spec_init (other);
      g_assert_true (gradus_spec_equal (spec, other));
      g_assert_true (gradus_spec_set (spec, changes[i][0], changes[i][1], NULL));
      g_assert_false (gradus_spec_equal (spec, other));
    }
}

static void
test_bad_text (void)
{
  static const char *const texts[][2] = {
    { "[initialisation]\n\ninit-scale=2000\n",
      "x.gradus:3: [initialisation] init-scale: “2000” is out of range; a number from 0 to 1000 is "
      "right" },
    { "[descent]\r\nalpha=1\r\n[descent]\r\nalpha=x\r\n", "x.gradus:4: [descent] alpha: “x”" },
    { "alpha=3\n", "x.gradus:1: alpha stands before any group" },
    { "[data]\nfoo\n", "x.gradus:2: “foo” is no line of such a file" },
    { "[data]\nalpha=3\n", "x.gradus:2: [data] has no key alpha; it belongs in [descent]" },
    { "[network]\nlayers=3\n", "x.gradus:2: [network] has no key layers; hidden, activation" },
    { "[network]\nhidden[de]=3\n", "x.gradus:2: [network] has no key hidden[de]" },
    { "#\n[rose]\nvary=seed\nvalues=1;2\n", "x.gradus:2: there is no group [rose]" },
    { "[data]\nfile=a\\qb\n", "x.gradus:2: [data] file: a stray backslash" },
    { "[data]\nsource=file\n", "x.gradus: file: the source is a file" },
    { "[network]\nhidden=1024;1024;1024;1024;1024;1024;1024;1024;1024;1024;1024\n",
      "x.gradus: hidden: this network has" },
    { "[data]\nx1=\xff\n", "x.gradus:2: a byte that is not UTF-8" },
    { "x,y\n1,2\n", "x.gradus:1: “x,y” is no line" },
  };
  g_autofree GradusSpec *spec = g_new (GradusSpec, 1);
  g_autofree GradusSpec *before = g_new (GradusSpec, 1);

  gradus_spec_init (spec);
  spec->seed = 77;
  *before = *spec;
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (
          gradus_spec_from_text (spec, texts[i][0], strlen (texts[i][0]), "x.gradus", &error));
      g_assert_true (error->domain == GRADUS_ERROR);
      g_assert_cmpmem (error->message, MIN (strlen (error->message), strlen (texts[i][1])),
                       texts[i][1], strlen (texts[i][1]));
      g_assert_true (gradus_spec_equal (spec, before));
    }
}

static void
test_bytes (void)
{
  g_autofree GradusSpec *spec = g_new (GradusSpec, 1);
  g_autofree char *huge = g_strnfill (2 * 1024 * 1024, '#');
  g_autoptr (GError) error = NULL;

  g_assert_false (gradus_spec_from_text (spec, "[data]\n\0", 8, "x.gradus", &error));
  g_assert_cmpstr (error->message, ==, "x.gradus:2: a NUL byte; text in UTF-8 is right");
  g_clear_error (&error);
  g_assert_false (gradus_spec_from_text (spec, huge, 2 * 1024 * 1024, "x.gradus", &error));
  g_assert_error (error, GRADUS_ERROR, GRADUS_ERROR_DATA);
  g_clear_error (&error);
  g_assert_true (
      gradus_spec_from_text (spec, "\xef\xbb\xbf[descent]\nalpha=3\n", 21, "x.gradus", &error));
  g_assert_cmpfloat (spec->alpha, ==, 3);
  g_assert_true (gradus_spec_from_text (spec, "", 0, "x.gradus", &error));
  g_assert_cmpfloat (spec->alpha, ==, 1.2);
}

/* file= in the experiment of name is where the program looks for it. */
static void
check_path (const char *name, const char *in_file, const char *in_spec)
{
  g_autofree GradusSpec *spec = g_new (GradusSpec, 1);
  g_autofree char *text = g_strdup_printf ("[data]\nsource=file\nfile=%s\n", in_file);
  g_autofree char *again = NULL;
  g_autofree char *line = g_strdup_printf ("\nfile=%s\n", in_file);
  g_autoptr (GError) error = NULL;

  gradus_spec_from_text (spec, text, strlen (text), name, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (spec->file, ==, in_spec);
  again = gradus_spec_to_text (spec, name);
  g_assert_nonnull (strstr (again, line));
}

static void
test_paths (void)
{
  check_path ("x.gradus", "points.csv", "points.csv");
  check_path ("/no/such/x.gradus", "points.csv", "/no/such/points.csv");
  check_path ("/no/such/x.gradus", "more/points.csv", "/no/such/more/points.csv");
  check_path ("/no/such/x.gradus", "../points.csv", "/no/such/../points.csv");
  check_path ("/no/such/x.gradus", "/else/points.csv", "/else/points.csv");
  check_path ("no/such/x.gradus", "a;b c.csv", "no/such/a;b c.csv");
}

static void
test_alpha (void)
{
  g_autofree GradusSpec *spec = g_new (GradusSpec, 1);

  gradus_spec_init (spec);
  g_assert_true (gradus_spec_set (spec, "alpha-schedule", "500:0.1;2000:0.01", NULL));
  g_assert_cmpfloat (gradus_spec_alpha_at (spec, 0), ==, 1.2);
  g_assert_cmpfloat (gradus_spec_alpha_at (spec, 499), ==, 1.2);
  g_assert_cmpfloat (gradus_spec_alpha_at (spec, 500), ==, 0.1);
  g_assert_cmpfloat (gradus_spec_alpha_at (spec, 5000), ==, 0.01);

  g_assert_true (gradus_spec_set_alpha_from (spec, 1000, 3));
  g_assert_cmpfloat (gradus_spec_alpha_at (spec, 999), ==, 0.1);
  g_assert_cmpfloat (gradus_spec_alpha_at (spec, 5000), ==, 3);
  g_assert_true (gradus_spec_set_alpha_from (spec, 1000, 0.1));
  g_assert_cmpint (spec->alpha_schedule.n, ==, 1);
  g_assert_true (gradus_spec_set_alpha_from (spec, 0, 2));
  g_assert_cmpfloat (spec->alpha, ==, 2);
  g_assert_cmpint (spec->alpha_schedule.n, ==, 0);

  for (int i = 1; i <= GRADUS_MAX_ALPHA_CHANGES; i++)
    g_assert_true (gradus_spec_set_alpha_from (spec, i, i + 2));
  g_assert_false (gradus_spec_set_alpha_from (spec, 100000, 1));
  g_assert_cmpint (spec->alpha_schedule.n, ==, GRADUS_MAX_ALPHA_CHANGES);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/spec/defaults-are-the-published-run", test_defaults);
  g_test_add_func ("/spec/every-row-reads-its-default", test_every_row_reads_its_default);
  g_test_add_func ("/spec/values-come-back-in-their-shortest-form", test_values);
  g_test_add_func ("/spec/bad-values-are-refused-and-change-nothing", test_bad_values);
  g_test_add_func ("/spec/a-message-is-one-short-sentence", test_message);
  g_test_add_func ("/spec/any-spec-goes-to-text-and-back", test_round_trip);
  g_test_add_func ("/spec/one-field-makes-specs-differ", test_equality);
  g_test_add_func ("/spec/bad-text-names-file-line-and-key", test_bad_text);
  g_test_add_func ("/spec/text-must-be-utf-8-and-small", test_bytes);
  g_test_add_func ("/spec/files-are-relative-to-their-experiment", test_paths);
  g_test_add_func ("/spec/alpha-follows-its-schedule", test_alpha);
  return g_test_run ();
}
