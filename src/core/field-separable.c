/* The output of a network with one hidden layer on a grid, by a table for each axis.
 *
 * tanh (u) = 1 − 2 / (1 + exp (2u)) and sigmoid (u) = 1 / (1 + exp (−u)), and with
 * u = w1 x + w2 y + b the exponential is a product of one that depends on the column and one that
 * depends on the row. So a node costs a product and a quotient for each unit:
 *   Z = start + Σ_j v_j / (1 + A_j[x] B_j[y]). */
#include "core/field-separable.h"

#include <math.h>

/* Beyond this exponents are too large to be split and rounded one by one. */
#define MAX_EXPONENT 650
/* Where every u is smaller than this 1 − 2 / (1 + exp (2u)) loses the digits that tanh (u) keeps.
 */
#define MIN_EXPONENT 1e-4

typedef struct
{
  int n_h;
  double factor; /* exp (factor u) */
  double start;
  double *v;              /* (n_h) */
  const double *w, *bias; /* W[1] (n_h, 2), b[1] (n_h) */
} Form;

static gboolean
is_within (const Form *form, const GradusExtent *extent)
{
  double x = fmax (fabs (extent->x0), fabs (extent->x1));
  double y = fmax (fabs (extent->y0), fabs (extent->y1));
  double most = MAX_EXPONENT / fabs (form->factor), largest = 0;

  for (int j = 0; j < form->n_h; j++)
    {
      double of_column = fabs (form->w[2 * j]) * x + fabs (form->bias[j]);
      double of_row = fabs (form->w[2 * j + 1]) * y;
      if (!(of_column <= most && of_row <= most))
        return FALSE;
      largest = fmax (largest, of_column + of_row);
    }
  return largest >= MIN_EXPONENT;
}

/* B_j[y], (rows, n_h) */
static double *
make_rows (const GradusField *field, const Form *form, const GradusKernel *kernel)
{
  gsize n_h = (gsize) form->n_h;
  double *b = g_new (double, (gsize) field->rows *n_h);

  for (int row = 0; row < field->rows; row++)
    for (gsize j = 0; j < n_h; j++)
      b[(gsize) row * n_h + j] = form->factor * form->w[2 * j + 1] * gradus_field_y (field, row);
  kernel->exp ((gsize) field->rows * n_h, b);
  return b;
}

/* A_j[x] of GRADUS_TILE columns, (n_h, GRADUS_TILE); what stands behind the last one repeats it. */
static void
make_columns (const GradusField *field, const Form *form, const GradusKernel *kernel, int first,
              double *a)
{
  for (int j = 0; j < form->n_h; j++)
    for (int i = 0; i < GRADUS_TILE; i++)
      {
        double x = gradus_field_x (field, MIN (first + i, field->columns - 1));
        a[j * GRADUS_TILE + i] = form->factor * (form->w[2 * j] * x + form->bias[j]);
      }
  kernel->exp ((gsize) form->n_h * GRADUS_TILE, a);
}

static void
fill (GradusField *field, const Form *form, const GradusKernel *kernel)
{
  g_autofree double *b = make_rows (field, form, kernel);
  g_autofree double *a = g_new (double, (gsize) form->n_h *GRADUS_TILE);
  double z[GRADUS_TILE];

  for (int first = 0; first < field->columns; first += GRADUS_TILE)
    {
      int n = MIN (GRADUS_TILE, field->columns - first);
      make_columns (field, form, kernel, first, a);
      for (int row = 0; row < field->rows; row++)
        {
          float *values = field->values + (gsize) row * (gsize) field->columns + first;
          kernel->quotients (form->n_h, n, form->start, form->v, a,
                             b + (gsize) row * (gsize) form->n_h, z);
          for (int i = 0; i < n; i++)
            values[i] = (float) z[i];
        }
    }
}

gboolean
gradus_field_separable (GradusField *field, const GradusNetwork *network)
{
  gboolean is_tanh = network->activation == GRADUS_ACTIVATION_TANH;

  if (network->n_layers != 2 || network->n[0] != 2 || network->n[2] != 1
      || !gradus_activation_can_saturate (network->activation))
    return FALSE;
  Form form = { .n_h = network->n[1],
                .factor = is_tanh ? 2 : -1,
                .start = *gradus_network_b (network, 2),
                .w = gradus_network_w (network, 1),
                .bias = gradus_network_b (network, 1) };
  if (!is_within (&form, &field->extent))
    return FALSE;

  const double *w2 = gradus_network_w (network, 2);
  g_autofree double *v = g_new (double, MAX (1, form.n_h));
  for (int j = 0; j < form.n_h; j++)
    {
      v[j] = is_tanh ? -2 * w2[j] : w2[j];
      form.start += is_tanh ? w2[j] : 0;
    }
  form.v = v;
  fill (field, &form, gradus_kernel_choose ());
  return TRUE;
}
