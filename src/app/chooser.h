/* The one place that asks for a file name. */
#pragma once

#include <gtk/gtk.h>

/* path is in the file system's encoding. */
typedef void (*GradusChooserFunc) (GtkWindow *parent, const char *path, gpointer data);

/* Asks which experiment or data file to open; calls back when one was chosen, and not otherwise. */
void gradus_chooser_open (GtkWindow *parent, GradusChooserFunc callback, gpointer data);

/* The same of a table of published figures. */
void gradus_chooser_open_published (GtkWindow *parent, GradusChooserFunc callback, gpointer data);

/* Asks where to write; name is the proposal, title says what is written. data goes to destroy in
 * any case, where that is not NULL. */
void gradus_chooser_save (GtkWindow *parent, const char *title, const char *name,
                          GradusChooserFunc callback, gpointer data, GDestroyNotify destroy);

/* Asks which lesson to open. */
void gradus_chooser_open_lesson (GtkWindow *parent, GradusChooserFunc callback, gpointer data);
