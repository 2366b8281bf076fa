#include "core/activation.h"
