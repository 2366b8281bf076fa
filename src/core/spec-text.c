#include "core/spec-text.h"
