/* The keys that go through the epochs of a presentation. */
#pragma once

#include <gdk/gdk.h>

#include "app/session.h"

/* Right and Left go one epoch on and back, Page Down and Page Up ten (with Shift a hundred), Home
 * and End to the first and the newest; beyond the newest the run is trained on. They do no more
 * than the window's actions may (a lesson can lock them). Returns: FALSE where the key is none of
 * these.
 */
gboolean gradus_epoch_keys_press (GActionGroup *actions, GradusSession *session, guint key,
                                  GdkModifierType state);
