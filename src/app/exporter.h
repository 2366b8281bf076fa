/* From the wish to export to the file: asks what, asks where, writes. */
#pragma once

#include "app/message-bar.h"
#include "app/plots.h"

/* Asks and writes what session and plots show; what goes wrong is told in the message bar. All of
 * them belong to the window parent. data_name: what the data are called on a sheet of all plots. */
void gradus_exporter_ask (GtkWindow *parent, GradusSession *session, GradusPlots *plots,
                          GradusMessageBar *message_bar, const char *data_name);
