/* One step of gradient descent as a NumPy program that prints the same numbers. */
#include <math.h>
#include <string.h>

#include "core/step-text.h"

/* g (Z) and g' (Z) of the hidden layers, with the layer's number for each %d. */
static const struct
{
  const char *value;
  const char *slope;
} activations[] = {
  [GRADUS_ACTIVATION_TANH] = { "np.tanh(Z%d)", "(1 - A%d ** 2)" },
  [GRADUS_ACTIVATION_SIGMOID] = { "1 / (1 + np.exp(-Z%d))", "A%d * (1 - A%d)" },
  [GRADUS_ACTIVATION_RELU] = { "np.maximum(Z%d, 0)", "(Z%d > 0)" },
  [GRADUS_ACTIVATION_LEAKY_RELU] = { "np.where(Z%d > 0, Z%d, 0.01 * Z%d)",
                                     "np.where(Z%d > 0, 1, 0.01)" },
  [GRADUS_ACTIVATION_IDENTITY] = { "Z%d.copy()", "1" },
};

/* 17 significant digits read back as the same double, and never as a whole number. */
static void
append_number (GString *text, double number)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (text, g_ascii_formatd (digits, sizeof digits, "%.17g", number));
  if (strpbrk (digits, ".en") == NULL)
    g_string_append (text, ".0");
}

/* The pattern with the layer in place of each %d. */
static void
append_pattern (GString *text, const char *pattern, int l)
{
  g_autoptr (GString) words = g_string_new (pattern);
  g_autofree char *layer = g_strdup_printf ("%d", l);

  g_string_replace (words, "%d", layer, 0);
  g_string_append (text, words->str);
}

/* name = np.array([[…], […]]), (rows, columns) row-major, each row stride behind the one before. */
static void
append_matrix (GString *text, const char *name, const double *values, int rows, gsize columns,
               gsize stride)
{
  g_string_append_printf (text, "%s = np.array([", name);
  for (int j = 0; j < rows; j++)
    {
      g_string_append (text, j > 0 ? ",\n    [" : "\n    [");
      for (gsize i = 0; i < columns; i++)
        {
          g_string_append (text, i > 0 ? ", " : "");
          append_number (text, values[(gsize) j * stride + i]);
        }
      g_string_append_c (text, ']');
    }
  g_string_append_printf (text, "])  # %d x %" G_GSIZE_FORMAT "\n", rows, columns);
}

/* A string of Python. */
static void
append_string (GString *text, const char *string)
{
  g_string_append_c (text, '"');
  for (const char *c = string; *c != '\0'; c++)
    if (*c == '"' || *c == '\\')
      g_string_append_printf (text, "\\%c", *c);
    else if (g_ascii_iscntrl (*c))
      g_string_append_printf (text, "\\x%02x", (guint8) *c);
    else
      g_string_append_c (text, *c);
  g_string_append_c (text, '"');
}

gboolean
gradus_step_reads_data (const GradusStep *self)
{
  return self->m > GRADUS_STEP_TEXT_EXAMPLES;
}

gboolean
gradus_step_reads_parameters (const GradusStep *self)
{
  return self->snapshot->network->n_parameters > GRADUS_STEP_TEXT_PARAMETERS;
}

static void
append_head (GString *text, const GradusStep *self, const GradusStepFiles *files)
{
  gint64 epoch = self->snapshot->row.epoch;

  g_string_append_printf (text,
                          "# One step of gradient descent in NumPy, from the parameters of epoch "
                          "%" G_GINT64_FORMAT "\n",
                          epoch);
  if (self->example >= 0)
    g_string_append_printf (text, "# over example %" G_GINT64_FORMAT " alone, as a batch of one.\n",
                            self->example + 1);
  else
    g_string_append_printf (text, "# over all %" G_GSIZE_FORMAT " training examples.\n", self->m);
  if (self->example < 0 && self->batch > 0)
    g_string_append_printf (
        text, "# The run's own updates each use a batch of %" G_GINT64_FORMAT ".\n", self->batch);
  if (gradus_step_reads_data (self))
    {
      g_string_append (text, "# Reads the examples, which gradus-cli EXPERIMENT --data-out=");
      append_string (text, files->data);
      g_string_append (text, " writes.\n");
    }
  if (gradus_step_reads_parameters (self))
    {
      g_string_append_printf (text,
                              "# Reads the parameters, which gradus-cli EXPERIMENT --epochs="
                              "%" G_GINT64_FORMAT " --parameters=",
                              epoch);
      append_string (text, files->parameters);
      g_string_append (text, " writes.\n");
    }
  if (gradus_step_reads_data (self))
    g_string_append (text, "import csv\n");
  if (gradus_step_reads_parameters (self))
    g_string_append (text, "import json\n");
  g_string_append (text, "import numpy as np\n\nnp.set_printoptions(precision=17, linewidth=100)\n"
                         "np.seterr(over=\"ignore\")  # exp of a large number is infinite, and "
                         "1 / infinity is 0\n");
}

