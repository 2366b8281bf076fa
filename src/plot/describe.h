/* The first views in one sentence each: nothing that their numbers do not show. */
#pragma once

#include "plot/figure.h"

/* (transfer full), all of them. */
char *gradus_describe_boundary (const GradusFigure *figure);
char *gradus_describe_cost (const GradusFigure *figure);
char *gradus_describe_units (const GradusFigure *figure);
char *gradus_describe_sheet (const GradusFigure *figure);
