/* A sweep's table written to a file: a picture of it, its numbers, or the experiment that makes it.
 */
#pragma once

#include "app/sweep-view.h"

/* "png", "svg", "pdf": the table as it is on screen, which has the experiment with it; "csv": its
 * cells; "gradus": the experiment. Asks for the name first; another suffix than that is taken at
 * its word. What goes wrong is said in the label. */
void gradus_sweep_exporter_ask (GtkWindow *parent, GradusSweepView *view, GtkLabel *fault,
                                const char *suffix);
