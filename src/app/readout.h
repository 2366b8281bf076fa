/* Words that change with every frame, such as a number that runs. */
#pragma once

#include <gtk/gtk.h>

/* Pango markup. A label would be measured anew, and the window with it; this keeps the width of the
 * longest that it has said until words come that are much shorter, and never less than the
 * nat-chars that it had at first. */
void gradus_readout_set (GtkInscription *self, const char *markup);
