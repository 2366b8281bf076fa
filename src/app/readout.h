/* Words that change with every frame, such as a number that runs. */
#pragma once

#include <gtk/gtk.h>

/* Pango markup. A label would be measured anew, and the window with it; this has the width of the
 * longest that it has ever said, at least that of its nat-chars. */
void gradus_readout_set (GtkInscription *self, const char *markup);
