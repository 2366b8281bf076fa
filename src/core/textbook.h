/* The textbook's network in long double, one example at a time: shares nothing with what it checks.
 */
#pragma once

#include "core/dataset.h"
#include "core/network.h"

typedef struct
{
  const GradusNetwork *network; /* shape only */
  long double *parameters;
  long double *a[GRADUS_MAX_LAYERS + 1];
  gboolean has_kinks;
  long double h;
  guint8 *is_chosen; /* (n_parameters): which ones are compared */
  const gint *is_cancelled;
} GradusTextbook;

/* A copy of the network's parameters to be moved, h 0 and nothing chosen. Borrows the network. */
void gradus_textbook_init (GradusTextbook *self, const GradusNetwork *network);
void gradus_textbook_clear (GradusTextbook *self);

/* a[0] is example i. */
void gradus_textbook_set_example (GradusTextbook *self, const GradusDataset *data, gsize i);

/* a[l]_j from a[l - 1]; the output stays z. Returns: z. */
long double gradus_textbook_unit (GradusTextbook *self, int l, int j);

/* Layers from first on, and the loss of an example with that label; sides (NULL: not wanted) gets a
 * byte for each hidden unit: which side of its kink z is on, 2 where it sits on it. */
long double gradus_textbook_forward (GradusTextbook *self, int first, int label, guint8 *sides);
