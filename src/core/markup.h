/* Light markup, as teachers write it: *bold*, _italic_ and `code`. */
#pragma once

#include <glib.h>

typedef enum
{
  GRADUS_MARKUP_BOLD = 1 << 0,
  GRADUS_MARKUP_ITALIC = 1 << 1,
  GRADUS_MARKUP_CODE = 1 << 2,
} GradusMarkupStyle;

/* Words of one style. */
typedef struct
{
  char *text;
  guint style; /* GradusMarkupStyle */
} GradusMarkupSpan;

/* A sign opens where a word begins right behind it and it stands at the start of a word itself, and
 * closes the other way round: "2 * 3", "n_h" and a sign that is never closed stand for themselves.
 * Within `code` nothing else counts. Returns: (transfer full) of GradusMarkupSpan. */
GArray *gradus_markup_read (const char *text);