/* Labels 0, 1, … as a row, and Y made of them. */
static void
append_y (GString *text, const GradusStep *self)
{
  int n_y = self->snapshot->network->n[self->snapshot->network->n_layers];

  if (n_y == 1)
    g_string_append (text, "Y = labels.reshape(1, -1).astype(float)  # 1 x m\n");
  else
    g_string_append_printf (
        text, "Y = np.eye(%d)[:, labels]  # %d x m, a column has its 1 at the label\n", n_y, n_y);
}

static void
append_data (GString *text, const GradusStep *self)
{
  const GradusDataset *data = self->data;
  gsize first = (gsize) gradus_step_example (self, 0);

  append_matrix (text, "X", data->x + first, data->n_x, self->m, data->m);
  g_string_append (text, "labels = np.array([");
  for (gsize i = 0; i < self->m; i++)
    g_string_append_printf (text, i > 0 ? ", %d" : "%d", data->labels[first + i]);
  g_string_append (text, "])\n");
}

static void
append_data_file (GString *text, const GradusStep *self, const GradusStepFiles *files)
{
  g_string_append (text, "with open(");
  append_string (text, files->data);
  g_string_append_printf (
      text,
      ", newline=\"\", encoding=\"utf-8\") as file:\n"
      "    rows = [row for row in list(csv.reader(file))[1:] if row[-1] == \"0\"]  # not held out\n"
      "X = np.array([[float(cell) for cell in row[:%d]] for row in rows]).T.copy()  # %d x m\n"
      "classes = [",
      self->data->n_x, self->data->n_x);
  for (int k = 0; k < self->data->n_classes; k++)
    {
      g_string_append (text, k > 0 ? ", " : "");
      append_string (text, self->data->class_names[k]);
    }
  g_string_append_printf (text, "]\nlabels = np.array([classes.index(row[%d]) for row in rows])\n",
                          self->data->n_x);
  if (files->standardise)
    g_string_append (text, "X -= X.mean(axis=1, keepdims=True)\n"
                           "deviation = X.std(axis=1, keepdims=True)\n"
                           "X /= np.where(deviation == 0, 1, deviation)\n");
}

static void
append_parameters (GString *text, const GradusStep *self, const GradusStepFiles *files)
{
  const GradusNetwork *network = self->snapshot->network;
  gboolean reads = gradus_step_reads_parameters (self);

  if (reads)
    {
      g_string_append (text, "with open(");
      append_string (text, files->parameters);
      g_string_append (text, ", encoding=\"utf-8\") as file:\n    parameters = json.load(file)\n");
    }
  for (int l = 1; l <= network->n_layers; l++)
    {
      g_autofree char *w = g_strdup_printf ("W%d", l), *b = g_strdup_printf ("b%d", l);
      gsize n_before = (gsize) network->n[l - 1];
      if (reads)
        g_string_append_printf (text,
                                "W%d = np.array(parameters[\"W%d\"], dtype=float)\n"
                                "b%d = np.array(parameters[\"b%d\"], dtype=float).reshape(-1, 1)\n",
                                l, l, l, l);
      else
        {
          append_matrix (text, w, gradus_network_w (network, l), network->n[l], n_before, n_before);
          append_matrix (text, b, gradus_network_b (network, l), network->n[l], 1, 1);
        }
    }
}

/* What A[l] is called. (transfer full) */
static char *
name_a (int l)
{
  return l == 0 ? g_strdup ("X") : g_strdup_printf ("A%d", l);
}

