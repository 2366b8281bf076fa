/* The grid of the plane in the space of the hidden units, with points where its lines bend. */
#include "core/space-grid.h"

#include <math.h>
#include <string.h>

/* Points of a line to begin with, and how often those between which it bends are doubled. */
#define FIRST_POINTS 65
#define LEAST_POINTS 9
#define ROUNDS 8
/* It bends where a point is farther than this share of g's range from the middle of its two
 * neighbours. */
#define BEND 0.01
/* Points times parameters: what the grid may take; only the widest networks have coarser lines. */
#define MAX_WORK 1e9

/* A point on a line of the grid: t from 0 to 1 along it. */
typedef struct
{
  int line;
  double t;
} Node;

/* Where a node of the grid lies in the plane: x1 stays the same on the first half of the lines. */
static void
node_place (const Node *node, const GradusExtent *e, double *x1, double *x2)
{
  double s = (double) (node->line % GRADUS_SPACE_LINES) / (GRADUS_SPACE_LINES - 1), t = node->t;
  gboolean has_fixed_x1 = node->line < GRADUS_SPACE_LINES;
  double u = has_fixed_x1 ? s : t, v = has_fixed_x1 ? t : s;

  *x1 = e->x0 * (1 - u) + e->x1 * u;
  *x2 = e->y0 * (1 - v) + e->y1 * v;
}

static void
map_nodes (GradusSpace *self, const GradusNetwork *network, GradusTile *tile,
           const GradusExtent *extent, const GArray *nodes)
{
  g_autofree double *x1 = g_new (double, nodes->len);
  g_autofree double *x2 = g_new (double, nodes->len);

  for (guint i = 0; i < nodes->len; i++)
    node_place (&g_array_index (nodes, Node, i), extent, &x1[i], &x2[i]);
  gradus_space_fill (&self->grid, self, network, tile, nodes->len, x1, x2);
}

/* The whole range of g, or what the layer's units make of the grid where g has no bounds. */
static double
layer_range (const GradusSpace *self, GradusActivation g, int layer)
{
  double widest = 0;

  if (gradus_activation_can_saturate (g))
    return gradus_activation_value (g, 1e3) - gradus_activation_value (g, -1e3);
  for (int j = 0; j < self->n_units[layer - 1]; j++)
    {
      float low = INFINITY, high = -INFINITY;
      gradus_space_widen (&self->grid, layer, j, &low, &high);
      widest = fmax (widest, high - low);
    }
  return widest;
}

/* Marks the nodes at which some unit's line bends: those beside them are too far apart. */
static void
find_bends (const GradusSpace *self, GradusActivation g, const GArray *nodes, guint8 *is_bent)
{
  const Node *node = (const Node *) (gpointer) nodes->data;

  memset (is_bent, 0, nodes->len);
  for (int l = 1; l <= self->n_layers; l++)
    {
      double most = BEND * layer_range (self, g, l);
      for (int j = 0; j < self->n_units[l - 1]; j++)
        {
          const float *a = self->grid.a[l - 1] + (gsize) j * self->grid.n;
          for (guint i = 1; i + 1 < nodes->len; i++)
            {
              double s = (node[i].t - node[i - 1].t) / (node[i + 1].t - node[i - 1].t);
              if (node[i - 1].line == node[i + 1].line
                  && fabs (a[i] - ((1 - s) * a[i - 1] + s * a[i + 1])) > most)
                is_bent[i] = TRUE;
            }
        }
    }
}

/* Puts a node between any two of which one is bent. Returns: FALSE where there is none, or no room.
 */
static gboolean
refine (GArray *nodes, const guint8 *is_bent)
{
  guint n = nodes->len, n_more = 0;
  g_autofree Node *old = g_memdup2 (nodes->data, n * sizeof (Node));

  for (guint i = 1; i < n; i++)
    n_more += old[i].line == old[i - 1].line && (is_bent[i] || is_bent[i - 1]);
  if (n_more == 0 || n + n_more > GRADUS_SPACE_POINTS)
    return FALSE;
  g_array_set_size (nodes, 0);
  for (guint i = 0; i < n; i++)
    {
      if (i > 0 && old[i].line == old[i - 1].line && (is_bent[i] || is_bent[i - 1]))
        {
          Node between = { old[i].line, (old[i].t + old[i - 1].t) / 2 };
          g_array_append_val (nodes, between);
        }
      g_array_append_val (nodes, old[i]);
    }
  return TRUE;
}

void
gradus_space_map_grid (GradusSpace *self, const GradusNetwork *network, GradusTile *tile,
                       const GradusExtent *extent)
{
  int n_lines = 2 * GRADUS_SPACE_LINES;
  double affordable = MAX_WORK / (double) network->n_parameters / n_lines;
  int n_points = (int) CLAMP (affordable, LEAST_POINTS, FIRST_POINTS);
  int rounds = affordable > FIRST_POINTS ? ROUNDS : 0;
  g_autoptr (GArray) nodes = g_array_new (FALSE, FALSE, sizeof (Node));

  for (int line = 0; line < n_lines; line++)
    for (int i = 0; i < n_points; i++)
      {
        Node node = { line, (double) i / (n_points - 1) };
        g_array_append_val (nodes, node);
      }
  map_nodes (self, network, tile, extent, nodes);
  for (; rounds > 0; rounds--)
    {
      g_autofree guint8 *is_bent = g_new (guint8, nodes->len);
      find_bends (self, network->activation, nodes, is_bent);
      if (!refine (nodes, is_bent))
        break;
      map_nodes (self, network, tile, extent, nodes);
    }

  for (guint i = 0, line = 0; i <= nodes->len; i++)
    if (i == nodes->len || i == 0
        || g_array_index (nodes, Node, i).line != g_array_index (nodes, Node, i - 1).line)
      self->starts[line++] = (int) i;
}
