/* A session that opens a picture: the run comes back, at the epoch that it shows. */
#include <glib/gstdio.h>

#include "picture.h"
#include "plot/export.h"
#include "session-loop.h"

/* A picture of the spec's run, in a folder of its own. (transfer full) */
static char *
write_picture (const GradusSpec *spec, gint64 epoch)
{
  g_autofree char *folder = g_dir_make_tmp ("gradus-session-XXXXXX", NULL);
  char *path = g_build_filename (folder, "picture.png", NULL);
  g_autoptr (GradusImprint) imprint = gradus_imprint_new (spec, epoch, path);
  g_autoptr (GError) error = NULL;
  GradusExportNotes notes = { imprint, NULL };
  GradusCaptions captions;
  GradusFigure figure;

  gradus_captions_init (&captions, NULL);
  gradus_figure_init (&figure, GRADUS_VIEW_COST, &captions);
  gradus_export_write (&figure, &notes, GRADUS_FORMAT_PNG, path, 100, 100, 1, &error);
  g_assert_no_error (error);
  return path;
}

static void
remove_picture (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  g_unlink (path);
  g_rmdir (folder);
}

static void
open_picture (GradusSession *session, const char *path, gint64 epoch)
{
  UNTIL_RESTARTED (session, gradus_session_open (session, path));
  UNTIL (get_number (session, "epoch") >= (double) epoch);
  for (int i = 0; i < 20; i++) /* it goes no further */
    g_main_context_iteration (g_main_context_get_thread_default (), FALSE);
  g_assert_cmpfloat (get_number (session, "epoch"), ==, (double) epoch);
  g_assert_cmpfloat (get_number (session, "shown-epoch"), ==, (double) epoch);
  g_assert_false (get_flag (session, "training"));
}

static void
test_same_bits (void)
{
  g_autoptr (GradusSession) session = make_session (make_knobs ("hidden", "3", NULL));
  GradusSpec spec;

  run_spec (&spec, "hidden", "5;3", "alpha-schedule", "50:0.7", "changes",
            "0:W1[1,2]=0.5;20:b2[1]+1", "batch", "64", NULL);
  g_autofree char *path = write_picture (&spec, 123);
  g_autoptr (GradusTrainer) alone = run_new (&spec);
  gradus_trainer_run (alone, 124);
  open_picture (session, path, 123);
  run_assert_same (gradus_session_get_trainer (session), alone);
  g_assert_true (
      gradus_spec_equal (gradus_trainer_get_spec (gradus_session_get_trainer (session)), &spec));
  /* It can go on, and it can start again. */
  gradus_session_step (session);
  UNTIL (get_number (session, "epoch") >= 124);
  gradus_trainer_run (alone, 1);
  run_assert_same (gradus_session_get_trainer (session), alone);
  UNTIL_RESTARTED (session, gradus_session_reset (session));
  g_assert_cmpfloat (get_number (session, "epoch"), ==, 0);
  remove_picture (path);
}

static void
test_comparison (void)
{
  g_autoptr (GradusSession) session = make_session (make_knobs (NULL));
  GradusSpec spec;

  run_spec (&spec, "vary", "init-scale", "values", "0;0.01;1", "init-scale", "1", NULL);
  g_autofree char *path = write_picture (&spec, 60);
  open_picture (session, path, 60);
  g_assert_cmpint (gradus_session_count_runs (session), ==, 3);
  g_assert_cmpint (gradus_session_get_place (session), ==, 2);
  for (int i = 0; i < 3; i++)
    {
      GradusScene *scene;
      const GradusTrainer *trainer = gradus_session_get_compared (session, i, &scene);
      g_assert_cmpint (gradus_trainer_get_epoch (trainer), ==, 60);
    }
  remove_picture (path);
}

static void
test_bad_picture (void)
{
  g_autoptr (GradusSession) session = make_session (make_knobs ("hidden", "3", NULL));
  g_autofree char *message = NULL;

  g_signal_connect (session, "failed", G_CALLBACK (keep_message_cb), &message);
  gradus_session_open (session, "/nowhere/picture.svg");
  UNTIL (message != NULL);
  g_assert_nonnull (strstr (message, "picture.svg: there is no such file"));
  g_assert_cmpint (gradus_knobs_get_spec (gradus_session_get_knobs (session))->hidden.units[0], ==,
                   3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session-picture/the-run-is-back-to-the-bit", test_same_bits);
  g_test_add_func ("/session-picture/a-comparison-is-back-as-one", test_comparison);
  g_test_add_func ("/session-picture/the-run-before-stays-where-there-is-none", test_bad_picture);
  return g_test_run ();
}
