/* What the parts of a session share: session.c (the object), session-play.c (time and pictures),
 * session-past.c (what was), session-beside.c (runs that are compared), session-goal.c (an epoch
 * that is waited for), session-wishes.c (knobs, files and new runs), session-curves.c (what is
 * gathered along a run), session-pins.c (curves of earlier runs). */
#pragma once

#include "app/clock.h"
#include "app/curvature-tracker.h"
#include "app/maker.h"
#include "app/painter.h"
#include "app/replayer.h"
#include "app/session.h"
#include "core/pins.h"

/* What was notified last. */
typedef struct
{
  GradusSessionState state;
  gboolean busy;
  gint64 epoch;
  gint64 shown_epoch;
  gboolean following;
  int playback;
  gint64 example;
  double rate;
} GradusSessionNews;

/* What is gathered along the run while somebody looks. */
typedef struct
{
  guint n_track_wanted, n_paths_wanted; /* views that show it */
  GradusCurvatureTracker *tracker;      /* NULL before anybody wanted it, */
  GradusPaths *paths;                   /* this too */
  GSource *idle;                        /* while there is more to read */
  int n_changes;                        /* of parameters by hand, that are taken into account */
} GradusSessionCurves;

/* A run beside the one on screen, which it is compared with. */
typedef struct
{
  GradusSession *session;
  GradusRun *run;
  GradusPainter *painter;
  GradusScene *scene;
} GradusBeside;

struct _GradusSession
{
  GObject parent_instance;

  GradusKnobs *knobs;
  GradusMaker *maker;
  GradusPainter *painter;
  GradusReplayer *replayer;
  GradusRun *run; /* NULL while the first one is being made */
  GPtrArray
      *beside; /* GradusBeside, by place: the runs that it is compared with; empty: it is alone */
  GradusScene *scene;
  GradusSnapshot *pinned;        /* what is shown; NULL: the newest epoch */
  GSource *clock;                /* only while there is work */
  GSource *film;                 /* only while the past is played */
  GSource *rest;                 /* only before a fine picture */
  GradusSessionFrame find_frame; /* NULL: there are none to be in time for */
  gint64 moved;                  /* µs, when the picture was another */

  GradusSpec start; /* what a new start takes, by the newest wish */
  gboolean training;
  gint64 n_steps; /* to be made although paused */
  double speed;
  int resolution;
  guint wanted[GRADUS_SCENE_N_PARTS]; /* how many views want that part of a scene */
  gint64 example;                     /* that is looked at; -1: all */
  GradusTarget lit;                   /* what a pointer rests on */
  GradusSessionGoal goal;             /* NULL: none */
  gpointer goal_data;
  GradusPace pace;
  GradusMeter meter;
  int playback;      /* -1: back, 1: forward, 0: it stands */
  double film_epoch; /* where it is, between two epochs */
  gint64 film_time;  /* µs, when it was there */
  GradusSessionNews news;
  GradusSessionCurves curves;
  GradusPins pins; /* cost curves of earlier runs */
};

typedef enum
{
  GRADUS_SESSION_RESTARTED,
  GRADUS_SESSION_ADVANCED,
  GRADUS_SESSION_SCENE_CHANGED,
  GRADUS_SESSION_LIT_CHANGED,
  GRADUS_SESSION_CURVES_CHANGED,
  GRADUS_SESSION_FAILED, /* with a message */
  GRADUS_SESSION_N_SIGNALS
} GradusSessionSignal;

/* session.c */

void gradus_session_emit (GradusSession *self, GradusSessionSignal signal, const char *message);
/* Notifies what has become different since the last time. */
void gradus_session_tell_news (GradusSession *self);
void gradus_session_notify_training (GradusSession *self);
/* The newest epoch, and the one on screen; 0 before there is one. */
gint64 gradus_session_get_epoch (GradusSession *self);
gint64 gradus_session_get_shown_epoch (GradusSession *self);

/* session-play.c */

