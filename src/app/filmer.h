/* From the wish for a film to its making. */
#pragma once

#include "app/export-dialog.h"
#include "app/message-bar.h"
#include "app/session.h"

/* Begins on a film of the session's runs as they went so far, into path; figure is how the view
 * looks on screen. All is copied. A window tells how far it has come; what goes wrong is told in
 * the message bar. */
void gradus_filmer_begin (GtkWindow *parent, GradusSession *session, GradusMessageBar *message_bar,
                          const GradusFigure *figure, const GradusExportWish *wish,
                          const char *path);
