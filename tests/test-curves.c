/* The plots along a run: parameters, gradients and step size. */
#include <string.h>

#include "core/curvature.h"
#include "picture.h"
#include "plot/path-panel.h"

/* A picture with all that is gathered along the run. */
typedef struct
{
  Picture picture;
  GradusTrack *track;
  GradusPaths *paths;
} Along;

static void
along_init (Along *self, const GradusSpec *spec, gint64 epochs, GradusView view)
{
  picture_init (&self->picture, spec, epochs, view);
  GradusTrainer *trainer = self->picture.trainer;
  const GradusAlbum *album = gradus_trainer_get_album (trainer);
  GradusSnapshot *next;

  self->track = g_new0 (GradusTrack, 1);
  while (self->track->n < 100 && (next = gradus_track_next (self->track, spec, album)) != NULL)
    gradus_track_add (
        self->track, spec, next->row.epoch,
        gradus_curvature_measure (next->network, gradus_trainer_get_training (trainer), spec->l2)
            .value);
  self->paths = gradus_paths_new (gradus_trainer_get_network (trainer));
  gradus_paths_follow (self->paths, album, G_MAXSIZE);
  self->picture.figure.track = self->track;
  self->picture.figure.paths = self->paths;
  self->picture.figure.landmarks = gradus_trainer_get_landmarks (trainer);
  self->picture.figure.spec = gradus_trainer_get_spec (trainer);
}

static void
along_clear (Along *self)
{
  g_free (self->track);
  gradus_paths_free (self->paths);
  picture_clear (&self->picture);
}

static void
assert_says (const GradusFigure *figure, const char *words)
{
  g_autofree char *sentence = gradus_figure_describe (figure);

  if (strstr (sentence, words) == NULL)
    g_error ("“%s” is not in “%s”", words, sentence);
}

/* The flower leaves its plateau at epochs 76, 55, 33 and 11. */
static void
test_plateaus (void)
{
  static const char *const scales[] = { "1e-8", "1e-6", "1e-4", "1e-2" };
  static const int left[] = { 76, 55, 33, 11 };

  for (int i = 0; i < 4; i++)
    for (int view = GRADUS_VIEW_PARAMETERS; view <= GRADUS_VIEW_GRADIENTS; view++)
      {
        g_autofree char *words =
            g_strdup_printf ("The run left the plateau that it began on at epoch %d.", left[i]);
        GradusSpec spec;
        Along along;

        run_spec (&spec, "init-scale", scales[i], NULL);
        along_init (&along, &spec, 100, (GradusView) view);
        assert_says (&along.picture.figure, words);
        along_clear (&along);
        along_init (&along, &spec, left[i] - 1, (GradusView) view);
        assert_says (&along.picture.figure, "still on the plateau");
        along_clear (&along);
      }
}

static void
test_zeros_are_said (void)
{
  GradusSpec spec;
  Along along;

  run_spec (&spec, "init", "zeros", NULL);
  along_init (&along, &spec, 30, GRADUS_VIEW_GRADIENTS);
  assert_says (&along.picture.figure, "dW[1] exactly 0, dW[2] exactly 0.");
  along_clear (&along);
  run_spec (&spec, NULL);
  along_init (&along, &spec, 0, GRADUS_VIEW_GRADIENTS);
  g_autofree char *sentence = gradus_figure_describe (&along.picture.figure);
  g_assert_null (strstr (sentence, "exactly"));
  along_clear (&along);
}

/* The figures: near 7130 and 7832, the latter amplified rounding and so only near. */
static void
test_step_size_of_the_flower (void)
{
  GradusCrossing crossing;
  GradusSpec spec;
  Along along;

  run_spec (&spec, NULL);
  along_init (&along, &spec, 10000, GRADUS_VIEW_STEP_SIZE);
  g_assert_true (gradus_track_find_crossing (along.track, &spec, &crossing));
  g_assert_cmpfloat_with_epsilon (crossing.epoch, 7130, 5);
  gint64 rise = along.picture.figure.landmarks->epochs[GRADUS_LANDMARK_RISE];
  g_assert_cmpint (rise, >, 7800);
  g_assert_cmpint (rise, <, 7900);
  g_autofree char *after =
      g_strdup_printf ("first comes above 2/α at 7%03d.", (int) (crossing.after - 7000));
  g_autofree char *rises =
      g_strdup_printf ("The cost first rises at epoch 7%03d.", (int) (rise - 7000));
  assert_says (&along.picture.figure, after);
  assert_says (&along.picture.figure, rises);
  assert_says (&along.picture.figure, "is not above it.");
  along_clear (&along);
}

