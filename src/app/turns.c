/* Who draws when: pictures take turns where all of them would not fit into a frame.
 *
 * A picture that all eyes are on (of the main window, or of the window in use) is drawn with every
 * frame. The others share what is left of the time for drawing: a round is a frame long, and in
 * each those draw whose turn is the longest ago, as many as there is time for. There is always time
 * for so many that each comes 20 times a second. While all fit into a frame, as they do where one
 * or two windows are open, nobody waits. */
#include "app/turns.h"

#include "app/clock.h"

/* All in µs. A round's budget is for the drawing alone: what GTK adds to it, and a slice of
 * training, have to find room in the frame as well. */
#define ROUND 16667
#define BUDGET 6500
#define LONGEST 45000 /* between two drawings of the same picture, however many there are */

#define KEY "gradus-turns"

typedef struct
{
  GPtrArray *members; /* of GradusTurn, borrowed */
  GSource *source;    /* ready when the next round is */
  gint64 round;       /* when the last one was */
  gint64 spent;       /* since then, by those who do not wait */
  gint64 first_cost;  /* what these take of a round, on the average */
  gint64 credit;      /* what the others may spend yet; negative: they have spent more */
  gint64 n_granted;   /* turns, ever */
} Turns;

struct _GradusTurn
{
  Turns *turns;
  const GradusTurnFuncs *funcs;
  gpointer data;

  gboolean is_waiting;
  gint64 due; /* while it waits: not before */
  gint64 drawn;
  gint64 cost;    /* on the average */
  gint64 granted; /* which of all turns was its last */
};

static void
turns_free (gpointer data)
{
  Turns *self = data;

  g_source_destroy (self->source);
  g_source_unref (self->source);
  g_ptr_array_unref (self->members);
  g_free (self);
}

static void
grant (GradusTurn *self)
{
  self->is_waiting = FALSE;
  self->granted = ++self->turns->n_granted;
  self->funcs->draw (self->data);
}

/* Whose turn is the longest ago of those who may draw now. */
static GradusTurn *
find_next (const Turns *self, gint64 now)
{
  GradusTurn *next = NULL;

  for (guint i = 0; i < self->members->len; i++)
    {
      GradusTurn *turn = self->members->pdata[i];
      if (turn->is_waiting && turn->due <= now && (next == NULL || turn->granted < next->granted))
        next = turn;
    }
  return next;
}

/* What the others need of a round, so that each is drawn once in LONGEST. */
static gint64
find_need (const Turns *self, gint64 now)
{
  gint64 need = 0;

  for (guint i = 0; i < self->members->len; i++)
    {
      const GradusTurn *turn = self->members->pdata[i];
      if ((turn->is_waiting || now - turn->drawn < 2 * LONGEST)
          && !turn->funcs->is_first (turn->data))
        need += turn->cost;
    }
  return need * ROUND / LONGEST;
}

/* When the next round is, while somebody waits. */
static void
set_clock (Turns *self)
{
  gint64 next = G_MAXINT64;

  for (guint i = 0; i < self->members->len; i++)
    {
      const GradusTurn *turn = self->members->pdata[i];
      if (turn->is_waiting)
        next = MIN (next, turn->due);
    }
  g_source_set_ready_time (self->source, next < G_MAXINT64 ? MAX (next, self->round + ROUND) : -1);
}

static void
go_round (Turns *self, gint64 now)
{
  gint64 elapsed = CLAMP (now - self->round, ROUND, 1000 * ROUND);
  GradusTurn *turn;

  self->first_cost += (self->spent * ROUND / elapsed - self->first_cost) / 4;
  self->spent = 0;
  self->round = now;
  gint64 time = MAX (BUDGET - self->first_cost, find_need (self, now));
  self->credit = MIN (self->credit + time, time);
  while (self->credit > 0 && (turn = find_next (self, now)) != NULL)
    {
      self->credit -= turn->cost;
      grant (turn);
    }
  set_clock (self);
}

static gboolean
round_cb (gpointer data)
{
  go_round (data, g_get_monotonic_time ());
  return G_SOURCE_CONTINUE;
}

static Turns *
get_turns (GObject *shared)
{
  Turns *self = g_object_get_data (shared, KEY);

  if (self == NULL)
    {
      self = g_new0 (Turns, 1);
      self->members = g_ptr_array_new ();
      self->source = gradus_clock_new (round_cb, self);
      g_source_set_priority (self->source, G_PRIORITY_DEFAULT); /* before frames and training */
      g_source_set_ready_time (self->source, -1);
      g_object_set_data_full (shared, KEY, self, turns_free);
    }
  return self;
}

GradusTurn *
gradus_turn_new (GObject *shared, const GradusTurnFuncs *funcs, gpointer data)
{
  GradusTurn *self = g_new0 (GradusTurn, 1);

  self->turns = get_turns (shared);
  self->funcs = funcs;
  self->data = data;
  g_ptr_array_add (self->turns->members, self);
  return self;
}

void
gradus_turn_free (GradusTurn *self)
{
  if (self == NULL)
    return;
  g_ptr_array_remove (self->turns->members, self);
  set_clock (self->turns);
  g_free (self);
}

void
gradus_turn_ask (GradusTurn *self, gint64 rest, gint64 now)
{
  gint64 due = self->drawn + rest;

  self->due = self->is_waiting ? MIN (self->due, due) : due;
  self->is_waiting = TRUE;
  if (self->due <= now && self->funcs->is_first (self->data))
    grant (self);
  else /* at once at the earliest: all that ask for the same reason are compared */
    set_clock (self->turns);
}

void
gradus_turn_note (GradusTurn *self, gint64 from, gint64 to)
{
  self->drawn = from;
  self->cost = self->cost > 0 ? self->cost + (to - from - self->cost) / 8 : to - from;
  if (self->funcs->is_first (self->data))
    self->turns->spent += to - from;
}

void
gradus_turns_go_round (GObject *shared, gint64 now)
{
  go_round (get_turns (shared), now);
}
