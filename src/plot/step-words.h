/* The course's equations of one step, as Pango markup. */
#pragma once

#include "core/step.h"

/* All (transfer full); l is the layer. Over all examples the letters are capital ones; over one
 * they are the course's small ones, and sums and means over the examples fall away. */
char *gradus_step_words_input (const GradusStep *step, gboolean is_label);
char *gradus_step_words_z (const GradusStep *step, int l);
char *gradus_step_words_a (const GradusStep *step, int l);
char *gradus_step_words_dz (const GradusStep *step, int l);
char *gradus_step_words_dw (const GradusStep *step, int l);
char *gradus_step_words_db (const GradusStep *step, int l);
char *gradus_step_words_update (const GradusStep *step, int l, gboolean is_bias);

/* α as a plain number with the decimal point given. */
char *gradus_step_words_alpha (const GradusStep *step, const char *decimal_point);
