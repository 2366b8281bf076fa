/* Who draws when: pictures take turns where all of them would not fit into a frame. */
#pragma once

#include <glib-object.h>

/* One picture's place among those that share the turns. */
typedef struct _GradusTurn GradusTurn;

typedef struct
{
  gboolean (*is_first) (gpointer data); /* whether all eyes are on it: it waits for no other */
  void (*draw) (gpointer data);         /* its turn has come: sees to it that it is drawn soon */
} GradusTurnFuncs;

/* Among all that name the same object, which outlives it. funcs is borrowed. */
GradusTurn *gradus_turn_new (GObject *shared, const GradusTurnFuncs *funcs, gpointer data);
void gradus_turn_free (GradusTurn *self);

/* There is something new to draw, at the earliest rest after it was drawn last. Times are monotonic
 * and in µs, here and below. */
void gradus_turn_ask (GradusTurn *self, gint64 rest, gint64 now);

/* It has been drawn, whoever wanted that. */
void gradus_turn_note (GradusTurn *self, gint64 from, gint64 to);

/* What happens by itself when a round is due: those whose turn it is draw. For tests. */
void gradus_turns_go_round (GObject *shared, gint64 now);
