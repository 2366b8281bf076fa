/* Weights and biases as JSON: an object for a run, a list of them for several. */
#pragma once

#include "core/network.h"

/* {"W1": [[…]], "b1": […], "W2": …}, 17 significant digits; where run is not NULL with "run" before
 * them, as one entry of a list, of which it may be the first and the last. */
void gradus_parameters_json_append (GString *json, const char *run, const char *across,
                                    const GradusNetwork *network, gboolean is_first,
                                    gboolean is_last);
