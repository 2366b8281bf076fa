/* The sharpest bend of the cost: the largest eigenvalue of its Hessian, as a resumable job. */
#pragma once

#include "core/dataset.h"
#include "core/network.h"

typedef struct
{
  double value;    /* the largest eigenvalue, signs counted; NAN where numbers overflow */
  double residual; /* an eigenvalue lies within so much of value */
  int n_products;  /* of the Hessian with a direction */
} GradusCurvature;

typedef struct _GradusCurvatureJob GradusCurvatureJob;

/* The largest eigenvalue λmax of ∇²J at the network over data, λ included. Gradient descent with
 * learning rate α overshoots along its eigenvector, further at each step, where α > 2 / λmax.
 *
 * By the Lanczos process, which finds both ends of the spectrum at once, so that the largest is not
 * mixed up with the most negative one as power iteration would: on exact products, from a fixed
 * start (uniform numbers of gradus_rng_seed (1), less ½), without keeping its vectors. It ends when
 * the residual ‖Hu − θu‖ of the largest Ritz pair is under 1e-10 of the spectrum's reach (then the
 * eigenvalue is right to about its square), or after 512 products.
 *
 * Takes a copy of the network and a reference to data. Sums are kept per block of examples and
 * added in block order: the same bits however the work is sliced. Safe on any thread. Returns:
 * (transfer full). */
GradusCurvatureJob *gradus_curvature_job_new (const GradusNetwork *network, GradusDataset *data,
                                              double l2);
void gradus_curvature_job_free (GradusCurvatureJob *self);

/* Goes through at most n_blocks blocks of examples. Returns: TRUE once the result is there. */
gboolean gradus_curvature_job_work (GradusCurvatureJob *self, int n_blocks);

/* (transfer none); to be asked for when it is there. */
const GradusCurvature *gradus_curvature_job_get_result (const GradusCurvatureJob *self);

/* The whole job at once. */
GradusCurvature gradus_curvature_measure (const GradusNetwork *network, GradusDataset *data,
                                          double l2);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GradusCurvatureJob, gradus_curvature_job_free)
