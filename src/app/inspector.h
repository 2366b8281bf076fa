/* The panels that show why a run learns or does not: one at a time below the plots, over them, or
 * in windows of their own. */
#pragma once

#include <gtk/gtk.h>

#include "app/session.h"

/* Properties: enlarged (boolean) whether it wants the plots' room too.
 * Signals: closed: it wants to go (the pointer's click on Close, or its panel has got a
 * window); turned: it shows another panel. */
#define GRADUS_TYPE_INSPECTOR (gradus_inspector_get_type ())
G_DECLARE_FINAL_TYPE (GradusInspector, gradus_inspector, GRADUS, INSPECTOR, GtkWidget)

/* Follows the session, for good. */
void gradus_inspector_set_session (GradusInspector *self, GradusSession *session);

/* Turns to the panel that has the view of that name, and to the view in it. Returns: FALSE where
 * there is none. */
gboolean gradus_inspector_turn_to (GradusInspector *self, const char *view);
