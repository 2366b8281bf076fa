/* A text of groups and keys while it is read: an experiment, a lesson, a table. */
#pragma once

#include <glib.h>

typedef struct
{
  GKeyFile *keys;
  char **lines;     /* NULL-terminated, for the numbers in messages */
  const char *name; /* of the file, borrowed */
} GradusKeyText;

/* Takes the bytes apart. hint says what such a file is made of ("groups such as [data] with …"),
 * where GKeyFile alone finds a fault. Returns: FALSE with a GRADUS_ERROR_DATA that names the line:
 * too many bytes, no UTF-8, a NUL byte, a line that is none of such a file. self is to be cleared
 * in any case. */
gboolean gradus_key_text_read (GradusKeyText *self, const char *text, gsize length,
                               const char *name, const char *hint, GError **error);
void gradus_key_text_clear (GradusKeyText *self);

/* Whether each group, and each key in it, is there once. Returns: FALSE with an error that names
 * both lines. */
gboolean gradus_key_text_check_once (const GradusKeyText *self, GError **error);

/* Sets a GRADUS_ERROR_DATA: "name:line: [group] key: what is wrong"; key may be NULL.
 * Returns: FALSE. */
gboolean gradus_key_text_fail (const GradusKeyText *self, const char *group, const char *key,
                               GError **error, const char *format, ...) G_GNUC_PRINTF (5, 6);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GradusKeyText, gradus_key_text_clear)
