/* A figure as a file's bytes: the same draw on a surface of another kind. */
#include "plot/export.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "core/error.h"
#include "core/file.h"
#include "plot/imprint-kinds.h"
#include "plot/recipe-line.h"
#include "plot/svg-ids.h"

/* A page is measured in points. */
#define POINTS_A_PIXEL 0.75
/* A PDF says when it was made; ours always says this, so that two runs give the same file. */
#define TIMELESS "2000-01-01T00:00:00Z"

static const char *const names[GRADUS_N_FORMATS] = { "png", "svg", "pdf" };

const char *
gradus_format_name (GradusFormat format)
{
  g_return_val_if_fail ((int) format >= 0 && format < GRADUS_N_FORMATS, NULL);

  return names[format];
}

int
gradus_format_from_path (const char *path)
{
  const char *dot = path != NULL ? strrchr (path, '.') : NULL;

  for (int i = 0; dot != NULL && i < GRADUS_N_FORMATS; i++)
    if (g_ascii_strcasecmp (dot + 1, names[i]) == 0)
      return i;
  return -1;
}

static gboolean
check_size (GradusFormat format, double width, double height, double scale, GError **error)
{
  double least = GRADUS_MIN_EXPORT_SIDE, most = GRADUS_MAX_EXPORT_SIDE;

  if (!(width >= least && width <= most && height >= least && height <= most))
    {
      g_set_error (error, GRADUS_ERROR, GRADUS_ERROR_SPEC,
                   _ ("a picture cannot be %g × %g pixels; each side can be %g to %g"), width,
                   height, least, most);
      return FALSE;
    }
  if (format != GRADUS_FORMAT_PNG)
    return TRUE;
  double columns = round (width * scale), rows = round (height * scale);
  if (!(scale > 0) || !isfinite (scale))
    {
      g_set_error (error, GRADUS_ERROR, GRADUS_ERROR_SPEC,
                   _ ("a picture cannot have the scale %g; it must be above 0, such as 1 or 2"),
                   scale);
      return FALSE;
    }
  if (!(columns >= least && columns <= most && rows >= least && rows <= most
        && columns * rows <= GRADUS_MAX_EXPORT_PIXELS))
    {
      g_set_error (
          error, GRADUS_ERROR, GRADUS_ERROR_SPEC,
          _ ("a picture of %g × %g pixels at scale %g would have %g × %g; each side can be "
             "%g to %g, and all together %g million"),
          width, height, scale, columns, rows, least, most, GRADUS_MAX_EXPORT_PIXELS / 1e6);
      return FALSE;
    }
  return TRUE;
}

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  GByteArray *bytes = closure;

  if (bytes->len > G_MAXUINT / 2 - length)
    return CAIRO_STATUS_WRITE_ERROR;
  g_byte_array_append (bytes, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
new_surface (const GradusExportNotes *notes, GradusFormat format, double width, double height,
             double scale, GByteArray *bytes)
{
  cairo_surface_t *surface;
  g_autofree char *sealed = NULL;

  switch (format)
    {
    case GRADUS_FORMAT_SVG:
      surface = cairo_svg_surface_create_for_stream (append_cb, bytes, width, height);
      cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
      return surface;
    case GRADUS_FORMAT_PDF:
      surface = cairo_pdf_surface_create_for_stream (append_cb, bytes, width * POINTS_A_PIXEL,
                                                     height * POINTS_A_PIXEL);
      /* The oldest that has transparency: every Cairo writes it alike, and everybody reads it. */
      cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
      cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, TIMELESS);
      cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR,
                                      "Gradus " GRADUS_VERSION);
      if (notes->imprint != NULL)
        {
          sealed = gradus_imprint_seal (notes->imprint);
          cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_KEYWORDS, sealed);
        }
      return surface;
    case GRADUS_FORMAT_PNG:
    case GRADUS_N_FORMATS:
    default:
      return cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) round (width * scale),
                                         (int) round (height * scale));
    }
}

