/* A pass over examples, block by block, on one thread or several: the same sums either way. */
#include "core/blocks.h"

#include "core/crew.h"

/* Block sums that wait to be added in block order: as many as fit, one at least. */
#define MAX_SLOTS 64
#define SLOT_BYTES ((gsize) 64 << 20)

struct _GradusBlocks
{
  int longest; /* pass, in blocks */
  GradusCrew *crew;
  GradusScratch **scratch; /* one per thread */
  int n_slots;
  GradusSums *slots;
};

/* What the threads of one call look at, and nobody changes meanwhile. */
typedef struct
{
  GradusBlocks *blocks;
  const GradusNetwork *network;
  const GradusPass *pass;
  gboolean with_gradient;
} Call;

static int
count_blocks (gsize n_examples)
{
  return (int) ((n_examples + GRADUS_BLOCK - 1) / GRADUS_BLOCK);
}

GradusBlocks *
gradus_blocks_new (const GradusNetwork *network, gsize longest)
{
  GradusBlocks *self = g_new0 (GradusBlocks, 1);
  gsize bytes = network->n_parameters * sizeof (double);

  self->longest = count_blocks (longest);
  self->n_slots = MIN ((int) CLAMP (SLOT_BYTES / bytes, 1, MAX_SLOTS), self->longest);
  self->slots = g_new0 (GradusSums, self->n_slots);
  for (int i = 0; i < self->n_slots; i++)
    self->slots[i].gradient = g_new (double, network->n_parameters);
  gradus_blocks_set_threads (self, network, 1);
  return self;
}

static void
free_crew (GradusBlocks *self)
{
  for (int i = 0; self->crew != NULL && i < gradus_crew_size (self->crew); i++)
    gradus_scratch_free (self->scratch[i]);
  g_clear_pointer (&self->scratch, g_free);
  g_clear_pointer (&self->crew, gradus_crew_free);
}

void
gradus_blocks_free (GradusBlocks *self)
{
  if (self == NULL)
    return;
  free_crew (self);
  for (int i = 0; i < self->n_slots; i++)
    g_free (self->slots[i].gradient);
  g_free (self->slots);
  g_free (self);
}

void
gradus_blocks_set_threads (GradusBlocks *self, const GradusNetwork *network, int n_threads)
{
  free_crew (self);
  n_threads = CLAMP (n_threads, 1, MIN (self->n_slots, self->longest));
  self->crew = gradus_crew_new (n_threads);
  self->scratch = g_new (GradusScratch *, n_threads);
  for (int i = 0; i < n_threads; i++)
    self->scratch[i] = gradus_scratch_new (network);
}

/* Runs on several threads at once: each block has its own slot, each thread its own scratch. */
static void
work_on_block (gpointer data, int i, int thread)
{
  const Call *call = data;
  const GradusPass *pass = call->pass;
  gsize done = pass->done + (gsize) i * GRADUS_BLOCK;
  GradusSums *slot = &call->blocks->slots[i];
  GradusSums block = { .gradient = call->with_gradient ? slot->gradient : NULL };

  gradus_gradient_block (call->network, pass->data, pass->order, pass->first + done,
                         MIN (GRADUS_BLOCK, pass->n - done), call->blocks->scratch[thread], &block);
  slot->loss = block.loss;
  slot->n_right = block.n_right;
}

int
gradus_blocks_run (GradusBlocks *self, const GradusNetwork *network, GradusPass *pass, int n_blocks,
                   GradusSums *sums)
{
  Call call = { self, network, pass, sums->gradient != NULL };
  int n = MIN (MIN (n_blocks, self->n_slots), count_blocks (pass->n - pass->done));

  gradus_crew_run (self->crew, n, work_on_block, &call);
  for (int i = 0; i < n; i++)
    gradus_sums_add (sums, &self->slots[i], network->n_parameters);
  pass->done = MIN (pass->n, pass->done + (gsize) n * GRADUS_BLOCK);
  return n;
}
