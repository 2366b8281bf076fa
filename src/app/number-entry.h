/* An entry that holds a number, or nothing where nothing means something. */
#pragma once

#include <gtk/gtk.h>

#define GRADUS_TYPE_NUMBER_ENTRY (gradus_number_entry_get_type ())
G_DECLARE_FINAL_TYPE (GradusNumberEntry, gradus_number_entry, GRADUS, NUMBER_ENTRY, GtkEntry)

/* Properties: value (double); minimum, maximum (double); whole (boolean): whole numbers only;
 * optional (boolean): the entry may be empty, its value is then empty-value (double, may be NAN).
 *
 * What is typed counts when Enter is pressed or the focus leaves. Text that is no number in range
 * marks the entry as wrong and leaves value alone; when the focus leaves, value comes back. */
