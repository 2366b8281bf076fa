/* The narrator's sentences: each may be told where its rule holds (plot/narrator.c). */
#pragma once

#include "plot/narrator.h"

/* (transfer full), all of them. */
char *gradus_narrator_tell_diverged (const GradusFacts *facts);
char *gradus_narrator_tell_rest (const GradusFacts *facts);
char *gradus_narrator_tell_rest_weights (const GradusFacts *facts);
char *gradus_narrator_tell_symmetric (const GradusFacts *facts);
char *gradus_narrator_tell_alike (const GradusFacts *facts);
char *gradus_narrator_tell_blocked (const GradusFacts *facts);
char *gradus_narrator_tell_oscillates (const GradusFacts *facts);
char *gradus_narrator_tell_rose (const GradusFacts *facts);
char *gradus_narrator_tell_overfits (const GradusFacts *facts);
char *gradus_narrator_tell_dead (const GradusFacts *facts);
char *gradus_narrator_tell_logistic (const GradusFacts *facts);
char *gradus_narrator_tell_ready (const GradusFacts *facts);
char *gradus_narrator_tell_breaking (const GradusFacts *facts);
char *gradus_narrator_tell_plateau (const GradusFacts *facts);
char *gradus_narrator_tell_all_the_same (const GradusFacts *facts);
char *gradus_narrator_tell_broke (const GradusFacts *facts);
char *gradus_narrator_tell_decided (const GradusFacts *facts);
char *gradus_narrator_tell_finished (const GradusFacts *facts);
char *gradus_narrator_tell_progress (const GradusFacts *facts);
