/* A parameter changed by hand: as text, and carried out. */
#pragma once

#include "core/network.h"
#include "core/numeral.h"

/* "120:W1[1,2]+1e-6" (epoch 120, W[1] of unit 1 and input 2 moved), "0:b2[1]=0.5" (a bias set);
 * units and inputs count from 1, as on paper. change is set only where the text is PARSED. */
GradusParsed gradus_change_from_text (GradusChange *change, const char *text, gint64 max_epoch,
                                      double min, double max);

/* Returns: (transfer full). */
char *gradus_change_to_text (const GradusChange *change);

/* Where the parameter stands among the network's. Returns: FALSE where it has no such one. */
gboolean gradus_change_find (const GradusChange *change, const GradusNetwork *network,
                             gsize *parameter);
