/* The saturation x-ray: what it says of real runs, and where it draws a unit's steep strip. */
#include "picture.h"
#include "plot/saturation-words.h"

#define BLANK "\xc2\xa0" /* in front of "%", where no line breaks */

typedef struct
{
  const char *fields[9]; /* name, text, … NULL */
  gint64 epochs;
  GradusSaturation kind;
  const char *words;
} Case;

/* The picture of a run after so many epochs, beside its epoch 0. */
static void
init_picture (Picture *picture, const char *const *fields, gint64 epochs)
{
  GradusSpec spec;
  g_autoptr (GError) error = NULL;

  run_spec (&spec, NULL);
  for (; fields[0] != NULL; fields += 2)
    gradus_spec_set (&spec, fields[0], fields[1], &error);
  g_assert_no_error (error);
  spec.epochs = epochs;
  GradusTrainer *trainer = run_new (&spec);
  g_autoptr (GradusDiagnosis) start = gradus_diagnosis_new (gradus_trainer_get_network (trainer),
                                                            gradus_trainer_get_training (trainer));
  picture_init_from (picture, trainer, epochs, GRADUS_VIEW_SATURATION);
  GradusSceneOrder order;
  gradus_scene_reorder (picture->scene, &order);
  order.start = start;
  GradusScene *scene = gradus_scene_new (&order);
  gradus_scene_unref (picture->scene);
  picture->scene = scene;
  picture->figure.scene = scene;
}

