/* Where each kind of picture has its imprint. */
#pragma once

#include <cairo.h>

#include "plot/imprint.h"

/* Takes what was found; NULL where it is no imprint. Returns: (transfer full). */
GradusImprint *gradus_imprint_take (const char *text, const char *epoch);

/* What a file's bytes hold, whichever of the three they are; NULL: nothing. Returns: (transfer
 * full).
 */
GradusImprint *gradus_imprint_find (const char *bytes, gsize length);

/* PNG: two texts, "Gradus experiment" and "Gradus epoch". */

/* The image (RGB24) as a PNG file's bytes. Returns: (transfer full), or NULL where memory is short.
 */
GByteArray *gradus_png_encode (cairo_surface_t *image, const GradusImprint *imprint);
GradusImprint *gradus_imprint_find_in_png (const char *bytes, gsize length);

/* SVG: an element of our own namespace, within <metadata>. */

/* svg is (transfer full). Returns: (transfer full). */
GByteArray *gradus_imprint_put_into_svg (GByteArray *svg, const GradusImprint *imprint);
GradusImprint *gradus_imprint_find_in_svg (const char *bytes, gsize length);

/* PDF: the keywords of its document information, sealed. */

/* The imprint in one word of printable ASCII, without brackets, quotes or backslashes, with a
 * checksum. Returns: (transfer full). */
char *gradus_imprint_seal (const GradusImprint *imprint);
GradusImprint *gradus_imprint_find_in_pdf (const char *bytes, gsize length);
