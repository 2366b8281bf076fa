/* The one error domain of Gradus: the world's faults, told in one clear sentence. */
#pragma once

#include <glib.h>

#define GRADUS_ERROR (gradus_error_quark ())

typedef enum
{
  GRADUS_ERROR_FILE, /* a file that cannot be read or written */
  GRADUS_ERROR_DATA, /* a table or experiment file that says something wrong */
  GRADUS_ERROR_SPEC, /* a value out of its range, or values that do not go together */
} GradusError;

GQuark gradus_error_quark (void);
