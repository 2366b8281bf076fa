/* Files read whole into memory, and written whole or not at all. */
#include "core/file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/error.h"

/* As many links as Linux itself follows. */
#define MAX_LINKS 40

gboolean
gradus_file_fail (GError **error, const char *path, const char *format, ...)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *what = NULL;
  va_list args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (error, GRADUS_ERROR, GRADUS_ERROR_FILE, "%s: %s", name, what);
  return FALSE;
}

static gboolean
fail_read (GError **error, const char *path, int code)
{
  switch (code)
    {
    case ENOENT:
    case ENOTDIR:
      return gradus_file_fail (
          error, path, _ ("there is no such file; the name of a file that is there is right"));
    case EACCES:
    case EPERM:
      return gradus_file_fail (error, path,
                               _ ("this file may not be read; permission to read it is needed"));
    default:
      return gradus_file_fail (error, path, _ ("this file cannot be read (%s)"), g_strerror (code));
    }
}

static gboolean
check_readable (const char *path, const struct stat *status, GError **error)
{
  if (S_ISDIR (status->st_mode))
    return gradus_file_fail (error, path, _ ("this is a folder; a file is right"));
  if (!S_ISREG (status->st_mode))
    return gradus_file_fail (error, path,
                             _ ("this is a device or a pipe; an ordinary file is right"));
  if ((guint64) status->st_size > GRADUS_MAX_FILE_BYTES)
    return gradus_file_fail (error, path, _ ("this file is too large; up to %lu MiB are right"),
                             (gulong) (GRADUS_MAX_FILE_BYTES >> 20));
  return TRUE;
}

/* Reads until size bytes are there or the file ends. Returns: how many, or -1 with errno. */
static gssize
read_all (int fd, char *bytes, gsize size)
{
  gsize length = 0;

  while (length < size)
    {
      gssize n = read (fd, bytes + length, size - length);

      if (n == 0)
        break;
      if (n < 0 && errno != EINTR)
        return -1;
      if (n > 0)
        length += (gsize) n;
    }
  return (gssize) length;
}

static gboolean
read_open_file (int fd, const char *path, char **bytes, gsize *length, GError **error)
{
  struct stat status;
  g_autofree char *buffer = NULL;
  gssize n;

  if (fstat (fd, &status) != 0)
    return fail_read (error, path, errno);
  if (!check_readable (path, &status, error))
    return FALSE;
  buffer = g_try_malloc ((gsize) status.st_size + 1);
  if (buffer == NULL)
    return gradus_file_fail (error, path, _ ("there is not enough memory to read this file"));
  n = read_all (fd, buffer, (gsize) status.st_size);
  if (n < 0)
    return fail_read (error, path, errno);
  buffer[n] = '\0';
  *bytes = g_steal_pointer (&buffer);
  *length = (gsize) n;
  return TRUE;
}

gboolean
gradus_file_read (const char *path, char **bytes, gsize *length, GError **error)
{
  g_return_val_if_fail (path != NULL && bytes != NULL && length != NULL, FALSE);

  /* Without O_NONBLOCK opening a pipe that nobody writes to would wait for ever. */
  int fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY, 0);
  gboolean ok;

  if (fd < 0)
    return fail_read (error, path, errno);
  ok = read_open_file (fd, path, bytes, length, error);
  close (fd);
  return ok;
}

/* target is where path leads, links followed; code is an errno. */
static gboolean
fail_write (GError **error, const char *path, const char *target, int code)
{
  g_autofree char *folder = g_path_get_dirname (target);
  g_autofree char *folder_name = g_filename_display_name (folder);

  switch (code)
    {
    case ENOENT:
    case ENOTDIR:
      return gradus_file_fail (
          error, path, _ ("there is no folder “%s”; a folder that is there is right"), folder_name);
    case EACCES:
    case EPERM:
      return gradus_file_fail (
          error, path, _ ("the folder “%s” may not be written to; a folder of your own is right"),
          folder_name);
    case EROFS:
      return gradus_file_fail (error, path,
                               _ ("the disk of the folder “%s” is read-only; another is right"),
                               folder_name);
    case ENOSPC:
    case EDQUOT:
      return gradus_file_fail (
          error, path,
          _ ("there is no space left on the disk; free some, or choose another folder"));
    default:
      return gradus_file_fail (error, path, _ ("this file cannot be written (%s)"),
                               g_strerror (code));
    }
}

static gboolean
write_all (int fd, const char *bytes, gsize length)
{
  while (length > 0)
    {
      gssize n = write (fd, bytes, length);

      if (n < 0 && errno != EINTR)
        return FALSE;
      if (n > 0)
        {
          bytes += n;
          length -= (gsize) n;
        }
    }
  return TRUE;
}

/* The number of the open file that a path like /dev/stdout stands for, or -1. Opening such a path
 * again would start at the beginning of a file that standard output was sent to. */
