/* One step of gradient descent as LaTeX in the course's notation. */
#include <math.h>
#include <string.h>

#include "core/step-text.h"

/* Rows and columns that are written; bmatrix has room for ten columns. */
#define ROWS 8
#define COLUMNS 6
#define UPDATE_COLUMNS 3

/* Four significant digits; powers of ten as such. */
static void
append_number (GString *text, double number)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  char *e;

  if (!isfinite (number))
    {
      g_string_append (text, isnan (number) ? "\\mathrm{nan}"
                             : number > 0   ? "\\infty"
                                            : "-\\infty");
      return;
    }
  g_ascii_formatd (digits, sizeof digits, "%.4g", number);
  e = strchr (digits, 'e');
  if (e == NULL)
    {
      g_string_append (text, digits);
      return;
    }
  *e = '\0';
  g_string_append_printf (text, "%s \\cdot 10^{%d}", digits,
                          (int) g_ascii_strtoll (e + 1, NULL, 10));
}

static void
append_row (GString *text, const double *values, int n, gboolean has_more)
{
  for (int i = 0; i < n; i++)
    {
      g_string_append (text, i > 0 ? " & " : "");
      append_number (text, values[i]);
    }
  g_string_append (text, has_more ? " & \\cdots" : "");
}

/* values is (rows, n_kept), row-major, of a matrix of (rows, columns). */
static void
append_matrix (GString *text, const double *values, int rows, gsize columns, int n_kept, int most)
{
  int n = MIN (n_kept, most);
  gboolean has_more = (gsize) n < columns;

  g_string_append (text, "\\begin{bmatrix} ");
  for (int j = 0; j < MIN (rows, ROWS); j++)
    {
      g_string_append (text, j > 0 ? " \\\\ " : "");
      append_row (text, values + (gsize) j * (gsize) n_kept, n, has_more);
    }
  if (rows > ROWS)
    {
      g_string_append (text, " \\\\ ");
      for (int i = 0; i < n; i++)
        g_string_append (text, i > 0 ? " & \\vdots" : "\\vdots");
      g_string_append (text, has_more ? " & \\ddots" : "");
    }
  g_string_append (text, " \\end{bmatrix}");
}

/* \[ equation = matrix \quad (rows × columns) \] */
static void
append_line (GString *text, const char *equation, const double *values, int rows, gsize columns,
             int n_kept)
{
  g_string_append_printf (text, "\\[ %s = ", equation);
  append_matrix (text, values, rows, columns, n_kept, COLUMNS);
  g_string_append_printf (text, " \\quad (%d \\times %" G_GSIZE_FORMAT ") \\]\n", rows, columns);
}

static gboolean
is_single (const GradusStep *self)
{
  return self->example >= 0;
}

/* The letter, small where the step is over one example. */
static const char *
letter (const GradusStep *self, char c)
{
  static const char *const letters[] = { "x", "X", "y", "Y", "z", "Z", "a", "A" };

  for (guint i = 0; i < G_N_ELEMENTS (letters); i += 2)
    if (*letters[i] == c)
      return letters[i + (is_single (self) ? 0 : 1)];
  g_return_val_if_reached ("");
}

/* A[l], X for the first; transposed or not. (transfer full) */
static char *
name_a (const GradusStep *self, int l, gboolean transposed)
{
  if (l == 0)
    return g_strdup_printf ("%s%s", letter (self, 'x'), transposed ? "^T" : "");
  return g_strdup_printf ("%s^{[%d]%s}", letter (self, 'a'), l, transposed ? "T" : "");
}

static void
append_by_example (GString *text, const GradusStep *self, const char *equation,
                   const double *values, int rows)
{
  append_line (text, equation, values, rows, self->m, self->n_columns);
}

static void
append_forward (GString *text, const GradusStep *self, int l)
{
  static const char *const activations[] = { "\\tanh", "\\sigma", "\\mathrm{ReLU}",
                                             "\\mathrm{leaky\\ ReLU}", "" };
  const GradusNetwork *network = self->snapshot->network;
  const char *z = letter (self, 'z'), *g = activations[network->activation];
  g_autofree char *before = name_a (self, l - 1, FALSE), *a = name_a (self, l, FALSE);

  if (l == network->n_layers)
    g = network->n[l] > 1 ? "\\mathrm{softmax}" : "\\sigma";
  g_autofree char *forward =
      g_strdup_printf ("%s^{[%d]} = W^{[%d]} %s + b^{[%d]}", z, l, l, before, l);
  g_autofree char *activate = *g != '\0' ? g_strdup_printf ("%s = %s(%s^{[%d]})", a, g, z, l)
                                         : g_strdup_printf ("%s = %s^{[%d]}", a, z, l);
  append_by_example (text, self, forward, self->z[l], network->n[l]);
  append_by_example (text, self, activate, self->a[l], network->n[l]);
}

