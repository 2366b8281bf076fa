/* The keys that go through the epochs of a presentation. */
#include "app/epoch-keys.h"

#define FEW 10
#define MANY 100

static void
move (GradusSession *session, int epochs)
{
  double shown, newest;

  g_object_get (session, "shown-epoch", &shown, "epoch", &newest, NULL);
  double wanted = MAX (shown + epochs, 0);
  if (wanted < newest)
    g_object_set (session, "shown-epoch", wanted, NULL);
  else
    g_object_set (session, "following", TRUE, NULL);
  for (; wanted > newest; wanted--)
    gradus_session_step (session);
}

gboolean
gradus_epoch_keys_press (GradusSession *session, guint key, GdkModifierType state)
{
  gboolean has_shift = (state & GDK_SHIFT_MASK) != 0;
  int several = has_shift ? MANY : FEW;

  switch (key)
    {
    case GDK_KEY_Right:
    case GDK_KEY_Left:
      if (has_shift) /* landmarks, as without a presentation */
        return FALSE;
      move (session, key == GDK_KEY_Right ? 1 : -1);
      return TRUE;
    case GDK_KEY_Page_Down:
      move (session, several);
      return TRUE;
    case GDK_KEY_Page_Up:
      move (session, -several);
      return TRUE;
    case GDK_KEY_Home:
      g_object_set (session, "shown-epoch", 0.0, NULL);
      return TRUE;
    case GDK_KEY_End:
      g_object_set (session, "following", TRUE, NULL);
      return TRUE;
    default:
      return FALSE;
    }
}