double gradus_session_get_target_rate (GradusSession *self);
/* Train, or pause. */
void gradus_session_play (GradusSession *self, gboolean training);
/* Begins to count time anew, at the present speed. */
void gradus_session_start_pace (GradusSession *self);
void gradus_session_change_speed (GradusSession *self, double speed);
/* Sees to it that there is a source if and only if there is work. */
void gradus_session_update_clock (GradusSession *self);
/* Asks for the scene of the shown epoch, unless it is there; when the painter is busy it is asked
 * for afterwards. */
void gradus_session_want_scene (GradusSession *self);
void gradus_session_scene_painted_cb (GradusScene *scene, const GradusSceneOrder *order,
                                      gpointer data);

/* Of the trainer's run: as it is wanted now. (transfer none): snapshot is borrowed. */
void gradus_session_order_scene (GradusSession *self, const GradusRun *run,
                                 GradusSnapshot *snapshot, GradusSceneOrder *order);
/* Another picture is on its way. */
void gradus_session_note_move (GradusSession *self);
/* Has the painter, which is free, make what is ordered, unless the scene is that: a new picture
 * coarsely, so that it comes at once, and once more, finely, when nothing moves. order changes. */
void gradus_session_paint (GradusSession *self, GradusPainter *painter, const GradusScene *scene,
                           GradusSceneOrder *order);

/* session-beside.c */

/* Takes the others of the run that has just come on screen; there may be none. */
void gradus_session_take_others (GradusSession *self);
/* Works on all runs in step until n_epochs more are recorded in each that is not over, or deadline
 * has come. Returns: how many that were, on screen or beside. */
gint64 gradus_session_work (GradusSession *self, gint64 n_epochs, gint64 deadline);
/* The same, epoch by epoch, until the goal says that this was it: then it pauses. */
gint64 gradus_session_work_to_goal (GradusSession *self, gint64 n_epochs, gint64 deadline);
/* Whether a run is an epoch behind, or its newest epoch not settled. */
gboolean gradus_session_is_uneven (const GradusSession *self);
/* Whether every run is over. */
gboolean gradus_session_is_over (const GradusSession *self);
/* The knobs that go into runs under way. */
void gradus_session_set_alpha_beside (GradusSession *self, double alpha);
void gradus_session_set_epochs_beside (GradusSession *self, gint64 epochs);
void gradus_session_want_scenes_beside (GradusSession *self);

/* session-past.c */

/* The snapshot to show from now on (transfer full); NULL: the newest epoch's, and on. */
void gradus_session_pin (GradusSession *self, GradusSnapshot *snapshot);
/* What the properties shown-epoch, following and playback are set to. */
void gradus_session_show_epoch (GradusSession *self, double epoch);
void gradus_session_set_following (GradusSession *self, gboolean following);
void gradus_session_set_playback (GradusSession *self, int playback);
void gradus_session_stop_playback (GradusSession *self);
void gradus_session_replayed_cb (GradusSnapshot *snapshot, gpointer data);

/* session-wishes.c */

/* A new run of self->start, or of the file at path (may be NULL). */
void gradus_session_wish (GradusSession *self, const char *path);
void gradus_session_run_made_cb (GradusRun *run, const GradusWish *wish, const GError *error,
                                 gboolean is_newest, gpointer data);
void gradus_session_knobs_changed_cb (GradusKnobs *knobs, const char *name, gpointer data);
/* The knob α goes where a schedule has brought the run's. */
void gradus_session_follow_alpha (GradusSession *self);
/* Moves the last epoch on to this one, where it comes earlier. */
void gradus_session_prolong (GradusSession *self, gint64 epochs);

/* Another of the runs that are compared has come on screen. */
void gradus_session_show_selected (GradusSession *self);

/* session-pins.c */

/* Other runs are on screen: drops the pins that cannot be compared with them, and says so. */
void gradus_session_check_pins (GradusSession *self);

/* session-curves.c */

/* Takes in what the run has that is not gathered yet, as far as it is wanted. */
void gradus_session_grow_curves (GradusSession *self);
/* Another run: begins anew. */
void gradus_session_forget_curves (GradusSession *self);
void gradus_session_clear_curves (GradusSession *self);
