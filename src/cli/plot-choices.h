/* --layer and --units: what plots show of a network that has more than a plot has room for. */
#pragma once

#include "cli/options.h"

/* Reads "J,K". Returns: FALSE with an error. */
gboolean gradus_plot_choices_read_units (GradusOptions *self, const char *text, GError **error);

/* Whether the plots asked for have a choice, and the network what is chosen. Returns: FALSE with an
 * error. */
gboolean gradus_plot_choices_check (const GradusOptions *self, GError **error);

/* Chooses for the figure; what was not asked for stays as it is. */
void gradus_plot_choices_apply (const GradusOptions *self, GradusFigure *figure);
