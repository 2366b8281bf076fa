/* The experiment that a picture carries, so that its run can be had again from the picture. */
#include "plot/imprint.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/file.h"
#include "core/spec-fields.h"
#include "core/spec-text.h"
#include "plot/export.h"
#include "plot/imprint-kinds.h"

GradusImprint *
gradus_imprint_new (const GradusSpec *spec, gint64 epoch, const char *path)
{
  GradusImprint *self = g_new0 (GradusImprint, 1);

  self->text = gradus_spec_to_text (spec, path);
  self->epoch = epoch;
  return self;
}

void
gradus_imprint_free (GradusImprint *self)
{
  if (self == NULL)
    return;
  g_free (self->text);
  g_free (self);
}

gboolean
gradus_imprint_is_picture (const char *path)
{
  return gradus_format_from_path (path) >= 0;
}

GradusImprint *
gradus_imprint_take (const char *text, const char *epoch)
{
  gint64 most = (gint64) gradus_spec_field_find ("epochs")->max, number = 0;

  if (text == NULL || epoch == NULL
      || !g_ascii_string_to_signed (epoch, 10, 0, most, &number, NULL))
    return NULL;
  GradusImprint *self = g_new0 (GradusImprint, 1);
  self->text = g_strdup (text);
  self->epoch = number;
  return self;
}

GradusImprint *
gradus_imprint_find (const char *bytes, gsize length)
{
  if (length >= 4 && memcmp (bytes, "\x89PNG", 4) == 0)
    return gradus_imprint_find_in_png (bytes, length);
  if (length >= 4 && memcmp (bytes, "%PDF", 4) == 0)
    return gradus_imprint_find_in_pdf (bytes, length);
  return gradus_imprint_find_in_svg (bytes, length);
}

GradusImprint *
gradus_imprint_read (const char *path, GError **error)
{
  g_autofree char *bytes = NULL;
  gsize length = 0;
  GradusImprint *self;

  g_return_val_if_fail (path != NULL, NULL);

  if (!gradus_file_read (path, &bytes, &length, error))
    return NULL;
  self = gradus_imprint_find (bytes, length);
  if (self == NULL)
    gradus_file_fail (
        error, path,
        _ ("there is no experiment in this picture; one that Gradus exported is right"));
  return self;
}

static gboolean
check_table (const GradusSpec *spec, const char *path, GError **error)
{
  g_autofree char *table = NULL;

  if (spec->source != GRADUS_SOURCE_FILE || g_file_test (spec->file, G_FILE_TEST_EXISTS))
    return TRUE;
  table = g_filename_display_name (spec->file);
  return gradus_file_fail (
      error, path,
      _ ("the examples of this picture are in “%s”, which is not there; the table in its place is "
         "right"),
      table);
}

gboolean
gradus_imprint_load (GradusSpec *spec, gint64 *epoch, const char *path, GError **error)
{
  g_autoptr (GradusImprint) imprint = NULL;
  g_autofree GradusSpec *read = g_new (GradusSpec, 1);

  g_return_val_if_fail (spec != NULL && epoch != NULL, FALSE);

  imprint = gradus_imprint_read (path, error);
  if (imprint == NULL
      || !gradus_spec_from_text (read, imprint->text, strlen (imprint->text), path, error)
      || !check_table (read, path, error))
    return FALSE;
  if (read->epochs >= 0)
    read->epochs = MAX (read->epochs, imprint->epoch);
  *spec = *read;
  *epoch = imprint->epoch;
  return TRUE;
}
