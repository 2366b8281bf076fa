/* The symmetry meter: it says which units are the same and why, of real runs, and shows it. */
#include "picture.h"

static void
assert_says (const Picture *picture, const char *expected)
{
  g_autofree char *sentence = gradus_figure_describe (&picture->figure);

  g_assert_cmpstr (sentence, ==, expected);
}

/* What the meter says of a run of the flower after so many epochs: field, text, …, NULL. */
static void G_GNUC_NULL_TERMINATED
assert_run_says (gint64 epochs, const char *expected, ...)
{
  va_list arguments;
  const char *name;
  GradusSpec spec;
  Picture picture;

  run_spec (&spec, NULL);
  va_start (arguments, expected);
  while ((name = va_arg (arguments, const char *)) != NULL)
    {
      g_autoptr (GError) error = NULL;
      gradus_spec_set (&spec, name, va_arg (arguments, const char *), &error);
      g_assert_no_error (error);
    }
  va_end (arguments);
  picture_init (&picture, &spec, epochs, GRADUS_VIEW_SYMMETRY);
  assert_says (&picture, expected);
  picture_clear (&picture);
}

#define ONE_OF_FOUR "Distinct hidden functions: 1 of 4, all 4 rows bit-identical. "

static void
test_nothing_moves (void)
{
  assert_run_says (20,
                   ONE_OF_FOUR "Every parameter is 0 and the classes are of equal size: every dW "
                               "and db is exactly 0, and nothing moves.",
                   "init", "zeros", NULL);
  assert_run_says (20,
                   ONE_OF_FOUR "Every dW is exactly 0: only biases move, and all 4 units stay the "
                               "same.",
                   "init", "zeros", "examples", "401", NULL);
  /* the batches are not balanced, though all examples together are */
  assert_run_says (0,
                   ONE_OF_FOUR "Over all examples every dW and db is exactly 0; those of a "
                               "mini-batch need not be.",
                   "init", "zeros", "batch", "50", NULL);
}

static void
test_gradients_flow (void)
{
  assert_run_says (20,
                   ONE_OF_FOUR
                   "Gradients flow (‖dW[1]‖ = 1.3e\u22122), but the same for each unit: "
                   "all 4 units stay the same.",
                   "init", "constant", "init-scale", "0.5", NULL);
  /* A[1] is ½, so W[2] has a gradient; W[2] is 0, so W[1] has none yet */
  assert_run_says (0,
                   ONE_OF_FOUR "Gradients flow in other layers, none in W[1]: all 4 units stay the "
                               "same.",
                   "init", "zeros", "activation", "sigmoid", "examples", "401", NULL);
}

static void
test_nothing_alike (void)
{
  assert_run_says (0,
                   "Layer 1: Distinct hidden functions: 3 of 3, spread 0.025. No two units are "
                   "alike: each computes a function of its own.",
                   "hidden", "3;2", NULL);
  assert_run_says (0, "Distinct hidden functions: 1 of 1. A single unit has none to be like.",
                   "hidden", "1", NULL);
  assert_run_says (0,
                   "Distinct hidden functions: 1 of 4, spread 2.9e\u221212. Some units agree to "
                   "within a billionth, but not to the bit: what little sets them apart can grow.",
                   "init-scale", "1e-12", NULL);
  assert_run_says (0, "No hidden layer: logistic regression.", "hidden", "0", NULL);
}

