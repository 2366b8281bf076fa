/* A PDF's imprint, sealed into the keywords of its document information.
 *
 * Cairo writes that information as it is, neither compressed nor encoded as long as it is ASCII:
 * so it is found by looking for it, which takes no library that knows all of PDF. A checksum tells
 * it from what only looks like it, and from what another program has changed. */
#include <string.h>

#include "plot/imprint-kinds.h"

#define MARK "gradus-experiment;1;"
/* Digits of the checksum that are written. */
#define DIGITS 16
/* Beside letters, digits and "-._~"; what means something in a PDF, or parts its
 * keywords, is not among them. */
#define PLAIN "=:;+[]/@!$*"

/* Of "epoch;escaped text". (transfer full) */
static char *
checksum (const char *content)
{
  char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, content, -1);

  sum[DIGITS] = '\0';
  return sum;
}

char *
gradus_imprint_seal (const GradusImprint *imprint)
{
  g_autofree char *escaped = g_uri_escape_string (imprint->text, PLAIN, FALSE);
  g_autofree char *content = g_strdup_printf ("%" G_GINT64_FORMAT ";%s", imprint->epoch, escaped);
  g_autofree char *sum = checksum (content);

  return g_strconcat (MARK, sum, ";", content, NULL);
}

static gboolean
is_sealed (char c)
{
  return g_ascii_isalnum (c) || c == '%' || (c != '\0' && strchr ("-._~" PLAIN, c) != NULL);
}

/* What begins behind a mark. Returns: (transfer full), NULL where it is broken. */
static GradusImprint *
unseal (const char *text, const char *end)
{
  gsize length = 0;

  while (text + length < end && is_sealed (text[length]))
    length++;
  if (length < DIGITS + 1 || text[DIGITS] != ';')
    return NULL;
  g_autofree char *content = g_strndup (text + DIGITS + 1, length - DIGITS - 1);
  g_autofree char *sum = checksum (content);
  char *separator = strchr (content, ';');
  if (strncmp (sum, text, DIGITS) != 0 || separator == NULL)
    return NULL;
  *separator = '\0';
  g_autofree char *unescaped = g_uri_unescape_string (separator + 1, NULL);
  return gradus_imprint_take (unescaped, content);
}

GradusImprint *
gradus_imprint_find_in_pdf (const char *bytes, gsize length)
{
  GradusImprint *found = NULL;
  const char *end = bytes + length;

  for (const char *c = bytes;
       found == NULL && c < end && (c = memchr (c, MARK[0], (gsize) (end - c))) != NULL; c++)
    if ((gsize) (end - c) > strlen (MARK) && memcmp (c, MARK, strlen (MARK)) == 0)
      found = unseal (c + strlen (MARK), end);
  return found;
}