static int
find_descriptor (const char *path)
{
  static const char *const folders[] = { "/dev/fd/", "/proc/self/fd/" };
  guint64 number;

  if (g_str_equal (path, "/dev/stdout"))
    return STDOUT_FILENO;
  if (g_str_equal (path, "/dev/stderr"))
    return STDERR_FILENO;
  for (gsize i = 0; i < G_N_ELEMENTS (folders); i++)
    if (g_str_has_prefix (path, folders[i])
        && g_ascii_string_to_unsigned (path + strlen (folders[i]), 10, 0, G_MAXINT, &number, NULL))
      return (int) number;
  return -1;
}

/* Into what is not an ordinary file: it is neither cut nor replaced. */
static gboolean
write_straight (const char *path, const char *bytes, gsize length, GError **error)
{
  int number = find_descriptor (path);
  int fd = number >= 0 ? dup (number) : g_open (path, O_WRONLY | O_CLOEXEC | O_NOCTTY, 0);
  int code = 0;

  if (fd < 0)
    code = errno;
  else if (!write_all (fd, bytes, length))
    code = errno;
  if (fd >= 0 && close (fd) != 0 && code == 0)
    code = errno;
  if (code == EACCES || code == EPERM)
    return gradus_file_fail (error, path,
                             _ ("this may not be written to; a file of your own is right"));
  return code == 0 || fail_write (error, path, path, code);
}

/* Where a chain of links ends, whether or not a file is there already. */
static char *
follow_links (const char *path)
{
  char *target = g_strdup (path);

  for (int i = 0; i < MAX_LINKS; i++)
    {
      g_autofree char *link = g_file_read_link (target, NULL);
      g_autofree char *folder = NULL;

      if (link == NULL)
        break;
      folder = g_path_get_dirname (target);
      g_free (target);
      target = g_path_is_absolute (link) ? g_steal_pointer (&link)
                                         : g_build_filename (folder, link, NULL);
    }
  return target;
}

/* Makes the new name itself outlive a power cut. A file system that cannot flush a folder is no
 * reason to fail: the bytes are flushed already. */
static void
flush_folder (const char *folder)
{
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd < 0)
    return;
  (void) fsync (fd);
  close (fd);
}

/* existing is the file that will be replaced, or NULL. Returns: 0, or what went wrong. */
static int
fill_temporary (int fd, const struct stat *existing, const char *bytes, gsize length)
{
  int code = 0;

  /* Past the umask; where a file system has no such modes the bytes matter more. */
  if (existing != NULL)
    (void) fchmod (fd, existing->st_mode & 07777);
  if (!write_all (fd, bytes, length))
    code = errno;
  else if (fsync (fd) != 0)
    code = errno;
  if (close (fd) != 0 && code == 0)
    code = errno;
  return code;
}

static gboolean
replace_file (const char *path, const char *target, const struct stat *existing, const char *bytes,
              gsize length, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (target);
  g_autofree char *temporary = g_build_filename (folder, ".gradus-XXXXXX", NULL);
  int fd = g_mkstemp_full (temporary, O_WRONLY | O_CLOEXEC,
                           existing != NULL ? (int) (existing->st_mode & 0777) : 0666);
  int code;

  if (fd < 0)
    return fail_write (error, path, target, errno);
  code = fill_temporary (fd, existing, bytes, length);
  if (code == 0 && g_rename (temporary, target) != 0)
    code = errno;
  if (code != 0)
    {
      g_unlink (temporary);
      return fail_write (error, path, target, code);
    }
  flush_folder (folder);
  return TRUE;
}

gboolean
gradus_file_write (const char *path, const void *bytes, gsize length, GError **error)
{
  g_return_val_if_fail (path != NULL && (bytes != NULL || length == 0), FALSE);

  g_autofree char *target = NULL;
  struct stat status;

  if (find_descriptor (path) >= 0)
    return write_straight (path, bytes, length, error);
  if (*path == '\0' || g_str_has_suffix (path, G_DIR_SEPARATOR_S))
    return gradus_file_fail (error, path,
                             _ ("this is not the name of a file; folder/name is right"));
  target = follow_links (path);
  if (g_stat (path, &status) != 0)
    return errno == ENOENT ? replace_file (path, target, NULL, bytes, length, error)
                           : fail_write (error, path, target, errno);
  if (S_ISDIR (status.st_mode))
    return gradus_file_fail (error, path, _ ("this is a folder; the name of a file is right"));
  if (!S_ISREG (status.st_mode))
    return write_straight (path, bytes, length, error);
  if (g_access (path, W_OK) != 0 && errno == EACCES)
    return gradus_file_fail (error, path, _ ("this file is read-only; another name is right"));
  return replace_file (path, target, &status, bytes, length, error);
}
