/* A pointer over a window that hides when it rests. */
#pragma once

#include <gtk/gtk.h>

typedef struct _GradusShyPointer GradusShyPointer;

/* (transfer full); to be freed before the window is gone. */
GradusShyPointer *gradus_shy_pointer_new (GtkWidget *window);
void gradus_shy_pointer_free (GradusShyPointer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GradusShyPointer, gradus_shy_pointer_free)

/* From now on it hides, or does so no longer. */
void gradus_shy_pointer_set_shy (GradusShyPointer *self, gboolean is_shy);