static void
append_forward (GString *text, const GradusNetwork *network)
{
  int last = network->n_layers;

  g_string_append (text, "\n# forward\n");
  for (int l = 1; l <= last; l++)
    {
      g_autofree char *before = name_a (l - 1);
      g_string_append_printf (text, "Z%d = W%d @ %s + b%d\n", l, l, before, l);
      if (l == last && network->n[l] > 1)
        append_pattern (text,
                        "E = np.exp(Z%d - Z%d.max(axis=0))\n"
                        "A%d = E / E.sum(axis=0)  # softmax\n",
                        l);
      else if (l == last)
        append_pattern (text, "A%d = 1 / (1 + np.exp(-Z%d))\n", l);
      else
        {
          g_string_append_printf (text, "A%d = ", l);
          append_pattern (text, activations[network->activation].value, l);
          g_string_append_c (text, '\n');
        }
    }
}

static void
append_backward (GString *text, const GradusStep *self)
{
  const GradusNetwork *network = self->snapshot->network;
  int last = network->n_layers;

  g_string_append (text, "\n# backward\n");
  for (int l = last; l >= 1; l--)
    {
      g_autofree char *before = name_a (l - 1);
      if (l == last)
        g_string_append_printf (text, "dZ%d = A%d - Y\n", l, l);
      else
        {
          g_string_append_printf (text, "dZ%d = (W%d.T @ dZ%d) * ", l, l + 1, l + 1);
          append_pattern (text, activations[network->activation].slope, l);
          g_string_append_c (text, '\n');
        }
      g_string_append_printf (text, "dW%d = dZ%d @ %s.T / m", l, l, before);
      if (self->l2 != 0)
        g_string_append_printf (text, " + penalty / %" G_GSIZE_FORMAT " * W%d", self->data->m, l);
      g_string_append_printf (text, "\ndb%d = dZ%d.sum(axis=1, keepdims=True) / m\n", l, l);
    }
}

static void
append_update (GString *text, const GradusNetwork *network)
{
  g_string_append (text, "\n# the step\n");
  for (int l = 1; l <= network->n_layers; l++)
    g_string_append_printf (text, "W%d = W%d - alpha * dW%d\nb%d = b%d - alpha * db%d\n", l, l, l,
                            l, l, l);
}

/* A list of names as Python has it. */
static void
append_names (GString *text, const GradusNetwork *network, const char *const *kinds)
{
  for (int l = 1; l <= network->n_layers; l++)
    for (int k = 0; kinds[k] != NULL; k++)
      g_string_append_printf (text, "show(\"%s%d\", %s%d)\n", kinds[k], l, kinds[k], l);
}

static void
append_show (GString *text, const GradusNetwork *network)
{
  static const char *const before[] = { "Z", "A", "dZ", "dW", "db", NULL };
  static const char *const after[] = { "W", "b", NULL };

  g_string_append (text, "\n\ndef show(name, matrix):\n"
                         "    print(name, \"is\", matrix.shape[0], \"x\", matrix.shape[1])\n"
                         "    print(matrix)\n\n\n");
  append_names (text, network, before);
  g_string_append (text, "print(\"after the step\")\n");
  append_names (text, network, after);
}

char *
gradus_step_to_numpy (const GradusStep *self, const GradusStepFiles *files)
{
  GradusStepFiles names = files != NULL ? *files : (GradusStepFiles){ 0 };
  const GradusNetwork *network = self->snapshot->network;
  GString *text = g_string_new (NULL);

  names.data = names.data != NULL ? names.data : "data.csv";
  names.parameters = names.parameters != NULL ? names.parameters : "parameters.json";
  append_head (text, self, &names);
  g_string_append (text, "\n# the examples\n");
  if (gradus_step_reads_data (self))
    append_data_file (text, self, &names);
  else
    append_data (text, self);
  append_y (text, self);
  g_string_append (text, "m = X.shape[1]\n\n# the parameters\n");
  append_parameters (text, self, &names);
  g_string_append (text, "alpha = ");
  append_number (text, self->alpha);
  if (self->l2 != 0)
    {
      g_string_append (text, "\npenalty = ");
      append_number (text, self->l2);
    }
  g_string_append_c (text, '\n');
  append_forward (text, network);
  append_backward (text, self);
  append_update (text, network);
  append_show (text, network);
  return g_string_free (text, FALSE);
}
