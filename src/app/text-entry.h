/* An entry whose text counts when it is finished, not letter by letter. */
#pragma once

#include <gtk/gtk.h>

/* Property: value (string, never NULL when read): what was there at the last Enter, or when the
 * focus last left. */
#define GRADUS_TYPE_TEXT_ENTRY (gradus_text_entry_get_type ())
G_DECLARE_FINAL_TYPE (GradusTextEntry, gradus_text_entry, GRADUS, TEXT_ENTRY, GtkEntry)
