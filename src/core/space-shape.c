/* What two hidden units' plane looks like, in numbers: collapsed, cornered or spread. */
#include <math.h>

#include "core/space.h"

#define CORNERED 0.5
#define POINT 0.15
#define LINE 0.99

void
gradus_space_pair (const GradusSpace *self, GradusActivation g, int layer, int i, int j,
                   GradusSpacePair *pair)
{
  gsize n = self->training.n;
  const float *a = self->training.a[layer - 1] + (gsize) i * n;
  const float *b = self->training.a[layer - 1] + (gsize) j * n;
  double low[2] = { INFINITY, INFINITY }, high[2] = { -INFINITY, -INFINITY };
  double mean[2] = { 0 }, aa = 0, ab = 0, bb = 0;

  *pair = (GradusSpacePair){ 0 };
  for (gsize k = 0; k < n; k++)
    {
      pair->cornered +=
          gradus_activation_is_saturated (g, a[k]) && gradus_activation_is_saturated (g, b[k]);
      pair->apart += fabs ((double) a[k] - b[k]);
      mean[0] += a[k];
      mean[1] += b[k];
      low[0] = fmin (low[0], a[k]);
      high[0] = fmax (high[0], a[k]);
      low[1] = fmin (low[1], b[k]);
      high[1] = fmax (high[1], b[k]);
    }
  pair->cornered /= (double) n;
  pair->apart /= (double) n;
  pair->reach = fmax (high[0] - low[0], high[1] - low[1]);
  for (gsize k = 0; k < n; k++)
    {
      double u = a[k] - mean[0] / (double) n, v = b[k] - mean[1] / (double) n;
      aa += u * u;
      ab += u * v;
      bb += v * v;
    }
  pair->correlation = high[0] > low[0] && high[1] > low[1] ? ab / (sqrt (aa) * sqrt (bb)) : NAN;
}

GradusSpaceShape
gradus_space_shape (const GradusSpacePair *pair, GradusActivation g, gboolean are_alike)
{
  double range = gradus_activation_can_saturate (g)
                     ? gradus_activation_value (g, 1e3) - gradus_activation_value (g, -1e3)
                     : 0; /* without bounds there is no small and no large */

  if (are_alike)
    return GRADUS_SPACE_DIAGONAL;
  if (pair->cornered > CORNERED)
    return GRADUS_SPACE_CORNERS;
  if (pair->reach < POINT * range || pair->reach == 0)
    return GRADUS_SPACE_POINT;
  if (fabs (pair->correlation) >= LINE)
    return GRADUS_SPACE_LINE;
  return GRADUS_SPACE_SPREAD;
}

gboolean
gradus_space_output_line (const GradusSpace *self, const GradusNetwork *network, int i, int j,
                          double w[2], double *c)
{
  int last = network->n_layers, n = network->n[last - 1];
  const double *w_out = gradus_network_w (network, last);

  if (network->n[last] > 1)
    return FALSE;
  w[0] = w_out[i];
  w[1] = i == j ? 0 : w_out[j];
  *c = gradus_network_b (network, last)[0];
  for (int k = 0; k < n; k++)
    if (k != i && k != j)
      *c += w_out[k] * self->mean[k];
  return TRUE;
}
