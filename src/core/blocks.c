/* A pass over examples, block by block, on one thread or several: the same sums either way. */
#include "core/blocks.h"

#include <string.h>

#include "core/crew.h"

/* Block sums that wait to be added in block order: as many as fit, one at least. */
#define SLOT_BYTES ((gsize) 64 << 20)
/* Examples times parameters from which on the other threads are worth waking: about a third of a
 * millisecond on one. */
#define WORTH_SHARING (2 << 20)

/* What one thread works with: its own, as it may be late and the others gone on. */
typedef struct
{
  GradusNetwork *copy;          /* of a thread that helps; NULL for the caller's, which waits */
  const GradusNetwork *network; /* the copy, or the caller's own */
  GradusPass pass;
  gboolean with_gradient;
  GradusScratch *scratch;
  GradusSums sums;
} Hand;

struct _GradusBlocks
{
  gsize size;  /* of a block */
  int longest; /* pass, in blocks */
  double reach;
  GradusCrew *crew;
  int n_hands;
  Hand *hands; /* one per thread */
  int n_slots;
  GradusSums *slots;

  /* of the call under way */
  const GradusNetwork *network;
  const GradusPass *pass;
  gboolean with_gradient;
};

static int
count_blocks (const GradusBlocks *self, gsize n_examples)
{
  return (int) ((n_examples + self->size - 1) / self->size);
}

static void
prepare_hand (gpointer data, int thread)
{
  GradusBlocks *self = data;
  Hand *hand = &self->hands[thread];

  hand->pass = *self->pass;
  hand->with_gradient = self->with_gradient;
  hand->network = self->network;
  if (hand->copy != NULL)
    {
      memcpy (hand->copy->parameters, self->network->parameters,
              self->network->n_parameters * sizeof (double));
      hand->network = hand->copy;
    }
}

static void
work_on_block (gpointer data, int i, int thread)
{
  const GradusBlocks *self = data;
  Hand *hand = &self->hands[thread];
  const GradusPass *pass = &hand->pass;
  gsize done = pass->done + (gsize) i * self->size;
  GradusSums block = { .gradient = hand->with_gradient ? hand->sums.gradient : NULL };

  gradus_gradient_block (hand->network, pass->data, pass->order, pass->first + done,
                         MIN (self->size, pass->n - done), hand->scratch, &block);
  hand->sums.loss = block.loss;
  hand->sums.n_right = block.n_right;
}

static void
keep_block (gpointer data, int i, int thread)
{
  GradusBlocks *self = data;
  GradusSums sums = self->slots[i];

  self->slots[i] = self->hands[thread].sums;
  self->hands[thread].sums = sums;
}

static const GradusCrewJob job = { prepare_hand, work_on_block, keep_block };

GradusBlocks *
gradus_blocks_new (const GradusNetwork *network, gsize longest, double reach)
{
  GradusBlocks *self = g_new0 (GradusBlocks, 1);
  gsize bytes = network->n_parameters * sizeof (double);

  self->size = gradus_block_size (network);
  self->longest = count_blocks (self, longest);
  self->reach = reach;
  self->n_slots = MIN ((int) CLAMP (SLOT_BYTES / bytes, 1, GRADUS_CREW_PIECES), self->longest);
  self->slots = g_new0 (GradusSums, self->n_slots);
  for (int i = 0; i < self->n_slots; i++)
    self->slots[i].gradient = g_new (double, network->n_parameters);
  gradus_blocks_set_threads (self, network, 1);
  return self;
}

static void
free_hands (GradusBlocks *self)
{
  g_clear_pointer (&self->crew, gradus_crew_free);
  for (int i = 0; i < self->n_hands; i++)
    {
      gradus_network_free (self->hands[i].copy);
      gradus_scratch_free (self->hands[i].scratch);
      g_free (self->hands[i].sums.gradient);
    }
  g_clear_pointer (&self->hands, g_free);
}

void
gradus_blocks_free (GradusBlocks *self)
{
  if (self == NULL)
    return;
  free_hands (self);
  for (int i = 0; i < self->n_slots; i++)
    g_free (self->slots[i].gradient);
  g_free (self->slots);
  g_free (self);
}

void
gradus_blocks_set_threads (GradusBlocks *self, const GradusNetwork *network, int n_threads)
{
  free_hands (self);
  self->n_hands = CLAMP (n_threads, 1, MIN (self->n_slots, self->longest));
  self->hands = g_new0 (Hand, self->n_hands);
  for (int i = 0; i < self->n_hands; i++)
    {
      self->hands[i].copy = i > 0 ? gradus_network_copy (network) : NULL;
      self->hands[i].scratch = gradus_scratch_new (network, self->reach);
      self->hands[i].sums.gradient = g_new (double, network->n_parameters);
    }
  self->crew = gradus_crew_new (self->n_hands, &job, self);
}

/* Mini-batches are drawn anew into the same memory: a late thread must not read it then. */
static GradusCrewManner
choose_manner (const GradusBlocks *self, const GradusNetwork *network, const GradusPass *pass,
               int n_blocks)
{
  if ((gsize) n_blocks * self->size * network->n_parameters < WORTH_SHARING)
    return GRADUS_CREW_ALONE;
  return pass->order == NULL ? GRADUS_CREW_TOGETHER : GRADUS_CREW_IN_STEP;
}

int
gradus_blocks_run (GradusBlocks *self, const GradusNetwork *network, GradusPass *pass, int n_blocks,
                   GradusSums *sums)
{
  int n = MIN (MIN (n_blocks, self->n_slots), count_blocks (self, pass->n - pass->done));

  self->network = network;
  self->pass = pass;
  self->with_gradient = sums->gradient != NULL;
  gradus_crew_run (self->crew, n, choose_manner (self, network, pass, n));
  for (int i = 0; i < n; i++)
    gradus_sums_add (sums, &self->slots[i], network->n_parameters);
  pass->done = MIN (pass->n, pass->done + (gsize) n * self->size);
  return n;
}