/* λmax is 0.25018 at epoch 0 of the flower (as told, and as NumPy finds): 2 / λmax = 7.994. */
static void
test_step_size_now (void)
{
  GradusSpec spec;
  Along along;

  run_spec (&spec, "alpha", "7", NULL);
  along_init (&along, &spec, 0, GRADUS_VIEW_STEP_SIZE);
  assert_says (&along.picture.figure, "At epoch 0 λmax is 0.2502, so a step is stable up to "
                                      "α = 2/λmax = 7.994. α = 7 is not above it.");
  assert_says (&along.picture.figure, "λmax is not above 2/α at the 1 epoch measured.");
  along_clear (&along);
  run_spec (&spec, "alpha", "8.5", NULL);
  along_init (&along, &spec, 0, GRADUS_VIEW_STEP_SIZE);
  assert_says (&along.picture.figure, "α = 8.5 is above it. λmax is above 2/α at epoch 0 already.");
  along_clear (&along);
}

/* Whether the figure has ink of about that colour, where x from … to. */
static gboolean
has_ink (const GradusFigure *figure, int width, int height, GradusColor color)
{
  cairo_surface_t *image = picture_draw (figure, width, height);
  gboolean found = FALSE;

  for (int y = 0; y < height && !found; y++)
    for (int x = 0; x < width && !found; x++)
      found = picture_distance (picture_pixel (image, x, y), color) <= 6;
  cairo_surface_destroy (image);
  return found;
}

static void
test_ink (void)
{
  const GradusTheme *theme = gradus_theme_get (GRADUS_THEME_LIGHT);
  GradusSpec spec;
  Along along;

  run_spec (&spec, "hidden", "3;2", "init-scale", "0.3", NULL);
  along_init (&along, &spec, 200, GRADUS_VIEW_PARAMETERS);
  for (int unit = 0; unit < 3; unit++)
    g_assert_true (has_ink (&along.picture.figure, 640, 480, theme->classes[unit]));
  along.picture.figure.paths_layer = 3; /* one output unit */
  g_assert_true (has_ink (&along.picture.figure, 640, 480, theme->classes[0]));
  g_assert_false (has_ink (&along.picture.figure, 640, 480, theme->classes[1]));
  along.picture.figure.view = GRADUS_VIEW_GRADIENTS;
  for (int l = 0; l < 3; l++)
    g_assert_true (has_ink (&along.picture.figure, 640, 480, theme->classes[l]));
  along.picture.figure.view = GRADUS_VIEW_STEP_SIZE;
  g_assert_true (has_ink (&along.picture.figure, 640, 480, theme->train));
  g_assert_true (has_ink (&along.picture.figure, 640, 480, theme->alarm));
  along_clear (&along);
}

/* Runs that nobody would choose, at any size. */
static void
test_any_run_at_any_size (void)
{
  static const char *const runs[][6] = {
    { "hidden", "0", NULL },
    { "hidden", "1", "init", "zeros", NULL },
    { "hidden", "7;6;5;4;3;2", NULL },
    { "hidden", "70;3", "init", "xavier", NULL },
    { "activation", "relu", "alpha", "1000", NULL },
    { "activation", "identity", "init-scale", "1000", NULL },
  };
  static const int sizes[][2] = { { 640, 480 }, { 340, 900 }, { 200, 120 },
                                  { 90, 60 },   { 3, 300 },   { 1200, 100 } };

  for (guint run = 0; run < G_N_ELEMENTS (runs); run++)
    for (gint64 epochs = 0; epochs <= 40; epochs += 40)
      {
        GradusSpec spec;
        Along along;
        run_spec (&spec, runs[run][0], runs[run][1], runs[run][2], runs[run][3], NULL);
        along_init (&along, &spec, epochs, GRADUS_VIEW_PARAMETERS);
        for (int view = GRADUS_VIEW_PARAMETERS; view <= GRADUS_VIEW_STEP_SIZE; view++)
          for (guint size = 0; size < G_N_ELEMENTS (sizes); size++)
            {
              GradusFigure *figure = &along.picture.figure;
              GradusTarget target = { .kind = GRADUS_TARGET_UNIT, .layer = 1 };
              figure->view = (GradusView) view;
              figure->log_epochs = size % 2;
              figure->theme = (GradusThemeKind) (size % 3);
              cairo_surface_t *image = picture_draw (figure, sizes[size][0], sizes[size][1]);
              cairo_t *cr = cairo_create (image);
              gradus_figure_light (figure, cr, sizes[size][0], sizes[size][1], &target);
              g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
              cairo_destroy (cr);
              cairo_surface_destroy (image);
              g_autofree char *sentence = gradus_figure_describe (figure);
              g_assert_null (strstr (sentence, "nan"));
              g_assert_true (g_str_has_suffix (sentence, "."));
            }
        along_clear (&along);
      }
}

