#include "plot/captions.h"
