/* Files: read whole, written whole or not at all, and every fault told in a sentence. */
#define _GNU_SOURCE /* unshare */
#include "core/file.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sched.h>
#include <signal.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/error.h"

#define OLD "the old bytes\n"

/* A folder of its own for each test, removed with what is in it. */
typedef struct
{
  char *folder;
  char *path; /* in the folder; not made yet */
} Place;

static void
set_up (Place *self, const void *data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("gradus-test-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "points.csv", NULL);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
tear_down (Place *self, const void *data)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->folder);
  g_free (self->path);
}

static void
assert_holds (const char *path, const char *bytes, gsize length)
{
  g_autofree char *read = NULL;
  gsize n = 0;
  g_autoptr (GError) error = NULL;

  gradus_file_read (path, &read, &n, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (read, n, bytes, length);
  g_assert_cmpint (read[n], ==, '\0');
}

static void
assert_written (const char *path, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (gradus_file_write (path, text, strlen (text), &error));
  g_assert_no_error (error);
}

/* words are a piece of the message, which starts with the path. */
static void
assert_not_written (const char *path, const char *bytes, gsize length, const char *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (gradus_file_write (path, bytes, length, &error));
  g_assert_error (error, GRADUS_ERROR, GRADUS_ERROR_FILE);
  g_assert_true (g_str_has_prefix (error->message, path));
  g_assert_nonnull (strstr (error->message, words));
}

static void
assert_not_read (const char *path, const char *words)
{
  g_autofree char *bytes = NULL;
  gsize length = 0;
  g_autoptr (GError) error = NULL;

  g_assert_false (gradus_file_read (path, &bytes, &length, &error));
  g_assert_error (error, GRADUS_ERROR, GRADUS_ERROR_FILE);
  g_assert_true (g_str_has_prefix (error->message, path));
  g_assert_nonnull (strstr (error->message, words));
  g_assert_null (bytes);
}

static void
test_round_trip (Place *self, const void *data)
{
  const char bytes[] = "a\0b\r\n\xff";

  g_assert_true (gradus_file_write (self->path, bytes, sizeof bytes, NULL));
  assert_holds (self->path, bytes, sizeof bytes);
  assert_written (self->path, "");
  assert_holds (self->path, "", 0);
  g_assert_cmpuint (count_files (self->folder), ==, 1);
}

static void
test_unreadable (Place *self, const void *data)
{
  assert_not_read (self->path, "there is no such file");
  assert_not_read (self->folder, "this is a folder");
  assert_not_read ("/dev/zero", "this is a device or a pipe");
  g_assert_cmpint (mkfifo (self->path, 0600), ==, 0);
  assert_not_read (self->path, "this is a device or a pipe");
}

/* A file with a hole: 1 GiB and a byte by its size, nothing on the disk. */
static void
test_too_large (Place *self, const void *data)
{
  g_assert_true (g_file_set_contents (self->path, "", 0, NULL));
  g_assert_cmpint (truncate (self->path, (off_t) GRADUS_MAX_FILE_BYTES + 1), ==, 0);
  assert_not_read (self->path, "too large");
}

static void
test_mode (Place *self, const void *data)
{
  struct stat status;

  assert_written (self->path, OLD);
  g_assert_cmpint (g_chmod (self->path, 0646), ==, 0);
  assert_written (self->path, "new");
  g_assert_cmpint (g_stat (self->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0646);
}

static void
test_links (Place *self, const void *data)
{
  g_autofree char *link = g_build_filename (self->folder, "link", NULL);
  g_autofree char *again = g_build_filename (self->folder, "again", NULL);

  g_assert_cmpint (symlink ("points.csv", link), ==, 0);
  g_assert_cmpint (symlink (link, again), ==, 0);
  assert_written (again, "through two links, to nothing yet");
  assert_written (again, "new");
  assert_holds (self->path, "new", 3);
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_test (again, G_FILE_TEST_IS_SYMLINK));
  g_assert_cmpuint (count_files (self->folder), ==, 3);
}

static void
test_bad_targets (Place *self, const void *data)
{
  g_autofree char *missing = g_build_filename (self->folder, "none", "points.csv", NULL);
  g_autofree char *slash = g_strconcat (self->path, "/", NULL);
  g_autofree char *link = g_build_filename (self->folder, "loop", NULL);

  assert_not_written (missing, OLD, 3, "/none”; a folder that is there is right");
  assert_not_written (self->folder, OLD, 3, "this is a folder");
  assert_not_written (slash, OLD, 3, "not the name of a file");
  assert_not_written ("", OLD, 3, "not the name of a file");
  g_assert_cmpint (symlink ("loop", link), ==, 0);
  assert_not_written (link, OLD, 3, "cannot be written");
  g_assert_cmpuint (count_files (self->folder), ==, 1);
}

static void
test_protected (Place *self, const void *data)
{
  if (geteuid () == 0)
    {
      g_test_skip ("root may write everywhere");
      return;
    }
  assert_written (self->path, OLD);
  g_assert_cmpint (g_chmod (self->path, 0444), ==, 0);
  assert_not_written (self->path, "new", 3, "this file is read-only");
  g_assert_cmpint (g_chmod (self->path, 0644), ==, 0);
  g_assert_cmpint (g_chmod (self->folder, 0555), ==, 0);
  assert_not_written (self->path, "new", 3, "may not be written to");
  g_assert_cmpint (g_chmod (self->folder, 0755), ==, 0);
  assert_holds (self->path, OLD, strlen (OLD));
}

static void
test_devices (Place *self, const void *data)
{
  struct stat before, after;

  if (g_stat ("/dev/full", &before) != 0)
    {
      g_test_skip ("there is no /dev/full here");
      return;
    }
  assert_not_written ("/dev/full", OLD, 3, "no space left");
  g_assert_cmpint (g_stat ("/dev/full", &after), ==, 0);
  g_assert_true (S_ISCHR (after.st_mode) && after.st_ino == before.st_ino);
  assert_written ("/dev/null", OLD);
}

/* /dev/fd/N is what N is open on, and goes on from where that is. */
static void
test_descriptor (Place *self, const void *data)
{
  int fd = g_creat (self->path, 0600);
  g_autofree char *name = g_strdup_printf ("/dev/fd/%d", fd);

  assert_written (name, "one");
  assert_written (name, " two");
  g_assert_cmpint (close (fd), ==, 0);
  assert_holds (self->path, "one two", 7);
}

/* No file may grow past 4096 bytes here: writing stops in the middle. */
static void
test_stopped_halfway (Place *self, const void *data)
{
  struct rlimit old, small;
  g_autofree char *bytes = g_malloc0 (100000);

  assert_written (self->path, OLD);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &old), ==, 0);
  small = (struct rlimit){ .rlim_cur = 4096, .rlim_max = old.rlim_max };
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  assert_not_written (self->path, bytes, 100000, "cannot be written");
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &old), ==, 0);
  signal (SIGXFSZ, SIG_DFL);
  assert_holds (self->path, OLD, strlen (OLD));
  g_assert_cmpuint (count_files (self->folder), ==, 1);
}