static void
test_epochs_under_a_pointer (void)
{
  GradusSpec spec;
  Along along;

  run_spec (&spec, NULL);
  along_init (&along, &spec, 100, GRADUS_VIEW_PARAMETERS);
  for (int view = GRADUS_VIEW_PARAMETERS; view <= GRADUS_VIEW_STEP_SIZE; view++)
    {
      const GradusFigure *figure = &along.picture.figure;
      gint64 before = -1;
      int n = 0;
      along.picture.figure.view = (GradusView) view;
      for (int x = 0; x < 300; x++) /* within the plot at the left, where there are two */
        {
          gint64 epoch = gradus_figure_to_epoch (figure, 640, 480, x, 180);
          if (epoch < 0)
            continue;
          g_assert_cmpint (epoch, >=, before);
          before = epoch;
          n++;
        }
      g_assert_cmpint (n, >, 150);
      g_assert_cmpint (gradus_figure_to_epoch (figure, 640, 480, 200, 10), ==, -1);
    }
  along_clear (&along);
}

/* Each path is found where it ends, with the unit and the input that are its own. */
static void
test_paths_under_a_pointer (void)
{
  GradusSpec spec;
  GradusTarget target;
  gboolean seen[4][2] = { { FALSE } }, biases[4] = { FALSE };
  Along along;

  run_spec (&spec, "init-scale", "1", "bias-scale", "1", NULL);
  along_init (&along, &spec, 100, GRADUS_VIEW_PARAMETERS);
  for (int y = 0; y < 250; y++)
    for (int x = 100; x < 640; x += 10)
      if (gradus_figure_find (&along.picture.figure, 640, 480, x, y, &target))
        {
          g_assert_cmpint (target.layer, ==, 1);
          g_assert_cmpint (target.unit, <, 4);
          if (target.kind == GRADUS_TARGET_BIAS)
            biases[target.unit] = TRUE;
          else
            seen[target.unit][target.input] = TRUE;
        }
  for (int unit = 0; unit < 4; unit++)
    g_assert_true (seen[unit][0] && seen[unit][1] && biases[unit]);
  along_clear (&along);
}

/* The path of b[2] alone, on white, 3.5 pixels wide. (transfer full) */
static cairo_surface_t *
light_path (const GradusFigure *figure, const GradusRect *area, GradusPathPanel *panel)
{
  cairo_surface_t *image =
      cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) area->width, (int) area->height);
  cairo_t *cr = cairo_create (image);
  GradusInk ink;

  g_assert_true (gradus_path_panel_init (panel, figure, figure->paths->n_groups - 1, area));
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  gradus_ink_init (&ink, cr, gradus_theme_get (GRADUS_THEME_LIGHT), figure->captions);
  gradus_path_panel_light (panel, &ink, 0);
  gradus_ink_clear (&ink);
  cairo_destroy (cr);
  cairo_surface_flush (image);
  return image;
}

static GradusPathCell *
find_cell (Along *along, gsize column)
{
  const GradusPathGroup *group = &along->paths->groups[along->paths->n_groups - 1];

  return &along->paths->cells[column * along->paths->n_paths + group->at];
}

/* A path that only rises is one line, as long as it is straight: area = length · 3.5. Where it goes
 * up and down within one column, that is seen, too. */
