/* Lays widgets out in a row; those that have no room stand back, the first ones first. */
#pragma once

#include <gtk/gtk.h>

/* Asks for room for all and gets along with none; those that are shown stand at the row's end. */
#define GRADUS_TYPE_SHY_LAYOUT (gradus_shy_layout_get_type ())
G_DECLARE_FINAL_TYPE (GradusShyLayout, gradus_shy_layout, GRADUS, SHY_LAYOUT, GtkLayoutManager)
