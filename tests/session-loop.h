/* A session in a main context of the test's own, driven until something is so. */
#pragma once

#include "app/session.h"
#include "core/source.h"
#include "core/spec-fields.h"

/* Iterates until condition holds; a test that waits for half a minute has failed. */
#define UNTIL(condition)                                                                           \
  G_STMT_START                                                                                     \
  {                                                                                                \
    gint64 limit_ = g_get_monotonic_time () + 30 * G_USEC_PER_SEC;                                 \
                                                                                                   \
    while (!(condition))                                                                           \
      {                                                                                            \
        if (g_get_monotonic_time () > limit_)                                                      \
          g_error ("never: %s", #condition);                                                       \
        if (!g_main_context_iteration (g_main_context_get_thread_default (), FALSE))               \
          g_usleep (200);                                                                          \
      }                                                                                            \
  }                                                                                                \
  G_STMT_END

static inline double
get_number (gpointer object, const char *property)
{
  double value = 0;

  g_object_get (object, property, &value, NULL);
  return value;
}

static inline gboolean
get_flag (gpointer object, const char *property)
{
  gboolean value = FALSE;

  g_object_get (object, property, &value, NULL);
  return value;
}

/* Knobs with some fields set as in the experiment file: name, text, …, NULL. */
static inline GradusKnobs *
make_knobs (const char *name, ...)
{
  GradusKnobs *knobs = gradus_knobs_new ();
  g_autofree GradusSpec *spec = g_memdup2 (gradus_knobs_get_spec (knobs), sizeof *spec);
  va_list args;

  va_start (args, name);
  for (; name != NULL; name = va_arg (args, const char *))
    {
      g_autoptr (GError) error = NULL;

      gradus_spec_set (spec, name, va_arg (args, const char *), &error);
      g_assert_no_error (error);
    }
  va_end (args);
  gradus_knobs_adopt_spec (knobs, spec);
  return knobs;
}

static inline void
count_cb (gpointer session, int *n)
{
  ++*n;
}

static inline void
keep_message_cb (gpointer session, const char *message, char **kept)
{
  g_free (*kept);
  *kept = g_strdup (message);
}

/* A session of these knobs (transfer full) with its first run on screen. */
static inline GradusSession *
make_session (GradusKnobs *knobs)
{
  GradusSession *session = gradus_session_new (knobs);

  g_object_unref (knobs);
  g_assert_cmpuint (gradus_session_get_state (session), ==, GRADUS_SESSION_LOADING);
  UNTIL (gradus_session_get_state (session) != GRADUS_SESSION_LOADING);
  return session;
}

/* Waits for the next restart after doing something. */
#define UNTIL_RESTARTED(session, action)                                                           \
  G_STMT_START                                                                                     \
  {                                                                                                \
    int n_restarts_ = 0;                                                                           \
    gulong id_ = g_signal_connect (session, "restarted", G_CALLBACK (count_cb), &n_restarts_);     \
                                                                                                   \
    action;                                                                                        \
    UNTIL (n_restarts_ > 0);                                                                       \
    g_signal_handler_disconnect (session, id_);                                                    \
  }                                                                                                \
  G_STMT_END

static inline GradusTrainerStatus
get_status (GradusSession *session)
{
  return gradus_trainer_get_status (gradus_session_get_trainer (session));
}

static inline double
get_cost (GradusSession *session)
{
  return gradus_session_get_history (session)->last.cost;
}

/* Bit for bit. */
static inline void
assert_same_parameters (const GradusTrainer *a, const GradusTrainer *b)
{
  const GradusNetwork *n = gradus_trainer_get_network (a), *o = gradus_trainer_get_network (b);

  g_assert_cmpmem (n->parameters, n->n_parameters * sizeof (double), o->parameters,
                   o->n_parameters * sizeof (double));
}

static inline void
assert_same_history (const GradusHistory *a, const GradusHistory *b)
{
  g_assert_cmpuint (gradus_history_count (a), ==, gradus_history_count (b));
  for (gsize i = 0; i < gradus_history_count (a); i++)
    {
      const GradusRow *row = gradus_history_get (a, i), *other = gradus_history_get (b, i);

      g_assert_cmpint (row->epoch, ==, other->epoch);
      g_assert_true (row->cost == other->cost && row->accuracy == other->accuracy);
      g_assert_true (row->gradient_norm[0] == other->gradient_norm[0]);
    }
}

/* The run of a spec without a session, up to an epoch. */
static inline GradusTrainer *
run_alone (const GradusSpec *spec, GradusDataset *data, gint64 epoch)
{
  GradusTrainer *trainer = gradus_trainer_new (spec, data, NULL);

  gradus_trainer_run (trainer, epoch + 1);
  g_assert_cmpint (gradus_trainer_get_epoch (trainer), ==, epoch);
  return trainer;
}

/* g_test_run () in a main context of its own, where every source is a session's. */
static inline int
run_tests_in_own_context (void)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  int status;

  g_main_context_push_thread_default (context);
  status = g_test_run ();
  g_main_context_pop_thread_default (context);
  return status;
}
