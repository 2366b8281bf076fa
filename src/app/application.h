/* The program: its windows, the files it is given, and what all windows share. */
#pragma once

#include <gtk/gtk.h>

#define GRADUS_TYPE_APPLICATION (gradus_application_get_type ())
G_DECLARE_FINAL_TYPE (GradusApplication, gradus_application, GRADUS, APPLICATION, GtkApplication)

GradusApplication *gradus_application_new (void);
