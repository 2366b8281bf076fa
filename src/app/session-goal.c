/* The part of a session that waits for an epoch: training pauses right there. */
#include "app/session-private.h"

void
gradus_session_set_goal (GradusSession *self, GradusSessionGoal func, gpointer data)
{
  g_return_if_fail (GRADUS_IS_SESSION (self));

  self->goal = func;
  self->goal_data = data;
}

gint64
gradus_session_work_to_goal (GradusSession *self, gint64 n_epochs, gint64 deadline)
{
  gint64 done = 0;

  do
    {
      gboolean was_uneven = gradus_session_is_uneven (self);
      gint64 n = gradus_session_work (self, was_uneven ? 0 : 1, deadline);

      done += n;
      if ((n == 0 && !was_uneven) || gradus_session_is_uneven (self))
        continue; /* the deadline has come, or the run is over */
      if (self->goal (self, self->goal_data))
        {
          gradus_session_play (self, FALSE);
          break;
        }
    }
  while (done < n_epochs && !gradus_session_is_over (self) && g_get_monotonic_time () < deadline);
  return done;
}
