#include "core/gradient.h"
