/* Which epochs the pictures of a film show. */
#include "film/schedule.h"

#include <math.h>

gint64 *
gradus_schedule_new (gint64 from, gint64 to, int n, gboolean is_log)
{
  gint64 *epochs = g_new (gint64, (gsize) n);
  double first = is_log ? log1p ((double) from) : (double) from;
  double last = is_log ? log1p ((double) to) : (double) to;

  for (int i = 0; i < n; i++)
    {
      double at = n > 1 ? first + (last - first) * i / (n - 1) : last;
      epochs[i] = (gint64) floor ((is_log ? expm1 (at) : at) + 0.5);
      epochs[i] = CLAMP (epochs[i], from, to);
    }
  return epochs;
}

gint64 *
gradus_schedule_every (gint64 from, gint64 to, gint64 every, int most, int *n)
{
  gint64 whole = (to - from) / every, count = whole + 1 + ((to - from) % every > 0);

  if (count > most)
    return NULL;
  gint64 *epochs = g_new (gint64, (gsize) count);
  for (gint64 i = 0; i < count; i++)
    epochs[i] = i <= whole ? from + i * every : to;
  *n = (int) count;
  return epochs;
}
