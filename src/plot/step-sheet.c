/* Where the equations and matrices of one step stand, at a width: no ink, so that a pointer can be
 * asked about as well. */
#include "plot/step-sheet.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "plot/step-words.h"

/* Under the title, and what each of two lines of words about it takes more. */
#define HEAD 36.0
#define NOTE 15.0
/* From this width on the words stand beside the title, and from that on the second ones as well. */
#define SHORT_LINE 480.0
#define LONG_LINE 840.0
#define HEADING 30.0
#define GAP 9.0    /* between two lines of equations */
#define LABEL 19.0 /* height of an equation above its numbers */
/* Beneath this width the numbers stand under their equation. */
#define NARROW 640.0
#define EQUATION 196.0
#define PENALTY 84.0 /* what a dW with its penalty takes more */
#define SHAPE 96.0
#define MORE 36.0 /* what "290 more rows" takes beyond that, in a narrow sheet */
#define INDENT 12.0

#define BRACKET 7.0   /* from a bracket to the numbers */
#define ELLIPSIS 20.0 /* "…" */
#define FACTOR 45.0   /* "10⁻³ ×" */
#define SPACING 10.0  /* between two columns */
/* What figures take at most in the font of the numbers, in any usual face. */
#define DIGIT 7.0
#define MINUS 8.4
#define POINT 3.6

/* Rows of a long matrix that are shown, and from how many on it is long. */
#define SOME_ROWS 10
#define LONG 12
/* Significant digits of a matrix's largest number. */
#define DIGITS 4

typedef struct
{
  const GradusFigure *figure;
  const GradusStep *step;
  GradusStepSheet *sheet;
  double width, y;
  const char *heading; /* of the next line */
} Builder;

/* The largest |value| that may be shown, whether one is negative, and whether all are whole. */
static double
find_range (const GradusStepMatrix *m, gboolean *is_negative, gboolean *is_whole)
{
  double largest = 0;
  gsize n = (gsize) m->n_rows * (gsize) m->n_kept;

  *is_negative = FALSE;
  *is_whole = TRUE;
  for (gsize i = 0; i < n; i++)
    {
      double v = m->values[i];
      *is_negative = *is_negative || v < 0;
      *is_whole = *is_whole && v == floor (v);
      if (isfinite (v))
        largest = fmax (largest, fabs (v));
    }
  return largest;
}

/* So many decimals that the largest number has DIGITS significant ones; powers of ten are taken out
 * where that would be long. */
static void
choose_format (GradusStepMatrix *m)
{
  gboolean is_negative, is_whole;
  double largest = find_range (m, &is_negative, &is_whole);
  int power = largest > 0 ? (int) floor (log10 (largest)) : 0;

  m->exponent = power < -2 || power > DIGITS ? power : 0;
  m->decimals = is_whole && m->exponent == 0 ? 0 : MAX (0, DIGITS - 1 - (power - m->exponent));
  int whole = MAX (0, power - m->exponent) + 1;
  m->cell = SPACING + (whole + m->decimals) * DIGIT + (is_negative ? MINUS : 0)
            + (m->decimals > 0 ? POINT : 0);
}

static double
matrix_width (const GradusStepMatrix *m, int n_columns)
{
  return 2 * BRACKET + n_columns * m->cell - SPACING
         + ((gsize) n_columns < m->columns ? ELLIPSIS : 0) + (m->exponent != 0 ? FACTOR : 0);
}

/* As many columns as there is room for, at least one. */
static void
fit_columns (GradusStepMatrix *m, double room)
{
  for (m->n_columns = m->n_kept; m->n_columns > 1; m->n_columns--)
    if (matrix_width (m, m->n_columns) <= room)
      break;
}

static void
put_matrix (GradusStepMatrix *m, double x, double y)
{
  double factor = m->exponent != 0 ? FACTOR : 0;
  int n_lines = m->n_rows + (m->n_rows < m->rows ? 1 : 0);

  m->box = (GradusRect){ x + factor, y, matrix_width (m, m->n_columns) - factor,
                         n_lines * GRADUS_STEP_PITCH };
}