/* A disk of 64 KiB that only this process sees. */
static void
test_full_disk (Place *self, const void *data)
{
  g_autofree char *bytes = g_malloc0 (200000);

  if (unshare (CLONE_NEWNS) != 0 || mount (NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0
      || mount ("tmpfs", self->folder, "tmpfs", 0, "size=64k") != 0)
    {
      g_test_skip ("mounting a small disk is not allowed here");
      return;
    }
  assert_written (self->path, OLD);
  assert_not_written (self->path, bytes, 200000, "no space left");
  assert_holds (self->path, OLD, strlen (OLD));
  g_assert_cmpuint (count_files (self->folder), ==, 1);

  g_assert_cmpint (mount (NULL, self->folder, NULL, MS_REMOUNT | MS_RDONLY, NULL), ==, 0);
  assert_not_written (self->path, "new", 3, "read-only");
  assert_holds (self->path, OLD, strlen (OLD));
  g_assert_cmpint (umount (self->folder), ==, 0);
}

static void
add (const char *claim, void (*test) (Place *self, const void *data))
{
  g_test_add (claim, Place, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/file/what-is-written-is-read", test_round_trip);
  add ("/file/what-is-no-file-is-not-read", test_unreadable);
  add ("/file/a-huge-file-is-refused-before-memory-is-taken", test_too_large);
  add ("/file/a-replaced-file-keeps-its-mode", test_mode);
  add ("/file/links-stay-links", test_links);
  add ("/file/what-cannot-be-a-target-is-refused", test_bad_targets);
  add ("/file/protected-files-and-folders-stay-as-they-are", test_protected);
  add ("/file/devices-are-written-and-never-replaced", test_devices);
  add ("/file/an-open-file-goes-on-from-where-it-is", test_descriptor);
  add ("/file/a-write-that-stops-halfway-leaves-the-old-file", test_stopped_halfway);
  add ("/file/a-full-disk-leaves-the-old-file", test_full_disk);
  return g_test_run ();
}
