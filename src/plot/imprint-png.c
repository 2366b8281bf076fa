/* A PNG file with its imprint as two of the texts that such a file may hold. */
#include <png.h>
#include <string.h>

#include "plot/imprint-kinds.h"

#define EXPERIMENT "Gradus experiment"
#define EPOCH "Gradus epoch"
/* Memory for one chunk that is no image; an experiment takes far less. */
#define MOST_BYTES (4 * 1024 * 1024)

static void
fail_cb (png_structp png, png_const_charp message)
{
  png_longjmp (png, 1);
}

/* The library would say it on standard error. */
static void
warn_cb (png_structp png, png_const_charp message)
{
}

static void
write_cb (png_structp png, png_bytep data, gsize length)
{
  GByteArray *bytes = png_get_io_ptr (png);

  if (length > G_MAXUINT / 2 - bytes->len)
    png_error (png, "too large");
  g_byte_array_append (bytes, data, (guint) length);
}

static void
flush_cb (png_structp png)
{
}

/* Not compressed, so that any tool shows it; in a chunk for UTF-8 only where that is needed, since
 * some programs keep the plain ones alone. */
static void
add_texts (png_structp png, png_infop info, const GradusImprint *imprint)
{
  char epoch[24], software[] = "Gradus " GRADUS_VERSION;
  png_text texts[] = {
    { .compression = PNG_TEXT_COMPRESSION_NONE, .key = (char *) "Software", .text = software },
    { .compression = PNG_TEXT_COMPRESSION_NONE, .key = (char *) EPOCH, .text = epoch },
    { .compression = PNG_ITXT_COMPRESSION_NONE, .key = (char *) EXPERIMENT },
  };

  if (imprint == NULL)
    {
      png_set_text (png, info, texts, 1);
      return;
    }
  g_snprintf (epoch, sizeof epoch, "%" G_GINT64_FORMAT, imprint->epoch);
  texts[2].text = imprint->text;
  if (g_str_is_ascii (imprint->text))
    texts[2].compression = PNG_TEXT_COMPRESSION_NONE;
  png_set_text (png, info, texts, G_N_ELEMENTS (texts));
}

/* One row of 32-bit pixels into three bytes each. */
static void
pack_row (const guint32 *pixels, guint8 *row, int width)
{
  for (int x = 0; x < width; x++, row += 3)
    {
      row[0] = (guint8) (pixels[x] >> 16);
      row[1] = (guint8) (pixels[x] >> 8);
      row[2] = (guint8) pixels[x];
    }
}

/* Returns: FALSE where the library gave up. Keeps nothing that a jump out of it would lose. */
static gboolean
write_image (png_structp png, png_infop info, cairo_surface_t *image, guint8 *row,
             const GradusImprint *imprint)
{
  const guint8 *pixels = cairo_image_surface_get_data (image);
  int width = cairo_image_surface_get_width (image),
      height = cairo_image_surface_get_height (image);
  gsize stride = (gsize) cairo_image_surface_get_stride (image);

  if (setjmp (png_jmpbuf (png)) != 0)
    return FALSE;
  png_set_IHDR (png, info, (guint32) width, (guint32) height, 8, PNG_COLOR_TYPE_RGB,
                PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  add_texts (png, info, imprint);
  png_write_info (png, info);
  for (int y = 0; y < height; y++)
    {
      pack_row ((const guint32 *) (gconstpointer) (pixels + (gsize) y * stride), row, width);
      png_write_row (png, row);
    }
  png_write_end (png, info);
  return TRUE;
}

GByteArray *
gradus_png_encode (cairo_surface_t *image, const GradusImprint *imprint)
{
  GByteArray *bytes = g_byte_array_new ();
  g_autofree guint8 *row = g_malloc ((gsize) cairo_image_surface_get_width (image) * 3);
  png_structp png = png_create_write_struct (PNG_LIBPNG_VER_STRING, NULL, fail_cb, warn_cb);
  png_infop info = png != NULL ? png_create_info_struct (png) : NULL;
  gboolean ok = FALSE;

  cairo_surface_flush (image);
  if (info != NULL)
    {
      png_set_write_fn (png, bytes, write_cb, flush_cb);
      ok = write_image (png, info, image, row, imprint);
    }
  png_destroy_write_struct (&png, &info);
  if (!ok)
    g_clear_pointer (&bytes, g_byte_array_unref);
  return bytes;
}

typedef struct
{
  const char *bytes;
  gsize length;
} Rest;

static void
read_cb (png_structp png, png_bytep data, gsize length)
{
  Rest *rest = png_get_io_ptr (png);

  if (length > rest->length)
    png_error (png, "truncated");
  memcpy (data, rest->bytes, length);
  rest->bytes += length;
  rest->length -= length;
}

static GradusImprint *
find_texts (png_structp png, png_infop info)
{
  const char *text = NULL, *epoch = NULL;
  png_textp texts = NULL;
  int n = 0;

  png_get_text (png, info, &texts, &n);
  for (int i = 0; i < n; i++)
    if (strcmp (texts[i].key, EXPERIMENT) == 0)
      text = texts[i].text;
    else if (strcmp (texts[i].key, EPOCH) == 0)
      epoch = texts[i].text;
  return gradus_imprint_take (text, epoch);
}

/* Other programs move the texts behind the image, which is passed over. Where the file is broken
 * off there, what stood before it counts. */
static void
read_texts (png_structp png, png_infop info)
{
  if (setjmp (png_jmpbuf (png)) != 0)
    return;
  png_read_info (png, info);
  png_read_end (png, info);
}

GradusImprint *
gradus_imprint_find_in_png (const char *bytes, gsize length)
{
  Rest rest = { bytes, length };
  png_structp png = png_create_read_struct (PNG_LIBPNG_VER_STRING, NULL, fail_cb, warn_cb);
  png_infop info = png != NULL ? png_create_info_struct (png) : NULL;
  GradusImprint *found = NULL;

  if (info != NULL)
    {
      png_set_read_fn (png, &rest, read_cb);
      png_set_chunk_malloc_max (png, MOST_BYTES);
      read_texts (png, info);
      found = find_texts (png, info);
    }
  png_destroy_read_struct (&png, &info, NULL);
  return found;
}