static GradusStepMatrix
make_matrix (GradusMatrixKind kind, int layer, const double *values, int rows, gsize columns,
             int n_kept)
{
  GradusStepMatrix m = { .kind = kind,
                         .layer = layer,
                         .values = values,
                         .rows = rows,
                         .columns = columns,
                         .n_kept = n_kept,
                         .n_rows = rows <= LONG ? rows : SOME_ROWS };

  choose_format (&m);
  return m;
}

static char *
tell_shape (int rows, gsize columns)
{
  GradusNumber n = gradus_number_count (rows);
  GradusNumber m = gradus_number_count ((gint64) columns);

  return g_strdup_printf ("%s × %s", n.text, m.text);
}

/* "and 1014 more rows"; NULL where all are shown. */
static char *
tell_more (const GradusStepMatrix *m)
{
  int n = m->rows - m->n_rows;
  GradusNumber count = gradus_number_count (n);

  if (n == 0)
    return NULL;
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s more row", "%s more rows", (gulong) n),
                          count.text);
}

/* Where the numbers of a line begin, and what room they have. */
static double
numbers_x (const Builder *self)
{
  if (self->sheet->is_narrow)
    return GRADUS_STEP_PAD + INDENT;
  return GRADUS_STEP_PAD + EQUATION + (self->step->l2 != 0 ? PENALTY : 0) + SHAPE;
}

static double
numbers_room (const Builder *self)
{
  return self->width - GRADUS_STEP_PAD - numbers_x (self);
}

/* The equation beside or above numbers of that height; y goes to where they begin. */
static void
put_label (Builder *self, GradusStepLine *line, double height)
{
  double pad = GRADUS_STEP_PAD, right = self->width - pad;

  line->top = self->y;
  if (self->heading != NULL)
    self->y += HEADING;
  line->heading = self->heading;
  self->heading = NULL;
  line->label = (GradusRect){ pad, self->y, numbers_x (self) - SHAPE - pad, height };
  line->place = (GradusRect){ numbers_x (self) - SHAPE, self->y, SHAPE - 8, height };
  if (!self->sheet->is_narrow)
    return;
  line->place = (GradusRect){ right - SHAPE, self->y, SHAPE, LABEL };
  double taken = SHAPE + (line->more != NULL ? MORE : 0);
  line->label = (GradusRect){ pad, self->y, fmax (right - taken - pad, 1), LABEL };
  self->y += LABEL + 2;
}

static double
lines_height (const GradusStepMatrix *m)
{
  return (m->n_rows + (m->n_rows < m->rows ? 1 : 0)) * GRADUS_STEP_PITCH;
}

/* equation is (transfer full). */
static void
add_line (Builder *self, char *equation, GradusStepMatrix matrix)
{
  GradusStepLine line = { .equation = equation, .n_matrices = 1 };

  line.shape = tell_shape (matrix.rows, matrix.columns);
  line.more = tell_more (&matrix);
  put_label (self, &line, lines_height (&matrix));
  fit_columns (&matrix, numbers_room (self));
  put_matrix (&matrix, numbers_x (self), self->y);
  line.matrices[0] = matrix;
  self->y += matrix.box.height + GAP;
  line.bottom = self->y;
  g_array_append_val (self->sheet->lines, line);
}

/* What the words between two matrices take. */
static double
joint_width (const char *words)
{
  return words != NULL ? (double) g_utf8_strlen (words, -1) * DIGIT + 14 : 0;
}

/* W − α dW = W in a row where they have room, at the cost of columns if they are many; else one
 * under the other. */
static gboolean
fits_in_a_row (const Builder *self, const GradusStepLine *line, double joints)
{
  double whole = joints, room = numbers_room (self);

  for (int i = 0; i < 3; i++)
    whole += matrix_width (&line->matrices[i], line->matrices[i].n_kept);
  if (whole <= room)
    return TRUE;
  for (int i = 0; i < 3; i++)
    if (matrix_width (&line->matrices[i], MIN (4, line->matrices[i].n_kept)) > (room - joints) / 3)
      return FALSE;
  return TRUE;
}

