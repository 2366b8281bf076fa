/* What a run has passed, in words and as marks: what is true, where it was, and where there is
 * room.
 */
#include "plot/landmark-words.h"

#include "core/watch.h"
#include "picture.h"
#include "plot/landmark-marks.h"

/* A run of so many epochs, and all that it has passed. */
static GradusLandmarks
run_and_watch (Picture *picture, const char *scale, gint64 epochs)
{
  GradusSpec spec;
  GradusLandmarks landmarks;

  run_spec (&spec, "init-scale", scale, NULL);
  GradusTrainer *trainer = run_new (&spec);
  g_autoptr (GradusWatch) watch = gradus_watch_new (gradus_trainer_get_network (trainer),
                                                    gradus_trainer_get_training (trainer));
  for (gint64 epoch = 0; epoch <= epochs; epoch++)
    {
      gradus_trainer_run (trainer, 1);
      gradus_watch_see (watch, gradus_trainer_get_network (trainer), epoch);
      gradus_watch_work (watch, G_MAXINT);
    }
  landmarks = *gradus_trainer_get_landmarks (trainer);
  gradus_watch_mark (watch, &landmarks);
  picture_init_from (picture, trainer, -1, GRADUS_VIEW_COST);
  return landmarks;
}

static void
assert_says (const GradusLandmarks *landmarks, GradusLandmark landmark, const char *words)
{
  g_autofree char *sentence = gradus_landmark_sentence (landmarks, landmark);

  g_assert_cmpstr (sentence, ==, words);
}

static void
test_sentences (void)
{
  Picture picture;
  GradusLandmarks landmarks = run_and_watch (&picture, "1e-6", 200);

  assert_says (&landmarks, GRADUS_LANDMARK_PLATEAU,
               "Epoch 55: left the plateau (cost under 0.99 ln 2)");
  g_assert_cmpstr (gradus_landmark_name (&landmarks, GRADUS_LANDMARK_PLATEAU), ==, "plateau left");
  landmarks.is_balanced = FALSE;
  assert_says (&landmarks, GRADUS_LANDMARK_PLATEAU,
               "Epoch 55: left the plateau (cost under 99 % of the best constant answer’s)");
  landmarks.epochs[GRADUS_LANDMARK_RISE] = 12345;
  assert_says (&landmarks, GRADUS_LANDMARK_RISE,
               "Epoch 12\u202f345: the cost rises for the first time");
  landmarks.is_deep = TRUE;
  landmarks.layer = 2;
  landmarks.unit = 0;
  landmarks.epochs[GRADUS_LANDMARK_SATURATED] = 0;
  assert_says (&landmarks, GRADUS_LANDMARK_SATURATED,
               "Epoch 0: unit 1 of layer 2 is saturated on over half of the examples");
  picture_clear (&picture);
}

/* From scale 10 the cost begins at 12.1 and comes down past ln 2: no plateau is left. */
static void
test_no_plateau (void)
{
  Picture picture;
  GradusLandmarks landmarks = run_and_watch (&picture, "10", 100);

  assert_says (&landmarks, GRADUS_LANDMARK_PLATEAU, "Epoch 55: cost under 0.99 ln 2");
  g_assert_cmpstr (gradus_landmark_name (&landmarks, GRADUS_LANDMARK_PLATEAU), ==, "under chance");
  picture_clear (&picture);
}

static int
count_differences (cairo_surface_t *one, cairo_surface_t *other, int x0, int x1, int y0, int y1)
{
  int n = 0;

  for (int y = y0; y < y1; y++)
    for (int x = x0; x < x1; x++)
      n += picture_pixel (one, x, y) != picture_pixel (other, x, y);
  return n;
}

/* The plot is 640 wide: the frame from 56 to 570, the epochs 0 … 200 of it (at 55: x = 197). */
static void
test_marks (void)
{
  Picture picture;
  GradusLandmarks landmarks = run_and_watch (&picture, "1e-6", 200);
  cairo_surface_t *without = picture_draw (&picture.figure, 640, 480);

  picture.figure.landmarks = &landmarks;
  cairo_surface_t *with = picture_draw (&picture.figure, 640, 480);
  g_assert_cmpint (count_differences (with, without, 194, 201, 50, 58), >, 4);  /* the tick */
  g_assert_cmpint (count_differences (with, without, 201, 270, 50, 70), >, 40); /* its words */
  g_assert_cmpint (count_differences (with, without, 0, 640, 75, 481), ==, 0);  /* no more */
  g_assert_cmpint (count_differences (with, without, 60, 190, 0, 481), ==, 0);
  cairo_surface_destroy (with);

  GradusFigureRun runs[] = { { .name = "one" }, { .name = "other", .landmarks = &landmarks } };
  picture.figure.n_runs = 2;
  picture.figure.runs = runs;
  g_autofree char *told = gradus_landmark_marks_tell (&picture.figure, 0, 60);
  g_assert_cmpstr (told, ==, "\nother: Epoch 55: left the plateau (cost under 0.99 ln 2)");
  picture.figure.n_runs = 0;
  g_autofree char *near = gradus_landmark_marks_tell (&picture.figure, 50, 60);
  g_assert_cmpstr (near, ==, "\nEpoch 55: left the plateau (cost under 0.99 ln 2)");
  cairo_surface_destroy (without);
  picture_clear (&picture);
}

/* However small the plot and however close the marks, cairo has nothing to complain of. */
static void
test_crowded (void)
{
  Picture picture;
  GradusLandmarks landmarks = run_and_watch (&picture, "1e-6", 200);

  for (int i = 0; i < GRADUS_N_LANDMARKS; i++)
    landmarks.epochs[i] = 100 + i;
  picture.figure.landmarks = &landmarks;
  for (double width = 1; width < 700; width += 83)
    cairo_surface_destroy (picture_draw (&picture.figure, width, width * 0.7));
  picture_clear (&picture);
}

/* A mark at 100, words 50 wide: they begin behind it, at 104, and give way to its other side. */
static void
test_room (void)
{
  GradusLandmarkRoom room = { .low = 0, .high = 300, .gap = 4, .shown = NAN, .clear = 3 };

  g_assert_cmpfloat (gradus_landmark_place (&room, 100, 50), ==, 104);
  room.shown = 130;
  g_assert_cmpfloat (gradus_landmark_place (&room, 100, 50), ==, 46);
  room.shown = 156; /* two units behind their end */
  g_assert_cmpfloat (gradus_landmark_place (&room, 100, 50), ==, 46);
  room.shown = 158;
  g_assert_cmpfloat (gradus_landmark_place (&room, 100, 50), ==, 104);
  room.high = 140; /* the next mark */
  g_assert_cmpfloat (gradus_landmark_place (&room, 100, 50), ==, 46);
  room.shown = 70;
  g_assert_true (isnan (gradus_landmark_place (&room, 100, 50)));
  room.shown = NAN;
  room.low = 50; /* the words before */
  g_assert_true (isnan (gradus_landmark_place (&room, 100, 50)));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/landmark-words/say-what-was-passed-and-when", test_sentences);
  g_test_add_func ("/landmark-words/leave-no-plateau-that-was-not-there", test_no_plateau);
  g_test_add_func ("/landmark-words/marks-stand-over-their-epochs", test_marks);
  g_test_add_func ("/landmark-words/crowded-marks-draw-cleanly", test_crowded);
  g_test_add_func ("/landmark-words/give-way-to-the-shown-epoch", test_room);
  return g_test_run ();
}
