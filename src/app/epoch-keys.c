/* The keys that go through the epochs of a presentation. */
#include "app/epoch-keys.h"

#include <math.h>

#define FEW 10
#define MANY 100

static gboolean
may (GActionGroup *actions, const char *name)
{
  return g_action_group_get_action_enabled (actions, name);
}

/* INFINITY: the newest. */
static void
show (GActionGroup *actions, GradusSession *session, double epoch)
{
  double newest;

  if (!may (actions, "go-to-epoch"))
    return;
  g_object_get (session, "epoch", &newest, NULL);
  if (epoch < newest)
    g_object_set (session, "shown-epoch", epoch, NULL);
  else
    g_object_set (session, "following", TRUE, NULL);
}

static void
move (GActionGroup *actions, GradusSession *session, int epochs)
{
  double shown, newest;

  g_object_get (session, "shown-epoch", &shown, "epoch", &newest, NULL);
  double wanted = MAX (shown + epochs, 0);
  show (actions, session, wanted);
  for (; wanted > newest && may (actions, "step"); wanted--)
    gradus_session_step (session);
}

gboolean
gradus_epoch_keys_press (GActionGroup *actions, GradusSession *session, guint key,
                         GdkModifierType state)
{
  gboolean has_shift = (state & GDK_SHIFT_MASK) != 0;
  int several = has_shift ? MANY : FEW;

  switch (key)
    {
    case GDK_KEY_Right:
    case GDK_KEY_Left:
      if (has_shift) /* landmarks, as without a presentation */
        return FALSE;
      move (actions, session, key == GDK_KEY_Right ? 1 : -1);
      return TRUE;
    case GDK_KEY_Page_Down:
      move (actions, session, several);
      return TRUE;
    case GDK_KEY_Page_Up:
      move (actions, session, -several);
      return TRUE;
    case GDK_KEY_Home:
      show (actions, session, 0);
      return TRUE;
    case GDK_KEY_End:
      show (actions, session, INFINITY);
      return TRUE;
    default:
      return FALSE;
    }
}