static void
append_backward (GString *text, const GradusStep *self, int l)
{
  const GradusNetwork *network = self->snapshot->network;
  const char *z = letter (self, 'z');
  g_autofree char *before = name_a (self, l - 1, TRUE), *a = name_a (self, l, FALSE);
  g_autofree char *error =
      l == network->n_layers ? g_strdup_printf ("d%s^{[%d]} = %s - %s", z, l, a, letter (self, 'y'))
                             : g_strdup_printf ("d%s^{[%d]} = W^{[%d]T} d%s^{[%d]} * g'(%s^{[%d]})",
                                                z, l, l + 1, z, l + 1, z, l);
  g_autofree char *penalty =
      self->l2 != 0 ? g_strdup_printf (" + \\frac{\\lambda}{m} W^{[%d]}", l) : g_strdup ("");
  g_autofree char *dw =
      g_strdup_printf ("dW^{[%d]} = %sd%s^{[%d]} %s%s", l, is_single (self) ? "" : "\\frac{1}{m} ",
                       z, l, before, penalty);
  g_autofree char *db =
      is_single (self)
          ? g_strdup_printf ("db^{[%d]} = dz^{[%d]}", l, l)
          : g_strdup_printf ("db^{[%d]} = \\frac{1}{m} \\sum_{i=1}^{m} dZ^{[%d](i)}", l, l);

  append_by_example (text, self, error, self->dz[l], network->n[l]);
  append_line (text, dw, self->gradient + gradus_network_w_offset (network, l), network->n[l],
               (gsize) network->n[l - 1], network->n[l - 1]);
  append_line (text, db, self->gradient + gradus_network_b_offset (network, l), network->n[l], 1,
               1);
}

static void
append_update (GString *text, const GradusStep *self, int l, gboolean is_bias)
{
  const GradusNetwork *network = self->snapshot->network;
  const char *w = is_bias ? "b" : "W";
  gsize offset =
      is_bias ? gradus_network_b_offset (network, l) : gradus_network_w_offset (network, l);
  int rows = network->n[l], columns = is_bias ? 1 : network->n[l - 1];

  g_string_append_printf (text, "\\[ %s^{[%d]} := %s^{[%d]} - \\alpha\\, d%s^{[%d]} = ", w, l, w, l,
                          w, l);
  append_matrix (text, network->parameters + offset, rows, (gsize) columns, columns,
                 UPDATE_COLUMNS);
  g_string_append (text, " - ");
  append_number (text, self->alpha);
  g_string_append_c (text, ' ');
  append_matrix (text, self->gradient + offset, rows, (gsize) columns, columns, UPDATE_COLUMNS);
  g_string_append (text, " = ");
  append_matrix (text, self->next + offset, rows, (gsize) columns, columns, UPDATE_COLUMNS);
  g_string_append (text, " \\]\n");
}

char *
gradus_step_to_latex (const GradusStep *self)
{
  const GradusNetwork *network = self->snapshot->network;
  int last = network->n_layers;
  GString *text = g_string_new ("% needs \\usepackage{amsmath}\n");

  g_string_append_printf (text,
                          "One step of gradient descent from the parameters of epoch "
                          "%" G_GINT64_FORMAT " with $\\alpha = ",
                          self->snapshot->row.epoch);
  append_number (text, self->alpha);
  if (is_single (self))
    g_string_append_printf (text, "$, over example %" G_GINT64_FORMAT " alone.\n",
                            self->example + 1);
  else
    g_string_append_printf (text, "$, over all $m = %" G_GSIZE_FORMAT "$ examples.\n", self->m);
  append_by_example (text, self, letter (self, 'x'), self->x, self->data->n_x);
  append_by_example (text, self, letter (self, 'y'), self->y, network->n[last]);
  for (int l = 1; l <= last; l++)
    append_forward (text, self, l);
  for (int l = last; l >= 1; l--)
    append_backward (text, self, l);
  for (int l = 1; l <= last; l++)
    {
      append_update (text, self, l, FALSE);
      append_update (text, self, l, TRUE);
    }
  return g_string_free (text, FALSE);
}
