/* An SVG file with its imprint as an element of our own namespace, within <metadata>. */
#include <string.h>

#include "plot/imprint-kinds.h"

#define NAMESPACE "urn:org.gradus.Gradus:experiment"

/* The one thing that XML cannot say, not even with an escape. */
static gboolean
has_control (const char *text)
{
  for (; *text != '\0'; text++)
    if (g_ascii_iscntrl (*text) && *text != '\n' && *text != '\t')
      return TRUE;
  return FALSE;
}

GByteArray *
gradus_imprint_put_into_svg (GByteArray *svg, const GradusImprint *imprint)
{
  const char *root = g_strstr_len ((const char *) svg->data, (gssize) svg->len, "<svg");
  const char *end = root != NULL
                        ? memchr (root, '>', svg->len - (guint) ((const guint8 *) root - svg->data))
                        : NULL;

  if (end == NULL)
    return svg;
  guint before = (guint) ((const guint8 *) end + 1 - svg->data);
  g_autofree char *sealed = has_control (imprint->text) ? gradus_imprint_seal (imprint) : NULL;
  g_autofree char *metadata = g_markup_printf_escaped (
      "\n<metadata>\n<gradus:experiment xmlns:gradus=\"" NAMESPACE "\" epoch=\"%" G_GINT64_FORMAT
      "\">%s</gradus:experiment>\n</metadata>",
      imprint->epoch, sealed != NULL ? sealed : imprint->text);
  GByteArray *whole = g_byte_array_sized_new (svg->len + (guint) strlen (metadata));
  g_byte_array_append (whole, svg->data, before);
  g_byte_array_append (whole, (const guint8 *) metadata, (guint) strlen (metadata));
  g_byte_array_append (whole, svg->data + before, svg->len - before);
  g_byte_array_unref (svg);
  return whole;
}

typedef struct
{
  char *name;  /* of the element, with the prefix that the namespace has in this file; or NULL */
  char *epoch; /* once it was seen */
  GString *text;
  gboolean is_within, is_over;
} Search;

/* Programs that edit a drawing may rename the prefix, and declare it elsewhere. */
static void
learn_name (Search *self, const char **names, const char **values)
{
  for (int i = 0; names[i] != NULL; i++)
    {
      if (strcmp (values[i], NAMESPACE) != 0 || !g_str_has_prefix (names[i], "xmlns"))
        continue;
      g_free (self->name);
      self->name = names[i][5] == ':' ? g_strconcat (names[i] + 6, ":experiment", NULL)
                                      : g_strdup ("experiment");
    }
}

static void
begin_cb (GMarkupParseContext *context, const char *element, const char **names,
          const char **values, gpointer data, GError **error)
{
  Search *self = data;

  learn_name (self, names, values);
  if (self->is_over || self->name == NULL || strcmp (element, self->name) != 0)
    return;
  self->is_within = TRUE;
  for (int i = 0; names[i] != NULL; i++)
    if (strcmp (names[i], "epoch") == 0)
      {
        g_free (self->epoch);
        self->epoch = g_strdup (values[i]);
      }
}

static void
end_cb (GMarkupParseContext *context, const char *element, gpointer data, GError **error)
{
  Search *self = data;

  if (!self->is_within)
    return;
  self->is_within = FALSE;
  self->is_over = TRUE;
}

static void
text_cb (GMarkupParseContext *context, const char *text, gsize length, gpointer data,
         GError **error)
{
  Search *self = data;

  if (self->is_within)
    g_string_append_len (self->text, text, (gssize) length);
}

GradusImprint *
gradus_imprint_find_in_svg (const char *bytes, gsize length)
{
  static const GMarkupParser parser = { .start_element = begin_cb,
                                        .end_element = end_cb,
                                        .text = text_cb };
  Search search = { .text = g_string_new (NULL) };
  GMarkupParseContext *context =
      g_markup_parse_context_new (&parser, G_MARKUP_TREAT_CDATA_AS_TEXT, &search, NULL);
  GradusImprint *found = NULL;
  /* What follows the imprint, which is most of the file, need not be read. */
  const gsize step = 4096;

  for (gsize at = 0; at < length && !search.is_over; at += step)
    if (!g_markup_parse_context_parse (context, bytes + at, (gssize) MIN (step, length - at), NULL))
      break;
  if (search.is_over)
    found = gradus_imprint_find_in_pdf (search.text->str, search.text->len);
  if (search.is_over && found == NULL)
    found = gradus_imprint_take (search.text->str, search.epoch);
  g_markup_parse_context_free (context);
  g_string_free (search.text, TRUE);
  g_free (search.name);
  g_free (search.epoch);
  return found;
}
