/* One page of help: what the controls do and what there is to see. */
#pragma once

#include <gtk/gtk.h>

#define GRADUS_TYPE_HELP (gradus_help_get_type ())
G_DECLARE_FINAL_TYPE (GradusHelp, gradus_help, GRADUS, HELP, GtkWindow)

GradusHelp *gradus_help_new (GtkWindow *parent);
