#include "core/source.h"