/* Each of what can be said, driven from a run of the flower. */
static void
test_words (void)
{
  static const Case cases[] = {
    /* numerics' table of starts: 67, 95 and 99 % blocked, 42, 89 and 98 % saturated */
    { { NULL }, 0, GRADUS_SATURATION_OPEN, "Not saturated: 1" BLANK "% of the error is blocked." },
    { { "init-scale", "1" },
      0,
      GRADUS_SATURATION_START,
      "Partly saturated at the start: 67" BLANK "% of the error is blocked." },
    { { "init-scale", "10" },
      0,
      GRADUS_SATURATION_START,
      "Saturated at the start: 95" BLANK "% of the error is blocked." },
    { { "init-scale", "100" },
      0,
      GRADUS_SATURATION_START,
      "Saturated at the start: 99" BLANK "% of the error is blocked." },
    /* the published run: J = 0.288083 at epoch 1000, less than half of ln 2 */
    { { NULL },
      1000,
      GRADUS_SATURATION_DECIDED,
      "Saturated, and the cost is low: it has made up its mind." },
    { { "init-scale", "1" },
      1000,
      GRADUS_SATURATION_DECIDED,
      "Saturated, and the cost is low: it has made up its mind." },
    /* J is about 100 there */
    { { "init-scale", "100" },
      50,
      GRADUS_SATURATION_STUCK,
      "Saturated as at the start: 99" BLANK "% of the error was blocked then, 99" BLANK
      "% is now." },
    /* J is 0.651 at epoch 1000 of equal weights; 18 % of them were saturated at the start */
    { { "init", "constant", "init-scale", "0.5" },
      1000,
      GRADUS_SATURATION_STUCK,
      "The cost is not low: 52" BLANK "% of the error was blocked at the start, 84" BLANK
      "% is now." },
    /* two units cannot tell the petals apart */
    { { "hidden", "2" },
      2000,
      GRADUS_SATURATION_CAUGHT,
      "Saturated, but the cost is not low: 91" BLANK "% of the error is blocked." },
    { { "init", "zeros" },
      10,
      GRADUS_SATURATION_OPEN,
      "Not saturated, and no error comes back to be blocked." },
    { { "activation", "identity" },
      5,
      GRADUS_SATURATION_NONE,
      "The slope is 1 everywhere: no error is blocked." },
    { { "activation", "leaky-relu", "init", "he" },
      0,
      GRADUS_SATURATION_NONE,
      "No unit can saturate or die, but its slope is 0.01 where z < 0: 51" BLANK
      "% of the error is blocked." },
    { { "activation", "relu", "init", "he" },
      0,
      GRADUS_SATURATION_NONE,
      "No unit is dead: each is active on some example." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Picture picture;
      init_picture (&picture, cases[i].fields, cases[i].epochs);
      g_autofree char *sentence = gradus_figure_describe (&picture.figure);
      g_assert_cmpstr (sentence, ==, cases[i].words);
      g_assert_cmpint (gradus_saturation_of (picture.scene, 1), ==, cases[i].kind);
      g_assert_true (gradus_saturation_is_fault (picture.scene, 1)
                     == (cases[i].kind == GRADUS_SATURATION_START
                         || cases[i].kind == GRADUS_SATURATION_STUCK
                         || cases[i].kind == GRADUS_SATURATION_CAUGHT));
      picture_clear (&picture);
    }
}

/* A start that blocked most of the error, and half of it gets through now. */
static void
test_freed (void)
{
  static const char *const fields[] = { "init-scale", "1", "activation", "sigmoid", NULL };
  Picture picture;

  init_picture (&picture, fields, 0);
  GradusLayerDiagnosis start = picture.scene->diagnosis->layers[0], now = start;
  GradusRow row = picture.scene->snapshot->row;
  start.blocked = 0.75;
  now.blocked = 0.5;
  now.saturated = 0.5;
  row.epoch = 7;
  row.cost = 1;
  g_assert_cmpint (gradus_saturation_judge (&now, &start, GRADUS_ACTIVATION_TANH, &row, 2), ==,
                   GRADUS_SATURATION_FREED);
  now.saturated = nextafter (0.5, 1);
  g_assert_cmpint (gradus_saturation_judge (&now, &start, GRADUS_ACTIVATION_TANH, &row, 2), ==,
                   GRADUS_SATURATION_STUCK);
  row.cost = 0.5 * log (10); /* half of it and more is not low */
  g_assert_cmpint (gradus_saturation_judge (&now, &start, GRADUS_ACTIVATION_TANH, &row, 10), ==,
                   GRADUS_SATURATION_STUCK);
  row.cost = 0.49 * log (10);
  g_assert_cmpint (gradus_saturation_judge (&now, &start, GRADUS_ACTIVATION_TANH, &row, 10), ==,
                   GRADUS_SATURATION_DECIDED);
  picture_clear (&picture);
}

/* Dead relu units are named, one and several, and each layer is told of. */
static void
test_dead (void)
{
  GradusSpec spec;
  Picture picture;

  run_spec (&spec, "activation", "relu", "hidden", "6;3", "init", "he", "epochs", "0", NULL);
  GradusTrainer *trainer = run_new (&spec);
  const GradusNetwork *network = gradus_trainer_get_network (trainer);
  gradus_network_b (network, 1)[1] = gradus_network_b (network, 1)[4] = -1e3;
  gradus_network_b (network, 2)[0] = gradus_network_b (network, 2)[1] = 1;
  gradus_network_b (network, 2)[2] = -1e5;
  picture_init_from (&picture, trainer, 0, GRADUS_VIEW_SATURATION);
  g_autofree char *sentence = gradus_figure_describe (&picture.figure);
  g_assert_cmpstr (sentence, ==,
                   "Layer 1: Units 2 and 5 are dead: inactive on every example, they let no error "
                   "through. Layer 2: Unit 3 is dead: inactive on every example, it lets no error "
                   "through.");
  picture_clear (&picture);
}

/* Where the line |z| = 2.1783 of z = x1 has to be in unit 1's map, and the hatch beside it. Two
 * layers: layer 1 is exact, and layer 2 with the same z, by way of a[1] ≈ x1 / 1000, is found in
 * the field. */
static void
test_strip (void)
{
  const GradusTheme *theme = gradus_theme_get (GRADUS_THEME_LIGHT);
  const double z = gradus_activation_saturation_z (GRADUS_ACTIVATION_TANH);
  GradusSpec spec;
  Picture picture;

  run_spec (&spec, "hidden", "1;1", "init", "zeros", "epochs", "0", NULL);
  for (int l = 1; l <= 2; l++)
    {
      GradusTrainer *trainer = run_new (&spec);
      const GradusNetwork *network = gradus_trainer_get_network (trainer);
      gradus_network_w (network, 1)[0] = l == 1 ? 1 : 1e-3;
      gradus_network_w (network, 2)[0] = 1e3;
      picture_init_from (&picture, trainer, 0, GRADUS_VIEW_UNITS);
      picture.figure.layer = l;
      cairo_surface_t *image = picture_draw (&picture.figure, 640, 400);
      const GradusExtent *extent = &picture.scene->extent;

      /* the map is a square 10 from the tile's left edge, all purple there */
      int y = 150, left = 24, top = y, bottom = y;
      while (picture_distance (picture_pixel (image, left + 2, top - 1), theme->paper) > 20)
        top--;
      while (picture_distance (picture_pixel (image, left + 2, bottom + 1), theme->paper) > 20)
        bottom++;
      int right = left + bottom - top;
      for (int side = -1; side <= 1; side += 2)
        {
          double share = (side * z - extent->x0) / (extent->x1 - extent->x0);
          int at = (int) (left + share * (right - left));
          g_assert_cmpint (picture_nearest (image, at, y, 2, theme->contour), <, 100);
          /* within the strip, near the line, no hatch; outside of it dark lines on the colour */
          int inside = 0, outside = 0;
          for (int i = 6; i < 26; i++)
            for (int j = -12; j < 12; j++)
              {
                GradusColor far = side < 0 ? theme->low : theme->high;
                inside += gradus_color_green (picture_pixel (image, at - side * i, y + j))
                          < gradus_color_green (far) - 0.03;
                outside += gradus_color_green (picture_pixel (image, at + side * i, y + j))
                           < gradus_color_green (far) - 0.03;
              }
          g_assert_cmpint (inside, ==, 0);
          g_assert_cmpint (outside, >, 20);
        }
      cairo_surface_destroy (image);
      picture_clear (&picture);
    }
}

/* Units that are found and lit are those of the tiles, beside the gauges and beneath them. */
static void
test_units_are_found (void)
{
  static const char *const fields[] = { "init-scale", "10", NULL };
  Picture picture;

  init_picture (&picture, fields, 0);
  for (int width = 400; width <= 800; width += 400)
    {
      gboolean found[4] = { FALSE };
      for (int y = 0; y < 600; y += 10)
        for (int x = 0; x < width; x += 10)
          {
            GradusTarget target;
            if (gradus_figure_find (&picture.figure, width, 600, x, y, &target)
                && target.kind == GRADUS_TARGET_UNIT)
              found[target.unit] = TRUE;
          }
      for (int j = 0; j < 4; j++)
        g_assert_true (found[j]);
    }
  picture_clear (&picture);
}

/* The bar is as long as the share, and its notch where epoch 0 was. */
static void
test_gauge (void)
{
  static const char *const fields[] = { "init-scale", "1", NULL };
  const GradusTheme *theme = gradus_theme_get (GRADUS_THEME_LIGHT);
  Picture picture;

  init_picture (&picture, fields, 60);
  cairo_surface_t *image = picture_draw (&picture.figure, 400, 600);
  const double blocked = picture.scene->diagnosis->layers[0].blocked;
  const double start = picture.scene->start->layers[0].blocked;
  int y = 36 + 20 + 4, from = 14, to = 400 - 14;
  int end = from;
  while (picture_distance (picture_pixel (image, end + 1, y), theme->grid) > 20)
    end++;
  g_assert_cmpfloat_with_epsilon ((end - from) / (double) (to - from), blocked, 0.015);
  int notch = (int) (from + start * (to - from));
  g_assert_cmpint (picture_nearest (image, notch, y - 6, 1, theme->ink), <, 60);
  cairo_surface_destroy (image);
  picture_clear (&picture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/saturation/a-bad-start-is-told-from-a-made-up-mind", test_words);
  g_test_add_func ("/saturation/thresholds-are-as-documented", test_freed);
  g_test_add_func ("/saturation/dead-units-are-named", test_dead);
  g_test_add_func ("/saturation/the-strip-is-where-the-slope-is-steep", test_strip);
  g_test_add_func ("/saturation/units-are-found-beside-and-beneath", test_units_are_found);
  g_test_add_func ("/saturation/bars-are-as-long-as-the-shares", test_gauge);
  return g_test_run ();
}
