/* The arithmetic of training, one build for each instruction set, all with the same bits. */
#pragma once

#include <glib.h>

#include "core/activation.h"

/* Sums are kept in as many lanes, example i in lane i mod GRADUS_LANES, whatever a register holds,
 * and folded by one tree. */
#define GRADUS_LANES 8

/* Rows are worked on in whole steps: up to the next multiple of this, their tails are room that is
 * read and written, and no tail changes a sum. */
#define GRADUS_STEP 16

/* Examples that go through the network side by side in one pass: a multiple of GRADUS_STEP. */
#define GRADUS_TILE 144

/* What the outputs of some examples cost, lane by lane. The far sides w of two-class outputs,
 * 1 − (probability of the nearer class), are multiplied up: −Σ log (1 − w) = −log Π (1 − w). */
typedef struct
{
  double sum[GRADUS_LANES];     /* Σ of what adds up */
  double product[GRADUS_LANES]; /* Π (1 − w), at least 2^-256 within a block */
  double rest[GRADUS_LANES];    /* 1 − Π (1 − w), kept apart to be right where it is tiny */
  gint64 wrong[GRADUS_LANES];   /* examples not predicted as labelled */
  double dz[GRADUS_LANES];      /* Σ dZ of a single output */
} GradusLosses;

/* |Z| below which tanh does without a limit of its own. */
#define GRADUS_NEAR 300

/* A network of two features, one hidden layer and two classes, as it is laid out. */
typedef struct
{
  GradusActivation g;
  gboolean is_near; /* whether |Z[1]| is sure to stay below GRADUS_NEAR */
  int n_h;
  const double *w1; /* (n_h, 2) */
  const double *b1; /* (n_h) */
  const double *w2; /* (n_h) */
  double b2;
} GradusShallow;

/* Its sums for each unit, each GRADUS_LANES wide: Σ dz a, Σ d, Σ d x1, Σ d x2 with d = dz g'. */
#define GRADUS_SHALLOW_SUMS 4

typedef struct
{
  const char *name;

  /* In place, n values, which need no room behind them. */
  void (*apply) (GradusActivation g, gsize n, double *a);                      /* a = g (a) */
  void (*backward) (GradusActivation g, gsize n, const double *a, double *dz); /* dz *= g' */
  void (*exp) (gsize n, double *x);
  void (*log) (gsize n, double *x);
  void (*log1p) (gsize n, double *x);

  /* dZ = A − Y of the output and what it costs: z and dz are (n_y, GRADUS_TILE), n ≤ GRADUS_TILE;
   * losses grow. Behind n, dz is made 0 up to a whole step. */
  void (*output) (int n_y, int n, const double *z, const guint8 *labels, double *dz,
                  GradusLosses *losses);

  /* Folds the lanes. Returns: the sum of the losses; n_wrong grows. */
  double (*fold) (const GradusLosses *losses, gint64 *n_wrong);

  /* out_j = start_j + Σ_k w_jk in_k for n examples, in (n_in, GRADUS_TILE), out (n_out,
   * GRADUS_TILE); w_jk stands at w[j out_step + k in_step]; start NULL: 0. Each sum in the same
   * order, k ascending. */
  void (*product) (int n_out, int n_in, int n, const double *start, const double *w, gsize out_step,
                   gsize in_step, const double *in, double *out);

  /* dw_jk += Σ_i dz_j a_k and db_j += Σ_i dz_j over n examples, dz (n_out, GRADUS_TILE) 0 behind
   * them up to a whole step, a (n_in, GRADUS_TILE) finite there, dw (n_out, n_in). */
  void (*weights) (int n_out, int n_in, int n, const double *dz, const double *a, double *dw,
                   double *db);

  /* z_i = start + Σ_j v_j / (1 + a_ji b_j) for n ≤ GRADUS_TILE columns of a (n_h, GRADUS_TILE); z
   * (GRADUS_TILE) is written up to a whole step. */
  void (*quotients) (int n_h, int n, double start, const double *v, const double *a,
                     const double *b, double *z);

  /* n ≤ GRADUS_TILE examples, with room behind x1 and x2 to a whole step, forward, and backward
   * where sums (n_h, GRADUS_SHALLOW_SUMS, GRADUS_LANES) is not NULL: it and losses grow.
   * a (n_h, GRADUS_TILE) and z (GRADUS_TILE) are room to work in. */
  void (*shallow) (const GradusShallow *net, int n, const double *x1, const double *x2,
                   const guint8 *labels, double *a, double *z, double *sums, GradusLosses *losses);

  /* Those sums folded to what the gradient is before it is divided: gradient as the parameters
   * stand, W[1], b[1], W[2], b[2]. */
  void (*shallow_gradient) (const GradusShallow *net, const double *sums,
                            const GradusLosses *losses, double *gradient);
} GradusKernel;

/* The kernel for this processor: the widest that it runs. For tests the environment variable
 * GRADUS_KERNEL names another (sse2, avx2, avx512); a name that is unknown or that this processor
 * cannot run is passed over. Reads the environment: to be asked once and kept. */
const GradusKernel *gradus_kernel_choose (void);

/* The kernel of that name; NULL if there is none, or this processor cannot run it. */
const GradusKernel *gradus_kernel_find (const char *name);

/* The kernel that runs on every processor of this kind. */
const GradusKernel *gradus_kernel_plain (void);

/* Before the first example. */
void gradus_losses_clear (GradusLosses *self);
