/* A lesson under way: its steps, its question, and the very epoch that it waits for. */
#include "app/course.h"

#include <math.h>
#include <string.h>

#include "session-loop.h"

#define HEAD "[lesson]\ntitle=A\nsummary=B\n"
#define ASKS                                                                                       \
  HEAD "[step 1]\ncaption=C {cost:6}\nquestion=Q\nchoice-1=C\nreply-1=R\nchoice-2=D\nreply-2=S\n"

static GradusCourse *
make_course (GradusSession *session, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GradusLesson) lesson =
      gradus_lesson_from_text (text, strlen (text), "x.lesson", &error);
  GradusCourse *course = gradus_course_new (session);

  g_assert_no_error (error);
  g_object_set (session, "speed", 1.0, NULL);
  gradus_course_begin (course, lesson);
  UNTIL (gradus_course_get_phase (course) != GRADUS_COURSE_PREPARING);
  return course;
}

static void
assert_told (GradusCourse *course, const char *words, const char *expected)
{
  g_autofree char *told = gradus_course_tell (course, words);

  g_assert_cmpstr (told, ==, expected);
}

static void
test_asks_first (void)
{
  g_autoptr (GradusSession) session = make_session (gradus_knobs_new ());
  g_autoptr (GradusCourse) course =
      make_course (session, ASKS "wait=epoch 1000\nreveal={epoch}: {cost:6}\n");
  const GradusLessonStep *step = gradus_course_get_step (course);

  g_assert_cmpint (gradus_course_get_phase (course), ==, GRADUS_COURSE_ASKING);
  assert_told (course, step->caption, "C 0.693048");
  gradus_course_answer (course, 2);
  g_assert_cmpint (gradus_course_get_phase (course), ==, GRADUS_COURSE_ASKING);
  gradus_course_answer (course, 1);
  g_assert_cmpint (gradus_course_get_phase (course), ==, GRADUS_COURSE_WAITING);
  g_assert_cmpint (gradus_course_get_answer (course), ==, 1);
  gradus_course_answer (course, 0);
  g_assert_cmpint (gradus_course_get_answer (course), ==, 1);
  g_assert_cmpfloat (gradus_course_get_progress (course), ==, 0);

  g_object_set (session, "training", TRUE, NULL);
  UNTIL (gradus_course_get_phase (course) == GRADUS_COURSE_OVER);
  g_assert_false (get_flag (session, "training"));
  g_assert_cmpfloat (get_number (session, "epoch"), ==, 1000);
  g_assert_cmpfloat (gradus_course_get_progress (course), ==, 1);
  assert_told (course, step->reveal, "1000: 0.288083");
  /* What was said of the start stays so. */
  assert_told (course, step->caption, "C 0.693048");
}

/* Not an epoch more than it takes, although a slice is of many: 2143 is the first over 90 %. */
static void
test_stops_at_the_very_epoch (void)
{
  g_autoptr (GradusSession) session = make_session (gradus_knobs_new ());
  g_autoptr (GradusCourse) course =
      make_course (session, HEAD "[step 1]\ncaption=C\ntrain=true\nspeed=flat out\n"
                                 "wait=accuracy > 90 %\n");

  UNTIL (gradus_course_get_phase (course) == GRADUS_COURSE_OVER);
  g_assert_cmpfloat (get_number (session, "epoch"), ==, 2143);
}

static void
test_waits_for_compared_runs (void)
{
  g_autoptr (GradusSession) session = make_session (gradus_knobs_new ());
  g_autoptr (GradusCourse) course =
      make_course (session, HEAD "[step 1]\ncaption=C\nvary=init-scale\nvalues=0;0.01;1\n"
                                 "train=true\nwait=plateau-left@2\nreveal={epoch@3} {alike@1}\n");

  UNTIL (gradus_course_get_phase (course) == GRADUS_COURSE_OVER);
  assert_told (course, gradus_course_get_step (course)->reveal, "11 4");
}