static void
put_in_a_row (Builder *self, GradusStepLine *line, double joints)
{
  double x = numbers_x (self), room = numbers_room (self) - joints, whole = 0;

  for (int i = 0; i < 3; i++)
    whole += matrix_width (&line->matrices[i], line->matrices[i].n_kept);
  for (int i = 0; i < 3; i++)
    {
      GradusStepMatrix *m = &line->matrices[i];
      x += joint_width (line->joints[i]);
      line->joint_end[i] = x - 6;
      fit_columns (m, whole <= room ? room : room / 3);
      put_matrix (m, x, self->y);
      x += matrix_width (m, m->n_columns);
    }
  self->y += line->matrices[0].box.height + GAP;
}

static void
put_under_each_other (Builder *self, GradusStepLine *line)
{
  double indent = 0;

  for (int i = 0; i < 3; i++)
    indent = fmax (indent, joint_width (line->joints[i]));
  for (int i = 0; i < 3; i++)
    {
      GradusStepMatrix *m = &line->matrices[i];
      double x = numbers_x (self) + indent;
      line->joint_end[i] = x - 6;
      fit_columns (m, numbers_room (self) - indent);
      put_matrix (m, x, self->y);
      self->y += m->box.height + (i < 2 ? 5 : GAP);
    }
}

static void
add_update (Builder *self, int l, gboolean is_bias)
{
  const GradusNetwork *network = self->step->snapshot->network;
  int rows = network->n[l], columns = is_bias ? 1 : network->n[l - 1];
  gsize offset =
      is_bias ? gradus_network_b_offset (network, l) : gradus_network_w_offset (network, l);
  const double *const values[] = { network->parameters, self->step->gradient, self->step->next };
  GradusStepLine line = { .equation = gradus_step_words_update (self->step, l, is_bias),
                          .shape = tell_shape (rows, (gsize) columns),
                          .n_matrices = 3 };
  g_autofree char *alpha =
      gradus_step_words_alpha (self->step, self->figure->captions->decimal_point);

  for (int i = 0; i < 3; i++)
    line.matrices[i] = make_matrix (is_bias ? GRADUS_MATRIX_BIASES : GRADUS_MATRIX_WEIGHTS, l,
                                    values[i] + offset, rows, (gsize) columns, columns);
  line.joints[1] = g_strdup_printf ("− %s ×", alpha);
  line.joints[2] = g_strdup ("=");
  line.more = tell_more (&line.matrices[0]);
  double joints = joint_width (line.joints[1]) + joint_width (line.joints[2]);
  put_label (self, &line, lines_height (&line.matrices[0]));
  if (fits_in_a_row (self, &line, joints))
    put_in_a_row (self, &line, joints);
  else
    put_under_each_other (self, &line);
  line.bottom = self->y;
  g_array_append_val (self->sheet->lines, line);
}

static GradusStepMatrix
by_example (const Builder *self, int layer, const double *values, int rows)
{
  return make_matrix (GRADUS_MATRIX_EXAMPLES, layer, values, rows, self->step->m,
                      self->step->n_columns);
}

static void
add_forward (Builder *self, int l)
{
  const GradusStep *step = self->step;
  int n = step->snapshot->network->n[l];

  if (l == 1)
    add_line (self, gradus_step_words_input (step, FALSE),
              by_example (self, 0, step->x, step->data->n_x));
  add_line (self, gradus_step_words_z (step, l), by_example (self, l, step->z[l], n));
  add_line (self, gradus_step_words_a (step, l), by_example (self, l, step->a[l], n));
  if (l == step->snapshot->network->n_layers)
    add_line (self, gradus_step_words_input (step, TRUE), by_example (self, l, step->y, n));
}

