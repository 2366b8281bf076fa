/* Words over several lines. */
#pragma once

#include "plot/ink.h"

/* Words broken where width ends, their first line's top at y. “[1]” behind a letter, as in W[1], is
 * raised as the course has it. Returns: the height of all lines. */
double gradus_paragraph_draw (GradusInk *ink, GradusFont font, GradusColor color, double x,
                              double y, double width, const char *text);

/* The height that they will take at most, for who has no ink yet. */
double gradus_paragraph_guess (GradusFont font, double width, const char *text);

/* The same words as markup, with “[1]” raised. Returns: (transfer full). */
char *gradus_paragraph_markup (const char *text);
