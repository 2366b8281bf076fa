/* Weights and biases as JSON: an object for a run, a list of them for several. */
#include "cli/parameters-json.h"

#include "core/cell.h"

static void
append_vector (GString *json, const double *values, int n)
{
  for (int i = 0; i < n; i++)
    {
      g_string_append (json, i == 0 ? "[" : ", ");
      gradus_cell_append_number (json, values[i]);
    }
  g_string_append_c (json, ']');
}

/* "0.01" with what JSON wants about it. */
static void
append_string (GString *json, const char *text)
{
  g_string_append_c (json, '"');
  for (; *text != '\0'; text++)
    g_string_append_printf (json, *text == '"' || *text == '\\' ? "\\%c" : "%c", *text);
  g_string_append_c (json, '"');
}

void
gradus_parameters_json_append (GString *json, const char *run, const char *across,
                               const GradusNetwork *network, gboolean is_first, gboolean is_last)
{
  if (run != NULL)
    {
      g_string_append (json, is_first ? "[" : ",\n ");
      g_string_append (json, "{\"run\": ");
      append_string (json, run);
      if (across != NULL)
        {
          g_string_append (json, ", \"across\": ");
          append_string (json, across);
        }
      g_string_append (json, ",\n ");
    }
  else
    g_string_append_c (json, '{');
  for (int l = 1; l <= network->n_layers; l++)
    {
      const double *w = gradus_network_w (network, l);

      g_string_append_printf (json, "%s\"W%d\": [", l > 1 ? ",\n " : "", l);
      for (int i = 0; i < network->n[l]; i++)
        {
          g_string_append (json, i > 0 ? ",\n  " : "");
          append_vector (json, w + (gsize) i * (gsize) network->n[l - 1], network->n[l - 1]);
        }
      g_string_append_printf (json, "],\n \"b%d\": ", l);
      append_vector (json, gradus_network_b (network, l), network->n[l]);
    }
  g_string_append (json, run == NULL || !is_last ? "}" : "}]");
  if (is_last)
    g_string_append_c (json, '\n');
}
