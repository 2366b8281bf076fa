/* Pictures that take turns: nobody waits while all fit, and where they do not, a frame does not
 * grow with the number of windows and none is forgotten. */
#include "app/turns.h"

#define ROUND 16667
#define N 8

/* A picture that wants to be drawn all the time. */
typedef struct
{
  GradusTurn *turn;
  gboolean is_first, is_granted;
  gint64 cost;
  int n_drawn;
} View;

typedef struct
{
  GObject *shared;
  View views[N];
  gint64 most; /* drawn in a round */
} Screen;

static gboolean
is_first (gpointer data)
{
  return ((View *) data)->is_first;
}

static void
draw (gpointer data)
{
  ((View *) data)->is_granted = TRUE;
}

static const GradusTurnFuncs funcs = { is_first, draw };

/* The first n_first are of the window in use. */
static void
screen_init (Screen *self, int n_first, gint64 cost)
{
  *self = (Screen){ .shared = g_object_new (G_TYPE_OBJECT, NULL) };
  for (int i = 0; i < N; i++)
    {
      View *view = &self->views[i];
      view->is_first = i < n_first;
      view->cost = cost;
      view->turn = gradus_turn_new (self->shared, &funcs, view);
    }
}

static void
screen_clear (Screen *self)
{
  for (int i = 0; i < N; i++)
    gradus_turn_free (self->views[i].turn);
  g_object_unref (self->shared);
}

/* Frame by frame: a scene comes, all ask, and those whose turn it is are drawn. */
static void
screen_run (Screen *self, int n_frames, gint64 rest)
{
  for (int frame = 1; frame <= n_frames; frame++)
    {
      gint64 now = (gint64) 1000000 + frame * ROUND, spent = 0;
      for (int i = 0; i < N; i++)
        gradus_turn_ask (self->views[i].turn, rest, now);
      gradus_turns_go_round (self->shared, now);
      for (int i = 0; i < N; i++)
        if (self->views[i].is_granted)
          {
            View *view = &self->views[i];
            view->is_granted = FALSE;
            view->n_drawn++;
            gradus_turn_note (view->turn, now + spent, now + spent + view->cost);
            spent += view->cost;
          }
      if (frame > 30) /* what they cost is known then */
        self->most = MAX (self->most, spent);
    }
}

static void
test_all_fit (void)
{
  Screen screen;

  screen_init (&screen, 3, 700);
  screen_run (&screen, 120, 0);
  for (int i = 0; i < N; i++)
    g_assert_cmpint (screen.views[i].n_drawn, >=, 118);
  screen_clear (&screen);
}

static void
test_take_turns (void)
{
  Screen screen;

  screen_init (&screen, 2, 2000);
  screen_run (&screen, 120, 0);
  for (int i = 0; i < 2; i++)
    g_assert_cmpint (screen.views[i].n_drawn, ==, 120);
  for (int i = 2; i < N; i++) /* 20 times a second, and all alike */
    {
      g_assert_cmpint (screen.views[i].n_drawn, >=, 40);
      g_assert_cmpint (ABS (screen.views[i].n_drawn - screen.views[2].n_drawn), <=, 2);
    }
  /* 2 of the window in use and at most 3 of the 6 others: 16 ms if all came at once. */
  g_assert_cmpint (screen.most, <=, 10000);
  screen_clear (&screen);
}

/* Larger than what is left for it: it comes less often, but it comes. */
static void
test_too_large (void)
{
  Screen screen;

  screen_init (&screen, 1, 500);
  screen.views[5].cost = 40000;
  screen_run (&screen, 240, 0);
  g_assert_cmpint (screen.views[0].n_drawn, ==, 240);
  for (int i = 1; i < N; i++)
    g_assert_cmpint (screen.views[i].n_drawn, >=, i == 5 ? 30 : 60);
  screen_clear (&screen);
}

static void
test_rest (void)
{
  Screen screen;

  screen_init (&screen, N, 100);
  screen_run (&screen, 120, 2 * ROUND - 1000);
  for (int i = 0; i < N; i++)
    g_assert_cmpint (ABS (screen.views[i].n_drawn - 60), <=, 1);
  screen_clear (&screen);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/turns/nobody-waits-while-all-fit", test_all_fit);
  g_test_add_func ("/turns/others-take-turns-beside-the-window-in-use", test_take_turns);
  g_test_add_func ("/turns/a-large-picture-comes-less-often-but-comes", test_too_large);
  g_test_add_func ("/turns/a-curve-rests-in-between", test_rest);
  return g_test_run ();
}
