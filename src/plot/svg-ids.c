/* The names inside of an SVG file, numbered anew. */
#include "plot/svg-ids.h"

#include <string.h>

typedef struct
{
  GHashTable *numbers; /* old name: new name */
  GHashTable *counts;  /* letters of a name: how many there are */
} Ids;

/* The new name of an old one such as "image17" or "glyph0-12". (transfer none) */
static const char *
rename_id (Ids *self, const char *old)
{
  const char *found = g_hash_table_lookup (self->numbers, old);

  if (found != NULL)
    return found;
  char *letters = g_strndup (old, strcspn (old, "0123456789"));
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, letters));
  char *name = g_strdup_printf ("%s%u", letters, n);
  g_hash_table_insert (self->counts, letters, GUINT_TO_POINTER (n + 1));
  g_hash_table_insert (self->numbers, g_strdup (old), name);
  return name;
}

/* Where the next name begins: after id=" or after the # of a reference. NULL at the end. */
static const char *
find_id (const char *text)
{
  for (const char *at = text + 1; *at != '\0'; at++)
    if (*at == '#' && (at[-1] == '"' || at[-1] == '('))
      return at + 1;
    else if (*at == 'i' && at[-1] == ' ' && strncmp (at, "id=\"", 4) == 0)
      return at + 4;
  return NULL;
}

GByteArray *
gradus_svg_number_ids (GByteArray *svg)
{
  Ids ids = { g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
              g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) };
  GByteArray *renamed = g_byte_array_sized_new (svg->len);
  const guint8 nul = 0;

  g_byte_array_append (svg, &nul, 1);
  const char *text = (const char *) svg->data, *id;
  while (*text != '\0' && (id = find_id (text)) != NULL)
    {
      g_autofree char *old = g_strndup (id, strcspn (id, "\")"));
      const char *name = rename_id (&ids, old);
      g_byte_array_append (renamed, (const guint8 *) text, (guint) (id - text));
      g_byte_array_append (renamed, (const guint8 *) name, (guint) strlen (name));
      text = id + strlen (old);
    }
  g_byte_array_append (renamed, (const guint8 *) text, (guint) strlen (text));
  g_byte_array_unref (svg);
  g_hash_table_unref (ids.numbers);
  g_hash_table_unref (ids.counts);
  return renamed;
}
