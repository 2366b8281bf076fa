/* An entry that holds one parameter of the network, to be read and to be set by hand. */
#pragma once

#include <gtk/gtk.h>

#include "app/session.h"

/* Properties, both read-only: complaint (string, or NULL): what is wrong with what was typed;
 * reason (string, or NULL): why no parameter can be set now, when the entry can only be read.
 * Signal: applied, when the parameter has been set.
 *
 * What is typed counts when Enter is pressed; when the focus leaves, the parameter's value comes
 * back. */
#define GRADUS_TYPE_PARAMETER_ENTRY (gradus_parameter_entry_get_type ())
G_DECLARE_FINAL_TYPE (GradusParameterEntry, gradus_parameter_entry, GRADUS, PARAMETER_ENTRY,
                      GtkEntry)

/* Follows the session, for good. */
void gradus_parameter_entry_set_session (GradusParameterEntry *self, GradusSession *session);

/* Which one: a WEIGHT or a BIAS; anything else empties the entry. */
void gradus_parameter_entry_set_target (GradusParameterEntry *self, const GradusTarget *target);

const char *gradus_parameter_entry_get_complaint (GradusParameterEntry *self);
const char *gradus_parameter_entry_get_reason (GradusParameterEntry *self);
