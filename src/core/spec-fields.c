#include "core/spec-fields.h"
