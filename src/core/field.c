/* The network sampled on a grid of the plane. */
#include "core/field.h"

#include "core/field-separable.h"

static GradusField *
field_alloc (const GradusExtent *extent, int columns, int rows, int n_planes)
{
  GradusField *self = g_new0 (GradusField, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->extent = *extent;
  self->columns = columns;
  self->rows = rows;
  self->n_planes = n_planes;
  self->values = g_new (float, (gsize) n_planes *(gsize) rows *(gsize) columns);
  return self;
}

double
gradus_field_x (const GradusField *self, double column)
{
  double t = column / (self->columns - 1);
  return self->extent.x0 * (1 - t) + self->extent.x1 * t;
}

double
gradus_field_y (const GradusField *self, double row)
{
  double t = row / (self->rows - 1);
  return self->extent.y1 * (1 - t) + self->extent.y0 * t;
}

/* n nodes of one row of the grid, from column on, through the network and into the planes. */
static void
sample_tile (GradusField *self, const GradusNetwork *network, GradusTile *tile, int layer, int row,
             int column, int n)
{
  int n_y = network->n[network->n_layers];

  for (int i = 0; i < n; i++)
    {
      tile->a[0][i] = gradus_field_x (self, column + i);
      tile->a[0][GRADUS_TILE + i] = gradus_field_y (self, row);
    }
  gradus_network_forward (network, tile, n, layer);
  if (layer == network->n_layers && n_y > 1)
    for (int i = 0; i < n; i++)
      gradus_softmax (tile->a[layer] + i, n_y, GRADUS_TILE);

  for (int plane = 0; plane < self->n_planes; plane++)
    {
      const double *a = tile->a[layer] + (gsize) plane * GRADUS_TILE;
      float *values = self->values
                      + ((gsize) plane * (gsize) self->rows + (gsize) row) * (gsize) self->columns
                      + column;
      for (int i = 0; i < n; i++)
        values[i] = (float) a[i];
    }
}

GradusField *
gradus_field_new (const GradusNetwork *network, int layer, int max_planes,
                  const GradusExtent *extent, int columns, int rows)
{
  g_return_val_if_fail (network->n[0] == 2, NULL);
  g_return_val_if_fail (layer >= 1 && layer <= network->n_layers, NULL);
  g_return_val_if_fail (columns >= 2 && rows >= 2 && max_planes >= 1, NULL);

  int n_planes = MIN (network->n[layer], max_planes);
  GradusField *self = field_alloc (extent, columns, rows, n_planes);
  if (layer == network->n_layers && gradus_field_separable (self, network))
    return self;

  g_autoptr (GradusTile) tile = gradus_tile_new (network);
  for (int row = 0; row < rows; row++)
    for (int column = 0; column < columns; column += GRADUS_TILE)
      sample_tile (self, network, tile, layer, row, column, MIN (GRADUS_TILE, columns - column));
  return self;
}

GradusField *
gradus_field_ref (GradusField *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
gradus_field_unref (GradusField *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->values);
  g_free (self);
}
