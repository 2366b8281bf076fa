#include "plot/export.h"
