/* Examples with their labels: immutable once made, shared by reference. */
#pragma once

#include <glib.h>

#define GRADUS_MIN_EXAMPLES 4
#define GRADUS_MAX_EXAMPLES 10000000
#define GRADUS_MAX_CLASSES 10

typedef struct
{
  gatomicrefcount ref_count;
  gsize m;            /* examples */
  int n_x;            /* features, at least 1; 2 in the window */
  int n_classes;      /* 2 … GRADUS_MAX_CLASSES */
  double *x;          /* (n_x, m): one row per feature, examples along the row, as the course's X */
  guint8 *labels;     /* (m): 0 … n_classes - 1 */
  gboolean *held_out; /* (m): those that come held out, whatever else is; NULL where none does */
  char **feature_names; /* n_x words, NULL-terminated: "x1", "x2" or a file's column names */
  char **class_names;   /* n_classes words, NULL-terminated: "0", "1" or a file's labels */
} GradusDataset;

/* Room for m examples, all zero, to be filled by the maker before anyone else sees it.
 * feature_names and class_names are copied; NULL gives x1, x2, … and 0, 1, ….
 * Returns: (transfer full). */
GradusDataset *gradus_dataset_new (gsize m, int n_x, int n_classes,
                                   const char *const *feature_names,
                                   const char *const *class_names);
GradusDataset *gradus_dataset_ref (GradusDataset *self);
void gradus_dataset_unref (GradusDataset *self);

/* Row f of X: m doubles. */
static inline double *
gradus_dataset_feature (const GradusDataset *self, int f)
{
  return self->x + (gsize) f * self->m;
}

/* How many examples carry the label. */
gsize gradus_dataset_count (const GradusDataset *self, int label);

/* A stride, about 0.618 m, in which (i + stride) mod m comes to each example once, and no two that
 * follow each other lie close together. Needs m ≥ 1. */
gsize gradus_dataset_stride (const GradusDataset *self);

/* The largest |x| of all features and examples. */
double gradus_dataset_reach (const GradusDataset *self);

/* The examples whose flag is wanted (TRUE or FALSE), in their order; flags has m entries.
 * Returns: (transfer full), NULL where there is none. */
GradusDataset *gradus_dataset_pick (const GradusDataset *self, const gboolean *flags,
                                    gboolean wanted);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GradusDataset, gradus_dataset_unref)
