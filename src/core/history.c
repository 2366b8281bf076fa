#include "core/history.h"
