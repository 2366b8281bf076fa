/* Where the parts of a plot of the hidden space stand, and which units it is of. */
#pragma once

#include "plot/figure.h"
#include "plot/ink.h"

/* Lines of constant x1 and of constant x2, the output's line and a word on it, classes, held out.
 */
#define GRADUS_SPACE_ENTRIES (4 + GRADUS_MAX_CLASSES + 1)

typedef enum
{
  GRADUS_SPACE_ENTRY_X1,
  GRADUS_SPACE_ENTRY_X2,
  GRADUS_SPACE_ENTRY_OUTPUT,
  GRADUS_SPACE_ENTRY_NOTE,
  GRADUS_SPACE_ENTRY_CLASS, /* + i: as the boundary's legend counts */
} GradusSpaceEntry;

typedef struct
{
  int layer, i, j;    /* layer 1 … L - 1, units from 0 */
  gboolean is_single; /* one unit: across a_1, upwards z[L], or a_1 again with a softmax */
  gboolean has_line;  /* of the output */
  gboolean bare;
  gboolean is_low;  /* without a title */
  GradusRect frame; /* a square */
  double name_x;    /* middle of the upright axis' name */
  GradusScale x, y;
  int n_entries; /* of the legend */
  struct
  {
    int what; /* GradusSpaceEntry */
    double x, y, room;
  } entries[GRADUS_SPACE_ENTRIES]; /* left end, middle */
} GradusSpaceLayout;

/* Returns: FALSE where there is nothing to show: no scene, no hidden layer, or no such part. Needs
 * no fonts: it also tells where a pointer is. */
gboolean gradus_space_lay_out (const GradusFigure *figure, double width, double height,
                               GradusSpaceLayout *layout);

/* What an entry of the legend says, as markup. Returns: (transfer full). */
char *gradus_space_entry_markup (const GradusFigure *figure, const GradusSpaceLayout *layout,
                                 int what);

/* Values along the two axes of a set: (n) each. */
const float *gradus_space_across (const GradusSpaceLayout *layout, const GradusSpaceSet *set);
const float *gradus_space_upwards (const GradusSpaceLayout *layout, const GradusSpaceSet *set);
