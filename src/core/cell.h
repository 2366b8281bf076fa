/* Numbers and words in the files that scripts read. */
#pragma once

#include <glib.h>
#include <string.h>

/* 17 significant digits read back as the same double; the C locale's point. */
static inline void
gradus_cell_append_number (GString *text, double number)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (text, g_ascii_formatd (digits, sizeof digits, "%.17g", number));
}

/* A word of a table with commas between its cells. */
static inline void
gradus_cell_append_word (GString *text, const char *word)
{
  if (strpbrk (word, ",\"\n") != NULL)
    g_string_append_printf (text, "\"%s\"", word);
  else
    g_string_append (text, word);
}
