/* Training and held-out examples, standardised if asked for. */
#pragma once

#include "core/dataset.h"

/* Marks which of m examples are held out: indices 0 … m-1 are shuffled by a fresh generator seeded
 * with data_seed, the last round (fraction · m) are held out (halves to the even number, as Python
 * and NumPy round); at least one example stays.
 * Returns: (transfer full) m flags. */
gboolean *gradus_split_draw (gsize m, double fraction, guint32 data_seed);

/* Marks which examples of all are held out: those that come so, and of the others the fraction that
 * gradus_split_draw () has of them. Returns: (transfer full) m flags. */
gboolean *gradus_split_mark (const GradusDataset *all, double fraction, guint32 data_seed);

/* Cuts all into training and held-out examples (each in the original order; *held_out is NULL where
 * there is none), and if asked standardises both by the training examples' mean and population
 * standard deviation (÷ m; 0 counts as 1), plain sums over the training examples in their order,
 * the mean first and then the squares of the differences from it. Where there is nothing to do
 * *training is all itself. *training and *held_out are (transfer full). */
void gradus_split (GradusDataset *all, double fraction, guint32 data_seed, gboolean standardise,
                   GradusDataset **training, GradusDataset **held_out);
