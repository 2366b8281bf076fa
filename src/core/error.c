/* The one error domain of Gradus: the world's faults, told in one clear sentence. */
#include "core/error.h"

G_DEFINE_QUARK (gradus_error, gradus_error)