static void
test_paths_have_no_steps (void)
{
  GradusColor color = gradus_theme_get (GRADUS_THEME_LIGHT)->classes[0];
  GradusRect area = { 0, 0, 400, 900 };
  GradusPathPanel panel;
  GradusSpec spec;
  Along along;

  run_spec (&spec, NULL);
  along_init (&along, &spec, 100, GRADUS_VIEW_PARAMETERS);
  gsize n = gradus_paths_count (along.paths);
  g_assert_cmpuint (n, ==, 101);
  for (gsize i = 0; i < n; i++)
    *find_cell (&along, i) =
        (GradusPathCell){ (double) i, (double) i, (double) MIN (i + 1, n - 1) };
  cairo_surface_t *image = light_path (&along.picture.figure, &area, &panel);
  double width = gradus_scale_map (&panel.plot.x, 100) - gradus_scale_map (&panel.plot.x, 0);
  double height = gradus_scale_map (&panel.plot.y, 0) - gradus_scale_map (&panel.plot.y, 100);
  double line = 3.5 * hypot (width, height);
  int ink = 0;
  for (int y = 0; y < 900; y++)
    for (int x = 0; x < 400; x++)
      ink += picture_distance (picture_pixel (image, x, y), 0xffffff)
             > picture_distance (color, 0xffffff) / 2;
  g_assert_cmpfloat_with_epsilon (ink, line, 0.05 * line);
  cairo_surface_destroy (image);

  find_cell (&along, 20)->high = 90;
  find_cell (&along, 80)->low = 10;
  image = light_path (&along.picture.figure, &area, &panel);
  for (int k = 0; k < 2; k++)
    {
      int x = (int) gradus_scale_map (&panel.plot.x, k == 0 ? 20.5 : 80.5);
      int y = (int) gradus_scale_map (&panel.plot.y, k == 0 ? 85 : 15);
      g_assert_cmpint (picture_nearest (image, x, y, 3, color), <=, 6);
    }
  cairo_surface_destroy (image);
  along_clear (&along);
}

/* Ranges that have but one multiple of 10, or of 0.5, within them: 0. */
static void
test_two_numbers_a_scale (void)
{
  static const double ranges[][2] = { { -8.9, 7.6 }, { -0.49, 0.215 } };
  GradusCaptions captions;
  GradusTicks ticks;
  GradusScale scale;
  GradusInk ink;
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1, 1);
  cairo_t *cr = cairo_create (image);

  gradus_captions_init (&captions, NULL);
  gradus_ink_init (&ink, cr, gradus_theme_get (GRADUS_THEME_LIGHT), &captions);
  for (gsize i = 0; i < G_N_ELEMENTS (ranges); i++)
    {
      gradus_scale_init (&scale, GRADUS_SCALE_LINEAR, ranges[i][0], ranges[i][1], 113, 0);
      gradus_ink_fit_ticks (&ink, GRADUS_FONT_SMALL, &scale, FALSE, 0, 113, &ticks);
      g_assert_cmpint (ticks.n, >=, 2);
      for (int t = 1; t < ticks.n; t++)
        g_assert_cmpfloat (ticks.ticks[t].to, <, ticks.ticks[t - 1].from);
    }
  gradus_ink_clear (&ink);
  cairo_destroy (cr);
  cairo_surface_destroy (image);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/curves/plateaus-of-the-flower-end-where-they-are-told-to", test_plateaus);
  g_test_add_func ("/curves/gradients-of-exactly-zero-are-said", test_zeros_are_said);
  g_test_add_func ("/curves/step-size-of-the-flower-crosses-and-the-cost-rises",
                   test_step_size_of_the_flower);
  g_test_add_func ("/curves/step-size-says-on-which-side-alpha-is", test_step_size_now);
  g_test_add_func ("/curves/units-layers-and-lines-have-their-colours", test_ink);
  g_test_add_func ("/curves/any-run-is-drawn-at-any-size", test_any_run_at_any_size);
  g_test_add_func ("/curves/epochs-are-found-under-a-pointer", test_epochs_under_a_pointer);
  g_test_add_func ("/curves/parameters-are-found-under-a-pointer", test_paths_under_a_pointer);
  g_test_add_func ("/curves/a-path-that-only-rises-has-no-steps", test_paths_have_no_steps);
  g_test_add_func ("/curves/a-scale-with-room-has-two-numbers", test_two_numbers_a_scale);
  return g_test_run ();
}
