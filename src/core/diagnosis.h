/* What the hidden units are doing: saturated, inactive, alike or the same to the bit, and how much
 * error flat slopes block. */
#pragma once

#include "core/dataset.h"
#include "core/network.h"

/* Odd, so that z = 0 lies in the middle of a bin and not on the edge between two. */
#define GRADUS_BINS 23
/* Units of a layer that are looked at one by one; of wider layers the first so many. */
#define GRADUS_SHOWN_UNITS 64

typedef struct
{
  double saturated; /* fraction of the examples on which g'(z) is under 5 % of its largest */
  double inactive;  /* relu: fraction of the examples with z ≤ 0; 0 for the others */
  gboolean dead;    /* relu: inactive on all of them */
  int group;        /* units of a layer with the same number are alike; 0 … n_groups - 1 */
  int twin; /* the first unit of the layer whose incoming weights and bias are the same to the
               bit; itself where there is none before it */
  double
      bins[GRADUS_BINS]; /* fraction of the examples with z in each of GRADUS_BINS equal parts of
                            ± gradus_activation_view_z (), the outer ones taking what is beyond */
} GradusUnitDiagnosis;

typedef struct
{
  int n_units;      /* of the layer */
  double saturated; /* mean over all its units */
  double blocked;   /* 1 − Σ|e·g'(Z)| / (max g' · Σ|e|); NAN where every e is 0 */
  int n_groups;     /* distinct functions among all its units */
  int n_different;  /* rows of (W[l], b[l]) that differ in a bit at least: n_units where none is
                       another's twin; at least n_groups */
  double spread;    /* gradus_network_spread () */
  gboolean is_symmetric; /* any two units could change places, outgoing weights included, and not a
                            bit of the network would differ: descent cannot tell them apart */
  int n_dead;
  GradusUnitDiagnosis *units; /* (n_units) */
  int n_shown;                /* the first so many, GRADUS_SHOWN_UNITS at most */
  double *distances; /* (n_shown, n_shown) gradus_network_distance () of each two of them: exactly 0
                        on the diagonal and between twins */
} GradusLayerDiagnosis;

/* Immutable once made, apart from its count of references. */
typedef struct
{
  gatomicrefcount ref_count;
  int n_layers;                 /* hidden layers: L - 1 */
  GradusLayerDiagnosis *layers; /* [l - 1] is layer l */
  double saturated;             /* mean over all hidden units; 0 without any */
} GradusDiagnosis;

/* Looks at the network on all examples of data. Takes a pass over the data: not for a draw function
 * nor, with many examples, for the main loop. Returns: (transfer full). */
GradusDiagnosis *gradus_diagnosis_new (const GradusNetwork *network, const GradusDataset *data);
GradusDiagnosis *gradus_diagnosis_ref (GradusDiagnosis *self);
void gradus_diagnosis_unref (GradusDiagnosis *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GradusDiagnosis, gradus_diagnosis_unref)
