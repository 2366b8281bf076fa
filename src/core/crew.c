#include "core/crew.h"