static void
add_backward (Builder *self, int l)
{
  const GradusStep *step = self->step;
  const GradusNetwork *network = step->snapshot->network;
  int n = network->n[l], n_before = network->n[l - 1];

  add_line (self, gradus_step_words_dz (step, l), by_example (self, l, step->dz[l], n));
  add_line (self, gradus_step_words_dw (step, l),
            make_matrix (GRADUS_MATRIX_WEIGHTS, l,
                         step->gradient + gradus_network_w_offset (network, l), n, (gsize) n_before,
                         n_before));
  add_line (self, gradus_step_words_db (step, l),
            make_matrix (GRADUS_MATRIX_BIASES, l,
                         step->gradient + gradus_network_b_offset (network, l), n, 1, 1));
}

static void
add_lines (Builder *self)
{
  int last = self->step->snapshot->network->n_layers, only = self->figure->step_layer;
  gboolean is_one = only >= 1 && only <= last;
  int from = is_one ? only : 1, to = is_one ? only : last;

  self->heading = _ ("Forward");
  for (int l = from; l <= to; l++)
    add_forward (self, l);
  self->heading = _ ("Backward");
  for (int l = to; l >= from; l--)
    add_backward (self, l);
  self->heading = _ ("Update");
  for (int l = from; l <= to; l++)
    {
      add_update (self, l, FALSE);
      add_update (self, l, TRUE);
    }
}

static void
clear_line (gpointer data)
{
  GradusStepLine *line = data;

  g_free (line->equation);
  g_free (line->shape);
  g_free (line->more);
  for (int i = 0; i < 3; i++)
    g_free (line->joints[i]);
}

GradusStepSheet *
gradus_step_sheet_new (const GradusFigure *figure, double width)
{
  GradusStepSheet *self = g_new0 (GradusStepSheet, 1);
  Builder builder = { .figure = figure, .sheet = self, .width = width, .y = HEAD };

  self->lines = g_array_new (FALSE, FALSE, sizeof (GradusStepLine));
  g_array_set_clear_func (self->lines, clear_line);
  self->is_narrow = width < NARROW;
  if (figure->scene != NULL && figure->scene->step != NULL)
    {
      const GradusStep *step = figure->scene->step;
      builder.step = step;
      self->notes_below = width < SHORT_LINE;
      self->difference_below = width < LONG_LINE && (step->batch > 0 || step->example >= 0);
      builder.y += (self->notes_below + self->difference_below) * NOTE;
      add_lines (&builder);
    }
  self->height = ceil (builder.y + GRADUS_STEP_PAD);
  return self;
}

void
gradus_step_sheet_free (GradusStepSheet *self)
{
  g_array_unref (self->lines);
  g_free (self);
}

double
gradus_step_matrix_row_y (const GradusStepMatrix *self, int row)
{
  return self->box.y + (row + 0.5) * GRADUS_STEP_PITCH;
}

double
gradus_step_matrix_column_x (const GradusStepMatrix *self, int column)
{
  return self->box.x + BRACKET + (column + 1) * self->cell - SPACING;
}

gboolean
gradus_step_matrix_find (const GradusStepMatrix *self, double px, double py, GradusTarget *target)
{
  int row = (int) floor ((py - self->box.y) / GRADUS_STEP_PITCH);
  int column = (int) floor ((px - self->box.x - BRACKET + SPACING / 2) / self->cell);

  if (px < self->box.x || px > self->box.x + self->box.width || row < 0 || row >= self->n_rows)
    return FALSE;
  column = CLAMP (column, 0, self->n_columns - 1);
  *target = (GradusTarget){ .kind = GRADUS_TARGET_UNIT, .layer = self->layer, .unit = row };
  if (self->kind == GRADUS_MATRIX_WEIGHTS)
    {
      target->kind = GRADUS_TARGET_WEIGHT;
      target->input = column;
    }
  else if (self->kind == GRADUS_MATRIX_BIASES)
    target->kind = GRADUS_TARGET_BIAS;
  return TRUE;
}
