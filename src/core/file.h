/* Files read whole, and written whole or not at all. */
#pragma once

#include <glib.h>

#define GRADUS_MAX_FILE_BYTES (G_GUINT64_CONSTANT (1) << 30)

/* Reads a regular file of at most GRADUS_MAX_FILE_BYTES; size and kind are checked before memory is
 * taken. *bytes is (transfer full), NUL-terminated beyond length.
 * Returns: FALSE with GRADUS_ERROR_FILE, a message like "points.csv: this is a folder; …". */
gboolean gradus_file_read (const char *path, char **bytes, gsize *length, GError **error);

/* Writes to a temporary file beside path, flushes it to disk and renames it, so that path holds the
 * old or the new bytes whole. A link is followed; an existing file keeps its mode; a device
 * (/dev/stdout, /dev/full) is written straight. Returns: FALSE with GRADUS_ERROR_FILE. */
gboolean gradus_file_write (const char *path, const void *bytes, gsize length, GError **error);

/* Sets a GRADUS_ERROR_FILE: "path: what is wrong". Returns: FALSE. */
gboolean gradus_file_fail (GError **error, const char *path, const char *format, ...)
    G_GNUC_PRINTF (3, 4);
