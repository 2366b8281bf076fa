#include "core/snapshot.h"
