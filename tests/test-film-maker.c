/* Films made on a thread: the file is there at the end, and not where it was given up. */
#include <glib/gstdio.h>

#include "app/film-maker.h"
#include "run.h"
#include "session-loop.h"

typedef struct
{
  char *folder;
  char *path;
  gboolean is_over;
  char *message;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = g_dir_make_tmp ("gradus-film-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "film.gif", NULL);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_unlink (self->path);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0); /* nothing else is left */
  g_free (self->folder);
  g_free (self->path);
  g_free (self->message);
}

static void
made_cb (const GError *error, gpointer data)
{
  Fixture *self = data;

  self->is_over = TRUE;
  self->message = error != NULL ? g_strdup (error->message) : NULL;
}

/* (transfer full) */
static GradusFilmWish *
make_wish (const Fixture *self, gint64 to)
{
  GradusFilmWish *wish = g_new0 (GradusFilmWish, 1);
  GradusSpec spec;

  run_spec (&spec, "examples", "60", "epochs", "1000000", NULL);
  wish->n_runs = 1;
  wish->specs[0] = g_memdup2 (&spec, sizeof spec);
  wish->data[0] = gradus_recipe_make (&spec);
  wish->spec = g_memdup2 (&spec, sizeof spec);
  gradus_captions_init (&wish->captions, NULL);
  wish->shot = (GradusShot){
    .spec = wish->spec, .width = 100, .height = 80, .scale = 1, .example = -1, .n_threads = 1
  };
  gradus_figure_init (&wish->shot.figure, GRADUS_VIEW_COST, &wish->captions);
  wish->format = GRADUS_FILM_GIF;
  wish->rate = 10;
  wish->n_frames = 30;
  wish->to = to;
  wish->path = g_strdup (self->path);
  return wish;
}

static void
test_made (Fixture *self, gconstpointer data)
{
  GradusFilmMaker *maker = gradus_film_maker_new (make_wish (self, 100), made_cb, self);
  g_autofree char *bytes = NULL;
  gsize length = 0;
  double last = 0;
  int picture;

  while (!self->is_over)
    {
      double done = gradus_film_maker_get_progress (maker, &picture);
      g_assert_cmpfloat (done, >=, last);
      g_assert_cmpint (picture, <=, 30);
      last = done;
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (200);
    }
  g_assert_cmpstr (self->message, ==, NULL);
  g_assert_cmpfloat (gradus_film_maker_get_progress (maker, &picture), ==, 1);
  g_assert_true (g_file_get_contents (self->path, &bytes, &length, NULL));
  g_assert_cmpmem (bytes, 6, "GIF89a", 6);
  gradus_film_maker_free (maker);
}

/* While it trains, and while it draws. */
static void
test_given_up (Fixture *self, gconstpointer data)
{
  for (int k = 0; k < 2; k++)
    {
      GradusFilmWish *wish = make_wish (self, k == 0 ? 1000000000 : 10);
      if (k == 1)
        wish->n_frames = 20000;
      GradusFilmMaker *maker = gradus_film_maker_new (wish, made_cb, self);
      int picture = 0;

      UNTIL (gradus_film_maker_get_progress (maker, &picture) >= 0 && (k == 0 || picture > 2));
      gradus_film_maker_free (maker);
      for (int i = 0; i < 50; i++)
        {
          g_main_context_iteration (NULL, FALSE);
          g_usleep (1000);
        }
      g_assert_false (self->is_over);
      g_assert_false (g_file_test (self->path, G_FILE_TEST_EXISTS));
    }
}

static void
test_failed (Fixture *self, gconstpointer data)
{
  GradusFilmWish *wish = make_wish (self, 10);

  g_free (wish->path);
  wish->path = g_build_filename (self->folder, "none", "film.gif", NULL);
  wish->n_frames = 2;
  GradusFilmMaker *maker = gradus_film_maker_new (wish, made_cb, self);
  UNTIL (self->is_over);
  g_assert_nonnull (strstr (self->message, "there is no folder"));
  gradus_film_maker_free (maker);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/film-maker/the-file-is-there-at-the-end", test_made);
  ADD ("/film-maker/given-up-there-is-none", test_given_up);
  ADD ("/film-maker/what-goes-wrong-is-one-sentence", test_failed);
  return g_test_run ();
}
