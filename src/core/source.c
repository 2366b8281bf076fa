/* Loads the examples that a spec names: makes them by recipe or reads them from its file. */
#include "core/source.h"

#include <string.h>

#include "core/file.h"
#include "core/recipes.h"
#include "core/spec-fields.h"
#include "core/table.h"

GradusDataset *
gradus_source_load (const GradusSpec *spec, GError **error)
{
  g_return_val_if_fail (spec != NULL, NULL);

  g_autofree char *bytes = NULL;
  g_autofree char *name = NULL;
  gsize length = 0;
  GradusTableColumns columns = { spec->x1, spec->x2, spec->label };

  if (spec->source != GRADUS_SOURCE_FILE)
    return gradus_recipe_make (spec);
  if (!gradus_file_read (spec->file, &bytes, &length, error))
    return NULL;
  name = g_filename_display_name (spec->file);
  return gradus_table_parse (bytes, length, name, &columns, error);
}

gboolean
gradus_source_is_same (const GradusSpec *spec, const GradusSpec *other)
{
  int n_fields = 0;
  const GradusSpecField *fields = gradus_spec_fields (&n_fields);

  for (int i = 0; i < n_fields; i++)
    {
      if (strcmp (fields[i].group, "data") != 0 || strcmp (fields[i].name, "held-out") == 0
          || strcmp (fields[i].name, "standardise") == 0)
        continue;

      g_autofree char *text = gradus_spec_field_get (&fields[i], spec);
      g_autofree char *other_text = gradus_spec_field_get (&fields[i], other);

      if (strcmp (text, other_text) != 0)
        return FALSE;
    }
  return TRUE;
}
