/* The experiment that a picture carries, so that its run can be had again from the picture. */
#pragma once

#include "core/spec.h"

typedef struct
{
  char *text;   /* the experiment as in its file, a table's name as seen from the picture */
  gint64 epoch; /* that the picture shows */
} GradusImprint;

/* spec is the experiment as it was run, path where the picture will be; NULL: not known. Returns:
 * (transfer full). */
GradusImprint *gradus_imprint_new (const GradusSpec *spec, gint64 epoch, const char *path);
void gradus_imprint_free (GradusImprint *self);

/* Whether the name is a picture's: .png, .svg or .pdf, any case. */
gboolean gradus_imprint_is_picture (const char *path);

/* What the picture at path carries, whatever of the three its name says it is. Returns: (transfer
 * full), or NULL with GRADUS_ERROR_FILE or _DATA. */
GradusImprint *gradus_imprint_read (const char *path, GError **error);

/* The same as a spec, whose epochs reach to the one that is shown, and with a table that is there.
 * Returns: FALSE with GRADUS_ERROR_FILE, _DATA or _SPEC, spec unchanged. */
gboolean gradus_imprint_load (GradusSpec *spec, gint64 *epoch, const char *path, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GradusImprint, gradus_imprint_free)
