/* A window that is shown to a room: the whole screen, large type, keys alone. */
#pragma once

#include <gtk/gtk.h>

#include "app/figure-view.h"
#include "app/inspector.h"
#include "app/narrator-line.h"
#include "app/placard.h"
#include "app/plots.h"
#include "app/session.h"

/* Property: presenting (boolean, read-only). */
#define GRADUS_TYPE_PRESENTER (gradus_presenter_get_type ())
G_DECLARE_FINAL_TYPE (GradusPresenter, gradus_presenter, GRADUS, PRESENTER, GObject)

/* What of the window it works with; the rest is hidden while it presents. */
typedef struct
{
  GtkWidget *side_bar;
  GtkWidget *lesson; /* of the side bar; stays where one is under way */
  GtkPaned *workspace;
  GtkWidget *overview; /* plots or comparison */
  GradusPlots *plots;
  GradusFigureView *comparison;
  GradusInspector *inspector;
  GradusNarratorLine *narrator;
  GradusPlacard *placard;
} GradusPresenterStage;

/* Adds the actions "presenter" and "full-screen" to the window, and the keys of a presentation.
 * Returns: (transfer full); to be dropped with the window. */
GradusPresenter *gradus_presenter_new (GtkApplicationWindow *window, GradusSession *session,
                                       const GradusPresenterStage *stage);
