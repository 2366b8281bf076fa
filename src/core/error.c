/* The name of Gradus's error domain. */
#include "core/error.h"

G_DEFINE_QUARK (gradus - error - quark, gradus_error)
