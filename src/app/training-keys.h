/* The keys that train, in every window that shows a run. */
#pragma once

#include <gtk/gtk.h>

/* Space, N, → and R: win.train, win.step and win.reset; comma and full stop: win.play-back and
 * win.play-forward; Shift with ← and →: win.previous-landmark and win.next-landmark; 1 to 4:
 * win.select-run. A button or an entry that has the focus comes first. */
void gradus_training_keys_add (GtkWidget *window);
