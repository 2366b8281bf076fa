#include "plot/figure.h"
