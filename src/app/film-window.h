/* A film in the making: how far it has come, and a way to give it up. */
#pragma once

#include <gtk/gtk.h>

#include "app/film-maker.h"
#include "app/message-bar.h"

#define GRADUS_TYPE_FILM_WINDOW (gradus_film_window_get_type ())
G_DECLARE_FINAL_TYPE (GradusFilmWindow, gradus_film_window, GRADUS, FILM_WINDOW, GtkWindow)

/* Begins on the film at once and closes itself when that is there; to close it sooner, or its
 * parent, gives it up. What goes wrong is told in the parent's message bar. Takes the wish
 * (transfer full). */
GradusFilmWindow *gradus_film_window_new (GtkWindow *parent, GradusMessageBar *message_bar,
                                          GradusFilmWish *wish);
