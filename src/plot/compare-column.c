/* The column of one of the runs that are compared: its name and numbers, the plane, the units, and
 * what is to be said of them. */
#include "plot/compare-column.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "plot/compare-units.h"
#include "plot/plot-boundary.h"
#include "plot/plot-units.h"

#define LINE 16.5       /* of the head, from baseline to baseline */
#define CHIP 20.0       /* what its ends add to the words */
#define NEXT_CHIP 120.0 /* what another one beside it takes, in few words */
/* A start with so many of the outputs saturated is one to look at: the narrator's third. */
#define SATURATED (1.0 / 3)

/* The first of the texts (NULL ends them) that has room; NULL where none has. */
static const char *
first_that_fits (GradusInk *ink, GradusFont font, double room, const char *const *texts)
{
  for (; *texts != NULL; texts++)
    if (gradus_ink_measure (ink, font, *texts) <= room)
      return *texts;
  return NULL;
}

/* The run's colour and name. Returns: where they end. */
static double
draw_name (GradusInk *ink, const char *name, GradusColor color, const GradusRect *head, double y)
{
  GradusRect square = { head->x, y - 10, 11, 11 };
  const char *const names[] = { name, NULL };
  double x = head->x + 18, room = head->x + head->width - x;
  GradusFont font = first_that_fits (ink, GRADUS_FONT_TITLE, room, names) != NULL
                        ? GRADUS_FONT_TITLE
                        : GRADUS_FONT_STRONG;

  gradus_ink_fill (ink, &square, color);
  return x + gradus_ink_text (ink, font, ink->theme->ink, x, y, 0, room, name);
}

/* Cost and accuracy: at the right of the name's line, or on lines of their own below it. */
static void
draw_numbers (GradusInk *ink, const GradusRow *row, const GradusCompareLayout *layout, double x,
              double y)
{
  const GradusRect *head = &layout->head;
  const char *point = ink->captions->decimal_point;
  double right = head->x + head->width;
  GradusNumber j = gradus_number_cost (row->cost, point);
  GradusNumber percent = gradus_number_percent (row->accuracy, GRADUS_ACCURACY_DECIMALS, point);
  g_autofree char *accuracy = g_strdup_printf (ink->captions->accuracy, percent.text);
  g_autofree char *cost = g_strdup_printf ("J = %s", j.text);
  g_autofree char *both = g_strdup_printf ("%s   %s", cost, accuracy);
  g_autofree char *terse = g_strdup_printf ("%s   %s", cost, percent.text);
  const char *const texts[] = { both, terse, NULL }, *const accuracies[] = { accuracy, percent.text,
                                                                             NULL };

  if (layout->head_lines == 1)
    {
      const char *words = first_that_fits (ink, GRADUS_FONT_NOTE, right - x - 10, texts);
      if (words != NULL)
        gradus_ink_text (ink, GRADUS_FONT_NOTE, ink->theme->soft, right, y, 1, 0, words);
      return;
    }
  if (layout->head_lines == 2)
    {
      const char *words = first_that_fits (ink, GRADUS_FONT_NOTE, head->width, texts);
      if (words != NULL)
        gradus_ink_text (ink, GRADUS_FONT_NOTE, ink->theme->soft, head->x, y + LINE, 0, 0, words);
      return;
    }
  const char *words = first_that_fits (ink, GRADUS_FONT_NOTE, head->width, accuracies);
  gradus_ink_text (ink, GRADUS_FONT_NOTE, ink->theme->soft, head->x, y + LINE, 0, 0, cost);
  if (words != NULL)
    gradus_ink_text (ink, GRADUS_FONT_NOTE, ink->theme->soft, head->x, y + 2 * LINE, 0, 0, words);
}

static void
draw_head (const GradusFigure *figure, GradusInk *ink, int i, const GradusCompareLayout *layout)
{
  const GradusFigureRun *run = &figure->runs[i];
  double lines = (layout->head_lines - 1) * LINE;
  double y = round ((layout->head.height - lines) / 2 + gradus_font_drop (GRADUS_FONT_TITLE));
  double x = draw_name (ink, run->name, ink->theme->runs[i], &layout->head, y);

  if (run->scene != NULL)
    draw_numbers (ink, &run->scene->snapshot->row, layout, x, y);
}

/* Where the next chip goes. */
typedef struct
{
  GradusInk *ink;
  const GradusRect *area;
  double x, y, line;
} Flow;

/* A chip with the longest of the words that fit, on the next line where this one is full; without
 * its ground where only that saves it. */
static void
add_chip (Flow *self, gboolean is_alarming, const char *const *texts)
{
  const GradusTheme *theme = self->ink->theme;
  double left = self->area->x, right = left + self->area->width;
  const char *words = first_that_fits (self->ink, GRADUS_FONT_NOTE, right - self->x - CHIP, texts);
  GradusColor color = is_alarming ? theme->alarm : theme->ink;

  if (words == NULL && self->x > left)
    {
      self->x = left;
      self->y += self->line;
      words = first_that_fits (self->ink, GRADUS_FONT_NOTE, right - left - CHIP, texts);
    }
  if (self->y + self->line > self->area->y + self->area->height + 1)
    return;
  double middle = self->y + self->line / 2;
  if (words != NULL)
    self->x += gradus_ink_chip_on (self->ink, self->x, middle, color,
                                   is_alarming ? theme->flat : theme->chip, words)
               + 8;
  else if ((words = first_that_fits (self->ink, GRADUS_FONT_NOTE, right - left, texts)) != NULL)
    {
      gradus_ink_text (self->ink, GRADUS_FONT_NOTE, color, left,
                       middle + gradus_font_drop (GRADUS_FONT_NOTE), 0, 0, words);
      self->x = right;
    }
}

