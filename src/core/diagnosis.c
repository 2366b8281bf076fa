#include "core/diagnosis.h"