static void
test_goes_on_and_begins_anew (void)
{
  g_autoptr (GradusSession) session = make_session (gradus_knobs_new ());
  g_autoptr (GradusCourse) course =
      make_course (session, HEAD "[step 1]\ncaption=C\nwait=epoch 5\ntrain=true\n"
                                 "[step 2]\ncaption=D\nwait=epoch 9\nepochs=20000\ntrain=true\n"
                                 "[step 3]\ncaption=E\nseed=7\n");

  UNTIL (gradus_course_get_phase (course) == GRADUS_COURSE_OVER);
  gradus_course_turn_to (course, 1);
  g_assert_cmpint (gradus_course_get_phase (course), ==, GRADUS_COURSE_WAITING);
  g_assert_cmpfloat (get_number (session, "epoch"), ==, 5);
  UNTIL (gradus_course_get_phase (course) == GRADUS_COURSE_OVER);
  g_assert_cmpfloat (get_number (session, "epoch"), ==, 9);
  gradus_course_turn_to (course, 2);
  UNTIL (gradus_course_get_phase (course) == GRADUS_COURSE_OVER);
  g_assert_cmpfloat (get_number (session, "epoch"), ==, 0);
  g_assert_cmpint (gradus_trainer_get_spec (gradus_session_get_trainer (session))->seed, ==, 7);
  /* Back to a step that went on with another's run: its experiment, from the start. */
  gradus_course_turn_to (course, 1);
  UNTIL (gradus_course_get_phase (course) == GRADUS_COURSE_OVER);
  g_assert_cmpfloat (get_number (session, "epoch"), ==, 9);
}

static void
test_missed (void)
{
  g_autoptr (GradusSession) session = make_session (gradus_knobs_new ());
  g_autoptr (GradusCourse) course =
      make_course (session, HEAD "[step 1]\ncaption=C\ninit=zeros\nepochs=30\nwait=plateau-left\n"
                                 "train=true\n");

  UNTIL (gradus_course_get_phase (course) == GRADUS_COURSE_MISSED);
  g_assert_cmpfloat (get_number (session, "epoch"), ==, 30);
  gradus_session_reset (session);
  UNTIL (gradus_course_get_phase (course) == GRADUS_COURSE_WAITING);
}

static void
test_divergence_is_news (void)
{
  g_autoptr (GradusSession) session = make_session (gradus_knobs_new ());
  g_autoptr (GradusCourse) course =
      make_course (session, HEAD "[step 1]\ncaption=C\nactivation=relu\nalpha=1000\n"
                                 "init-scale=1\nwait=diverged\ntrain=true\n");

  UNTIL (gradus_course_get_phase (course) == GRADUS_COURSE_OVER);
  g_assert_cmpuint (gradus_session_get_state (session), ==, GRADUS_SESSION_DIVERGED);
}

static void
test_leaves_as_it_came (void)
{
  g_autoptr (GradusSession) session = make_session (make_knobs ("seed", "9", "hidden", "6", NULL));
  GradusSpec before = *gradus_knobs_get_spec (gradus_session_get_knobs (session));
  g_autoptr (GradusCourse) course = make_course (
      session, HEAD "[step 1]\ncaption=C\nspeed=10\ninit=zeros\nwait=epoch 3\ntrain=true\n");

  g_assert_cmpfloat_with_epsilon (get_number (session, "speed"), 0.2, 1e-12);
  UNTIL_RESTARTED (session, gradus_course_leave (course));
  g_assert_null (gradus_course_get_lesson (course));
  g_assert_cmpint (gradus_course_get_phase (course), ==, GRADUS_COURSE_NONE);
  g_assert_true (
      gradus_spec_equal (gradus_knobs_get_spec (gradus_session_get_knobs (session)), &before));
  g_assert_cmpfloat (get_number (session, "speed"), ==, 1);
  g_assert_cmpfloat (get_number (session, "epoch"), ==, 0);
  g_assert_false (get_flag (session, "training"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/course/asks-first-and-reveals-the-runs-numbers", test_asks_first);
  g_test_add_func ("/course/stops-at-the-very-epoch", test_stops_at_the_very_epoch);
  g_test_add_func ("/course/waits-for-compared-runs", test_waits_for_compared_runs);
  g_test_add_func ("/course/goes-on-or-begins-anew", test_goes_on_and_begins_anew);
  g_test_add_func ("/course/says-when-it-has-not-come", test_missed);
  g_test_add_func ("/course/divergence-can-be-waited-for", test_divergence_is_news);
  g_test_add_func ("/course/leaves-the-experiment-as-it-came", test_leaves_as_it_came);
  return run_tests_in_own_context ();
}