/* Some rows are the same, and not only one another's. */
static void
test_some_twins (void)
{
  static const struct
  {
    int n, twins[8]; /* whose row each unit takes over */
    const char *words;
  } cases[] = {
    { 4, { 0, 1, 0, 3 }, "3 of 4, rows 1 and 3 bit-identical" },
    { 4, { 0, 1, 1, 1 }, "2 of 4, rows 2, 3 and 4 bit-identical" },
    { 4, { 0, 0, 2, 2 }, "2 of 4, 4 of 4 rows not unique to the bit" },
    { 8, { 0, 1, 1, 1, 1, 1, 1, 1 }, "2 of 8, rows 2, 3, 4, 5, 6 and 2 more bit-identical" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GradusSpec spec;
      Picture picture;
      g_autofree char *units = g_strdup_printf ("%d", cases[i].n);
      run_spec (&spec, "hidden", units, "epochs", "0", NULL);
      GradusTrainer *trainer = run_new (&spec);
      double *w = gradus_network_w (gradus_trainer_get_network (trainer), 1);
      for (int j = 0; j < 2 * cases[i].n; j++)
        w[j] = w[2 * cases[i].twins[j / 2] + j % 2];
      picture_init_from (&picture, trainer, 0, GRADUS_VIEW_SYMMETRY);
      g_autofree char *sentence = gradus_figure_describe (&picture.figure);
      g_autofree char *begin = g_strconcat ("Distinct hidden functions: ", cases[i].words, NULL);
      if (!g_str_has_prefix (sentence, begin))
        g_error ("“%s” does not begin with “%s”", sentence, begin);
      picture_clear (&picture);
    }
}

/* Where the pointer finds the cell in the middle of the row and column of the matrix. */
static void
find_cell (const GradusFigure *figure, int row, int *x, int *y)
{
  int n = 0;

  *x = *y = 0;
  for (int py = 0; py < 480; py += 2)
    for (int px = 0; px < 640; px += 2)
      {
        GradusTarget target;
        if (!gradus_figure_find (figure, 640, 480, px, py, &target) || target.unit != row)
          continue;
        g_assert_cmpint (target.kind, ==, GRADUS_TARGET_UNIT);
        g_assert_cmpint (target.layer, ==, 1);
        *x = *x == 0 ? px : *x; /* the left end of the row */
        *y += py;
        n++;
      }
  g_assert_cmpint (n, >, 0);
  *y /= n;
}

/* Each row of the matrix is found and lit; twins' cells have the sign, others the colours. */
static void
test_matrix (void)
{
  const GradusTheme *theme = gradus_theme_get (GRADUS_THEME_LIGHT);
  GradusSpec spec;
  Picture picture;
  int x, y;

  run_spec (&spec, "epochs", "0", NULL);
  GradusTrainer *trainer = run_new (&spec);
  double *w = gradus_network_w (gradus_trainer_get_network (trainer), 1);
  w[2 * 2] = w[0]; /* units 1 and 3 are the same */
  w[2 * 2 + 1] = w[1];
  picture_init_from (&picture, trainer, 0, GRADUS_VIEW_SYMMETRY);
  cairo_surface_t *image = picture_draw (&picture.figure, 640, 480);
  find_cell (&picture.figure, 2, &x, &y);
  g_assert_cmpint (picture_count (image, x, y - 15, x + 30, y + 15, theme->flat), >, 300);
  g_assert_cmpint (picture_count (image, x, y - 15, x + 45, y + 15, theme->alarm), >, 10);
  g_autofree char *same = gradus_figure_tell (&picture.figure, 640, 480, x + 5, y);
  g_assert_cmpstr (same, ==, "Units 3 and 1: bit-identical");
  find_cell (&picture.figure, 1, &x, &y);
  g_assert_cmpint (picture_count (image, x, y - 15, x + 30, y + 15, theme->flat), ==, 0);
  g_assert_cmpint (picture_count (image, x, y - 15, x + 30, y + 15, theme->paper), <, 60);

  /* unit 2's row, and in it the first column: |−2.13619610 − −0.41675785| · 0.01 is the larger */
  g_autofree char *words = gradus_figure_tell (&picture.figure, 640, 480, x + 5, y);
  g_assert_cmpstr (words, ==, "Units 2 and 1: 0.017 apart");

  GradusTarget target = { .kind = GRADUS_TARGET_WEIGHT, .layer = 1, .unit = 1, .input = 1 };
  cairo_t *cr = cairo_create (image);
  gradus_figure_light (&picture.figure, cr, 640, 480, &target);
  cairo_destroy (cr);
  cairo_surface_flush (image);
  g_assert_cmpint (picture_nearest (image, x, y, 3, theme->ink), <=, 90);
  cairo_surface_destroy (image);
  picture_clear (&picture);
}

/* Rows without spread are on the floor line, which only they have. */
static void
test_floor (void)
{
  const GradusTheme *theme = gradus_theme_get (GRADUS_THEME_LIGHT);
  GradusSpec spec;
  Picture picture;

  for (int is_equal = 0; is_equal < 2; is_equal++)
    {
      run_spec (&spec, "init", is_equal ? "constant" : "normal", NULL);
      picture_init (&picture, &spec, 30, GRADUS_VIEW_SYMMETRY);
      cairo_surface_t *image = picture_draw (&picture.figure, 640, 480);
      int floor_ink = picture_count (image, 330, 400, 640, 460, theme->alarm);
      int curve_ink = picture_count (image, 330, 100, 640, 460, theme->train);
      g_assert_true (is_equal ? floor_ink > 200 && curve_ink == 0
                              : floor_ink == 0 && curve_ink > 200);
      cairo_surface_destroy (image);
      picture_clear (&picture);
    }
}

/* Beside the matrix, over the whole of the curve; its value is the one of the history. */
static void
test_curve (void)
{
  GradusSpec spec;
  Picture picture;

  run_spec (&spec, NULL);
  picture_init (&picture, &spec, 200, GRADUS_VIEW_SYMMETRY);
  gint64 first = -1, last = -1;
  for (double x = 1; x < 900; x++)
    {
      gint64 epoch = gradus_figure_to_epoch (&picture.figure, 900, 300, x, 200);
      g_autofree char *words = gradus_figure_tell (&picture.figure, 900, 300, x, 200);
      if (epoch < 0)
        continue;
      g_assert_cmpint (epoch, >=, last);
      first = first < 0 ? epoch : first;
      last = epoch;
      const GradusRow *row = gradus_history_find (picture.figure.history, epoch);
      g_autofree char *wanted = g_strdup_printf ("Epoch %d\nspread %.*f", (int) epoch,
                                                 row->spread[0] < 1 ? 3 : 2, row->spread[0]);
      g_assert_cmpstr (words, ==, epoch <= 200 && row->spread[0] >= 0.01 ? wanted : words);
    }
  g_assert_cmpint (first, ==, 0);
  g_assert_cmpint (last, >=, 199);
  picture_clear (&picture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/symmetry/no-gradient-is-told-from-the-same-gradient", test_nothing_moves);
  g_test_add_func ("/symmetry/the-same-gradient-is-told-from-none", test_gradients_flow);
  g_test_add_func ("/symmetry/units-that-differ-are-not-called-the-same", test_nothing_alike);
  g_test_add_func ("/symmetry/twins-are-named", test_some_twins);
  g_test_add_func ("/symmetry/cells-are-found-lit-and-marked", test_matrix);
  g_test_add_func ("/symmetry/the-spread-is-told-at-its-epoch", test_curve);
  g_test_add_func ("/symmetry/no-spread-is-on-the-floor", test_floor);
  return g_test_run ();
}
