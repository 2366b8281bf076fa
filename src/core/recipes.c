#include "core/recipes.h"
