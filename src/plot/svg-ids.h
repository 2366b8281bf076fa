/* The names inside of an SVG file. */
#pragma once

#include <glib.h>

/* Cairo names a drawing's parts by counters that go on from one drawing to the next. Numbers them
 * anew in the order in which they come, so that the same drawing gives the same bytes. svg is
 * (transfer full). Returns: (transfer full). */
GByteArray *gradus_svg_number_ids (GByteArray *svg);