/* (transfer full) */
static char *
name_layer (int layer, const char *words)
{
  return g_strdup_printf (_ ("layer %d: %s"), layer, words);
}

/* "all 4 units alike"; where there are several layers, "layer 2: all 4 units alike" as far as that
 * has room. */
static void
add_groups (Flow *flow, const GradusLayerDiagnosis *now, int layer, gboolean is_deep)
{
  gboolean is_apart = now->n_groups == now->n_units, is_one = now->n_groups == 1;
  g_autofree char *words =
      is_apart ? g_strdup (_ ("no two units alike"))
      : is_one ? g_strdup_printf (_ ("all %d units alike"), now->n_units)
               : g_strdup_printf (_ ("%d of %d units distinct"), now->n_groups, now->n_units);
  g_autofree char *few = is_apart ? g_strdup (_ ("none alike"))
                         : is_one ? g_strdup (_ ("all alike"))
                                  : g_strdup_printf (_ ("%d distinct"), now->n_groups);
  g_autofree char *named = name_layer (layer, words), *few_named = name_layer (layer, few);
  gboolean is_named =
      is_deep && gradus_ink_measure (flow->ink, GRADUS_FONT_NOTE, few_named) <= flow->area->width;
  const char *const texts[] = { is_named ? named : words, is_named ? few_named : few, NULL };
  double next = flow->line >= flow->area->height ? NEXT_CHIP : 0; /* on the only line */
  const char *first =
      first_that_fits (flow->ink, GRADUS_FONT_NOTE, flow->area->width - CHIP - next, texts);

  if (now->n_units > 1)
    add_chip (flow, now->n_groups < now->n_units,
              first != NULL ? (const char *const[]){ first, NULL } : texts);
}

/* "saturated at start 42 %", or how many relu units are dead. */
static void
add_flatness (Flow *flow, const GradusScene *scene, int layer)
{
  const GradusLayerDiagnosis *now = &scene->diagnosis->layers[layer - 1];
  GradusActivation g = scene->snapshot->network->activation;

  if (g == GRADUS_ACTIVATION_RELU)
    {
      g_autofree char *dead =
          now->n_dead == 0 ? g_strdup (_ ("no unit dead"))
                           : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d unit dead",
                                                           "%d units dead", (gulong) now->n_dead),
                                              now->n_dead);
      add_chip (flow, now->n_dead > 0, (const char *const[]){ dead, NULL });
    }
  const GradusDiagnosis *start = scene->start;
  if (start == NULL && scene->snapshot->row.epoch == 0)
    start = scene->diagnosis;
  if (start == NULL || !gradus_activation_can_saturate (g))
    return;
  double share = start->layers[layer - 1].saturated;
  GradusNumber percent = gradus_number_percent (share, 0, flow->ink->captions->decimal_point);
  g_autofree char *words = g_strdup_printf (_ ("saturated at start %s"), percent.text);
  g_autofree char *terse = g_strdup_printf (_ ("sat. at start %s"), percent.text);
  add_chip (flow, share >= SATURATED, (const char *const[]){ words, terse, NULL });
}

static void
draw_chips (const GradusFigure *figure, GradusInk *ink, int i, const GradusCompareLayout *layout)
{
  const GradusFigureRun *run = &figure->runs[i];
  int layer = gradus_compare_layer (figure, i);
  const GradusRect *area = &layout->chips;
  Flow flow = { ink, area, area->x, area->y, area->height > 32 ? area->height / 2 : area->height };

  if (gradus_rect_is_empty (area))
    return;
  if (run->landmarks != NULL && run->landmarks->epochs[GRADUS_LANDMARK_DIVERGED] >= 0)
    {
      GradusNumber epoch = gradus_number_count (run->landmarks->epochs[GRADUS_LANDMARK_DIVERGED]);
      g_autofree char *words = g_strdup_printf (_ ("diverged at epoch %s"), epoch.text);
      g_autofree char *terse = g_strdup_printf (_ ("diverged at %s"), epoch.text);
      add_chip (&flow, TRUE, (const char *const[]){ words, terse, NULL });
    }
  if (run->scene == NULL)
    return;
  if (layer == 0)
    add_chip (&flow, FALSE, (const char *const[]){ _ ("no hidden layer"), NULL });
  else
    {
      add_groups (&flow, &run->scene->diagnosis->layers[layer - 1], layer,
                  run->scene->diagnosis->n_layers > 1);
      add_flatness (&flow, run->scene, layer);
    }
}

void
gradus_compare_column_draw (const GradusFigure *figure, GradusInk *ink, int run,
                            const GradusCompareLayout *layout)
{
  GradusFigure one = *figure;
  int layer = gradus_compare_layer (figure, run);

  draw_head (figure, ink, run, layout);
  if (gradus_rect_is_empty (&layout->plane))
    return;
  one.scene = figure->runs[run].scene;
  one.history = figure->runs[run].history;
  one.examples = figure->runs[run].examples;
  if (one.scene != NULL)
    gradus_boundary_draw_plane (&one, ink, &layout->plane, 5);
  gradus_ink_outline (ink, &layout->plane, 5, ink->theme->frame);
  if (layer > 0 && !gradus_rect_is_empty (&layout->units))
    gradus_compare_units_draw (ink, one.scene, layer, &layout->units);
  draw_chips (figure, ink, run, layout);
}
