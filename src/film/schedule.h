/* Which epochs the pictures of a film show. */
#pragma once

#include <glib.h>

/* n epochs, ascending, the first of them from and the last to: evenly spread over the epochs, or
 * over their logarithms (of epoch + 1), so that the early ones, where most happens, have more of
 * the time. With more pictures than epochs some come more than once. Returns: (transfer full). */
gint64 *gradus_schedule_new (gint64 from, gint64 to, int n, gboolean is_log);

/* Epochs from, from + every, …, and to. Returns: (transfer full) *n of them, or NULL where there
 * would be more than most. */
gint64 *gradus_schedule_every (gint64 from, gint64 to, gint64 every, int most, int *n);
