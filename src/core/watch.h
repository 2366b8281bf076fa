/* Looks out for the first hidden unit that is saturated on more than half of the examples. */
#pragma once

#include "core/dataset.h"
#include "core/landmarks.h"
#include "core/network.h"

/* Exact, epoch by epoch, and next to free: a look at all examples tells how far each unit's z are
 * from that, and from then on it is enough to know how far the parameters can have moved them,
 * which takes no more than a walk over the parameters. Only when that comes close there is another
 * look.
 *
 * With the network of the last look primed, and |a'| ≤ 1 for the activations that saturate:
 *   |z[l] − z'[l]|_j ≤ Σ_k |w_jk − w'_jk| A_k + Σ_k |w_jk| |a[l-1] − a'[l-1]|_k + |b_j − b'_j|
 * where A_k is 1, but the largest |x_k| for l = 1, and |a − a'| ≤ max g' |z − z'|. */
typedef struct _GradusWatch GradusWatch;

/* Takes a reference to training. Returns: (transfer full). */
GradusWatch *gradus_watch_new (const GradusNetwork *network, GradusDataset *training);
void gradus_watch_free (GradusWatch *self);

/* The network of the next recorded epoch; or of the newest one once more, when it has been changed.
 * Where it takes a look, gradus_watch_work () is to be called before the next epoch is seen.
 * Returns: whether it does. */
gboolean gradus_watch_see (GradusWatch *self, const GradusNetwork *network, gint64 epoch);

/* Whether a look is under way. */
gboolean gradus_watch_is_looking (const GradusWatch *self);

/* Goes on with the look for at most n_blocks blocks of examples. Returns: TRUE when it is over. */
gboolean gradus_watch_work (GradusWatch *self, int n_blocks);

/* The first epoch at which a hidden unit was saturated on more than half of the training examples
 * (core/diagnosis.h), and which one it was, as the landmark SATURATED; -1 while there is none. */
void gradus_watch_mark (const GradusWatch *self, GradusLandmarks *landmarks);

/* How many looks there have been: what it has cost. */
gint64 gradus_watch_count_looks (const GradusWatch *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GradusWatch, gradus_watch_free)
