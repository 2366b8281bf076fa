/* A pass over examples, block by block, on one thread or several: the same sums either way. */
#pragma once

#include "core/gradient.h"

/* Some examples to go through once. */
typedef struct
{
  const GradusDataset *data;
  const guint32 *order; /* examples order[first …]; NULL: first, first + 1, … */
  gsize first, n;
  gsize done; /* whole blocks, and n at the end */
} GradusPass;

typedef struct _GradusBlocks GradusBlocks;

/* Memory for passes of at most longest examples, with features between -reach and reach, through
 * networks of that shape, one thread. */
GradusBlocks *gradus_blocks_new (const GradusNetwork *network, gsize longest, double reach);
void gradus_blocks_free (GradusBlocks *self);

/* How many threads share the blocks of one call; at most one for each block of the longest pass. */
void gradus_blocks_set_threads (GradusBlocks *self, const GradusNetwork *network, int n_threads);

/* Goes through at most n_blocks more blocks of the pass, and adds their sums to sums in block
 * order. Returns: how many it went through. */
int gradus_blocks_run (GradusBlocks *self, const GradusNetwork *network, GradusPass *pass,
                       int n_blocks, GradusSums *sums);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GradusBlocks, gradus_blocks_free)
