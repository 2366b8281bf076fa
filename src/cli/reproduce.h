/* --reproduce: trains what was published, and sets ours beside it. */
#pragma once

#include "cli/options.h"

/* Prints the tables that ship, or trains the one that is named (or the file of that name) and
 * prints it row by row. *agrees: whether every row does. Returns: FALSE with an error. */
gboolean gradus_reproduce (const GradusOptions *options, gboolean *agrees, GError **error);
