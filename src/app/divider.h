/* A divider between two widgets that is only there while both are. */
#pragma once

#include <gtk/gtk.h>

/* A GtkPaned keeps the place of its divider when one of its children is hidden, and takes the
 * clicks there from the other. It does so no longer. To be called once its children are there. */
void gradus_divider_mend (GtkPaned *paned);
