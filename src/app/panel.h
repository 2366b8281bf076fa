/* What the inspector's panels have in common: a session, and children that their template gives
 * them. */
#pragma once

#include <gtk/gtk.h>

#include "app/session.h"

/* Property: session (construct-only). */
#define GRADUS_TYPE_PANEL (gradus_panel_get_type ())
G_DECLARE_DERIVABLE_TYPE (GradusPanel, gradus_panel, GRADUS, PANEL, GtkWidget)

struct _GradusPanelClass
{
  GtkWidgetClass parent_class;

  /* The panel's session, which it has as long as it has children; called once. */
  void (*set_session) (GradusPanel *self, GradusSession *session);
};
