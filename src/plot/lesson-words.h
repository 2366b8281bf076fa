/* The words of a lesson: filled in with the run's own numbers, as markup and plain. */
#pragma once

#include "core/measure.h"

/* The measured value as it stands in a sentence; decimals as in a placeholder (-1: as the program
 * writes such a number). What is not known is a dash. Returns: (transfer full). */
char *gradus_lesson_number (const GradusMeasure *measure, double value, int decimals,
                            const char *decimal_point);

/* The text with its placeholders filled in, and {{ as a brace; one that is wrong is left as it is.
 * Returns: (transfer full). */
char *gradus_lesson_fill (const char *text, const GradusMeasured *runs, int n_runs,
                          const char *decimal_point);

/* The filled-in text in Pango's markup: *bold*, _italic_, `code`, and [1] raised behind a letter as
 * in W[1]; an empty line between paragraphs. Returns: (transfer full). */
char *gradus_lesson_markup (const char *text);

/* The same without any markup, for a terminal and for who is read to. Returns: (transfer full). */
char *gradus_lesson_plain (const char *text);
