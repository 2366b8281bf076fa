/* The line on standard error that tells how far the work has come. */
#include "cli/bar.h"

#include <stdio.h>
#include <unistd.h>

#define WIDTH 30
#define AFTER (1 * G_USEC_PER_SEC)
#define EVERY (G_USEC_PER_SEC / 10)

void
gradus_bar_begin (GradusBar *self, gboolean is_quiet)
{
  *self =
      (GradusBar){ !is_quiet && isatty (STDERR_FILENO), FALSE, g_get_monotonic_time () + AFTER };
}

void
gradus_bar_update (GradusBar *self, gint64 done, gint64 n, const char *words)
{
  gint64 now = self->is_wanted ? g_get_monotonic_time () : 0;

  if (!self->is_wanted || now < self->next || done < 0)
    return;

  double share = n > 0 ? (double) done / (double) n : 0;
  int filled = (int) (share * WIDTH);

  fputs ("\r[", stderr);
  for (int i = 0; i < WIDTH; i++)
    fputc (i < filled ? '#' : '.', stderr);
  fprintf (stderr, "] %3d %%  ", (int) (100 * share));
  fprintf (stderr, words, (glong) done, (glong) n);
  fputs ("\033[K", stderr);
  self->is_shown = TRUE;
  self->next = now + EVERY;
}

void
gradus_bar_clear (GradusBar *self)
{
  if (self->is_shown)
    fputs ("\r\033[K", stderr);
  self->is_shown = FALSE;
}
