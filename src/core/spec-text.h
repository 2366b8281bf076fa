/* The experiment file: a spec as GKeyFile text and back. */
#pragma once

#include "core/spec-fields.h"

/* Reads an experiment from text. name is used in messages; a relative file= is taken relative to
 * the folder of name. Missing keys have their defaults; an unknown group or key or a value out of
 * range is an error that names file, line or group, key and range.
 * Returns: FALSE with GRADUS_ERROR_DATA or _SPEC, spec unchanged. */
gboolean gradus_spec_from_text (GradusSpec *spec, const char *text, gsize length, const char *name,
                                GError **error);

/* The experiment as text. name is where it will be written: file= is made relative to its folder;
 * NULL leaves it as it is. Returns: (transfer full). */
char *gradus_spec_to_text (const GradusSpec *spec, const char *name);

/* Reads the experiment file at path, or writes it whole. */
gboolean gradus_spec_load (GradusSpec *spec, const char *path, GError **error);
gboolean gradus_spec_save (const GradusSpec *spec, const char *path, GError **error);

/* What a file that is made like an experiment says of the field in the group; a relative file= is
 * taken relative to the folder of name. Returns: (transfer full), NULL where the file leaves it
 * out, or with an error. */
char *gradus_spec_text_value (GKeyFile *key_file, const char *group, const GradusSpecField *field,
                              const char *name, GError **error);