/* The figure's own examples image was made for a screen; here they are drawn anew. */
static cairo_status_t
draw_on (cairo_surface_t *surface, const GradusFigure *figure, const char *words, double width,
         double height, double k, gboolean is_image)
{
  GradusFigure own = *figure;
  double below = words != NULL ? gradus_recipe_line_height (figure, words, width, height) : 0;
  gboolean many = figure->scene != NULL
                  && figure->scene->training->m
                             + (figure->scene->held_out != NULL ? figure->scene->held_out->m : 0)
                         >= GRADUS_MANY_EXAMPLES;

  own.examples = NULL;
  height -= below;
  if (many && is_image)
    own.examples = gradus_figure_prepare_examples (figure, width, height, k);
  cairo_t *cr = cairo_create (surface);
  cairo_scale (cr, k, k);
  gradus_figure_draw (&own, cr, width, height);
  if (words != NULL)
    gradus_recipe_line_draw (&own, words, cr, &(GradusRect){ 0, height, width, below });
  cairo_status_t status = cairo_status (cr);
  cairo_destroy (cr);
  g_clear_pointer (&own.examples, cairo_surface_destroy);
  return status;
}

/* What the surface has become, and what the drawing holds beside. Takes bytes. Returns: (transfer
 * full), or NULL where there is no memory. */
static GByteArray *
finish (cairo_surface_t *surface, const GradusExportNotes *notes, GradusFormat format,
        GByteArray *bytes)
{
  if (format == GRADUS_FORMAT_PNG)
    {
      g_byte_array_unref (bytes);
      return gradus_png_encode (surface, notes->imprint);
    }
  cairo_surface_finish (surface);
  if (cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS)
    g_clear_pointer (&bytes, g_byte_array_unref);
  else if (format == GRADUS_FORMAT_SVG)
    bytes = gradus_svg_number_ids (bytes);
  if (bytes != NULL && format == GRADUS_FORMAT_SVG && notes->imprint != NULL)
    bytes = gradus_imprint_put_into_svg (bytes, notes->imprint);
  return bytes;
}

static void
fail (cairo_status_t status, GError **error)
{
  g_set_error (error, GRADUS_ERROR, GRADUS_ERROR_FILE, _ ("the picture cannot be made: %s"),
               cairo_status_to_string (status));
}

cairo_surface_t *
gradus_export_image (const GradusFigure *figure, const char *words, int columns, int rows,
                     double scale, GError **error)
{
  g_return_val_if_fail (figure != NULL, NULL);

  if (!check_size (GRADUS_FORMAT_PNG, columns / scale, rows / scale, scale, error))
    return NULL;
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, columns, rows);
  cairo_status_t status = cairo_surface_status (image);
  if (status == CAIRO_STATUS_SUCCESS)
    status = draw_on (image, figure, words, columns / scale, rows / scale, scale, TRUE);
  if (status == CAIRO_STATUS_SUCCESS)
    return image;
  fail (status, error);
  cairo_surface_destroy (image);
  return NULL;
}

GByteArray *
gradus_export_render (const GradusFigure *figure, const GradusExportNotes *notes,
                      GradusFormat format, double width, double height, double scale,
                      GError **error)
{
  const GradusExportNotes nothing = { NULL, NULL };

  g_return_val_if_fail (figure != NULL, NULL);
  g_return_val_if_fail ((int) format >= 0 && format < GRADUS_N_FORMATS, NULL);

  if (!check_size (format, width, height, scale, error))
    return NULL;
  if (notes == NULL)
    notes = &nothing;
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = new_surface (notes, format, width, height, scale, bytes);
  cairo_status_t status = cairo_surface_status (surface);
  double k = format == GRADUS_FORMAT_PNG ? scale : format == GRADUS_FORMAT_PDF ? POINTS_A_PIXEL : 1;

  if (status == CAIRO_STATUS_SUCCESS)
    status = draw_on (surface, figure, notes->words, width, height, k, format == GRADUS_FORMAT_PNG);
  if (status == CAIRO_STATUS_SUCCESS)
    bytes = finish (surface, notes, format, bytes);
  else
    {
      cairo_surface_finish (surface); /* which may write into bytes once more */
      g_clear_pointer (&bytes, g_byte_array_unref);
    }
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS && bytes == NULL)
    status = CAIRO_STATUS_NO_MEMORY;
  if (bytes == NULL)
    fail (status, error);
  return bytes;
}

gboolean
gradus_export_write (const GradusFigure *figure, const GradusExportNotes *notes,
                     GradusFormat format, const char *path, double width, double height,
                     double scale, GError **error)
{
  g_return_val_if_fail (path != NULL, FALSE);

  GByteArray *bytes = gradus_export_render (figure, notes, format, width, height, scale, error);
  if (bytes == NULL)
    return FALSE;
  gboolean ok = gradus_file_write (path, bytes->data, bytes->len, error);
  g_byte_array_unref (bytes);
  return ok;
}
