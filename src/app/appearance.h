/* Dark or light as the desktop wishes. */
#pragma once

#include <gtk/gtk.h>

typedef struct _GradusAppearance GradusAppearance;

/* Follows the desktop's portal, where there is one, until it is freed; else the theme of the
 * settings. Returns: (transfer full). */
GradusAppearance *gradus_appearance_new (GtkSettings *settings);
void gradus_appearance_free (GradusAppearance *self);
