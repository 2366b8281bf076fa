/* A figure written to a PNG, SVG or PDF file, whole or not at all. */
#pragma once

#include "plot/figure.h"
#include "plot/imprint.h"

/* Of each side, CSS pixels, and device pixels of a PNG. */
#define GRADUS_MIN_EXPORT_SIDE 16.0
#define GRADUS_MAX_EXPORT_SIDE 20000.0
/* Device pixels of a PNG. */
#define GRADUS_MAX_EXPORT_PIXELS 100e6

typedef enum
{
  GRADUS_FORMAT_PNG,
  GRADUS_FORMAT_SVG,
  GRADUS_FORMAT_PDF,
  GRADUS_N_FORMATS
} GradusFormat;

/* "png", "svg", "pdf". */
const char *gradus_format_name (GradusFormat format);

/* By the file name's suffix, any case; -1 for another. */
int gradus_format_from_path (const char *path);

/* What a file holds beside the drawing. All zero: nothing. */
typedef struct
{
  const GradusImprint *imprint; /* the experiment, for who opens the file; or NULL */
  const char *words;            /* a line or some below the figure; or NULL */
} GradusExportNotes;

/* Draws the figure at width × height CSS pixels (times scale device pixels, PNG only; a PDF's page
 * has 96 CSS pixels to the inch) into the format and writes it to path. Words below the figure
 * take their room from its height. notes may be NULL. The same figure gives the same bytes,
 * whenever and however often. Sizes are checked before memory is taken. Returns: FALSE with
 * GRADUS_ERROR_SPEC (a size that cannot be) or GRADUS_ERROR_FILE. */
gboolean gradus_export_write (const GradusFigure *figure, const GradusExportNotes *notes,
                              GradusFormat format, const char *path, double width, double height,
                              double scale, GError **error);

/* The same into memory. Returns: (transfer full), or NULL with an error. */
GByteArray *gradus_export_render (const GradusFigure *figure, const GradusExportNotes *notes,
                                  GradusFormat format, double width, double height, double scale,
                                  GError **error);

/* The figure with the words below it as an RGB24 image of so many pixels, scale of them to a CSS
 * pixel, as in a PNG. Returns: (transfer full), or NULL with an error. */
cairo_surface_t *gradus_export_image (const GradusFigure *figure, const char *words, int columns,
                                      int rows, double scale, GError **error);
