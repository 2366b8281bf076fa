/* The experiment in small words below a picture. */
#include "plot/recipe-line.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "core/change.h"
#include "core/compare.h"
#include "core/spec-fields.h"
#include "plot/number.h"
#include "plot/run-name.h"

#define MARGIN 14.0
#define ABOVE 4.0
#define BELOW 8.0
#define FONT GRADUS_FONT_SMALL
#define PARTING " · "
#define NO_BREAK_SPACE "\xc2\xa0"
/* Letters of an item that a line may not break; a longer one may. */
#define MOST_WHOLE 48
/* Changes of α, or of parameters, that are told one by one. */
#define MOST_TOLD 3

typedef struct
{
  const GradusSpec *spec;
  const char *decimal_point;
  GPtrArray *items;
  gboolean has_told_runs, has_told_columns;
} Words;

/* What the runs that are compared are called, with commas between. (transfer full) */
static char *
name_runs (const Words *self)
{
  GString *names = g_string_new (NULL);
  int n = gradus_compare_count (self->spec);

  if (*self->spec->across != '\0') /* the rows of a table */
    {
      g_string_append_printf (names, "%s %s", self->spec->vary, self->spec->values);
      return g_string_free (names, FALSE);
    }

  for (int i = 0; i < n && i < GRADUS_MAX_COMPARED; i++)
    {
      g_autofree char *name = gradus_run_name (self->spec, i, self->decimal_point);
      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", name);
    }
  if (n > GRADUS_MAX_COMPARED)
    g_string_append (names, ", …");
  return g_string_free (names, FALSE);
}

/* What the field is, unless it differs from run to run: then that. words is (transfer full), NULL
 * where there is nothing to say. */
static void
add (Words *self, const char *field, char *words)
{
  if (field != NULL && g_str_equal (field, self->spec->vary))
    {
      g_free (words);
      words = name_runs (self);
      self->has_told_runs = TRUE;
    }
  else if (field != NULL && g_str_equal (field, self->spec->across))
    {
      g_free (words);
      words = g_strdup_printf ("%s %s", self->spec->across, self->spec->across_values);
      self->has_told_columns = TRUE;
    }
  if (words != NULL)
    g_ptr_array_add (self->items, words);
}

/* The field's number in the user's letters. (transfer full) */
static char *
number (const Words *self, const char *field)
{
  g_autofree char *text = gradus_spec_field_get (gradus_spec_field_find (field), self->spec);
  g_auto (GStrv) parts = g_strsplit (text, ".", -1);

  return g_strjoinv (self->decimal_point, parts);
}

/* The format with the field's number, or NULL where it is not wanted. (transfer full) */
static char *
with_number (const Words *self, gboolean is_wanted, const char *format, const char *field)
{
  g_autofree char *text = is_wanted ? number (self, field) : NULL;

  return is_wanted ? g_strdup_printf (format, text) : NULL;
}

static void
add_data (Words *self)
{
  const GradusSpec *spec = self->spec;
  gboolean is_table = spec->source == GRADUS_SOURCE_FILE;

  add (self, "source",
       is_table ? g_filename_display_basename (spec->file) : number (self, "source"));
  add (self, "examples",
       with_number (
           self, !is_table,
           g_dngettext (GETTEXT_PACKAGE, "%s example", "%s examples", (gulong) spec->examples),
           "examples"));
  add (self, "noise",
       with_number (self, !is_table && !isnan (spec->noise), _ ("noise %s"), "noise"));
  add (self, "data-seed",
       with_number (self, !is_table || spec->held_out > 0, _ ("data seed %s"), "data-seed"));
  if (spec->held_out > 0 || g_str_equal (spec->vary, "held-out"))
    add (self, "held-out",
         g_strdup_printf (_ ("%s held out"),
                          gradus_number_percent (spec->held_out, 0, self->decimal_point).text));
  add (self, "test-examples",
       with_number (self, !is_table && spec->test_examples > 0, _ ("%s test examples"),
                    "test-examples"));
  add (self, "test-seed",
       with_number (self, !is_table && spec->test_examples > 0 && spec->test_seed >= 0,
                    _ ("test seed %s"), "test-seed"));
  add (self, "standardise", spec->standardise ? g_strdup (_ ("standardised")) : NULL);
}

/* "8–4 hidden units". (transfer full) */
static char *
tell_hidden (const GradusHidden *hidden)
{
  g_autoptr (GString) units = g_string_new (NULL);

  if (hidden->n == 0)
    return g_strdup (_ ("logistic regression"));
  for (int l = 0; l < hidden->n; l++)
    g_string_append_printf (units, "%s%d", l > 0 ? "–" : "", hidden->units[l]);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s hidden unit", "%s hidden units",
                                       hidden->n == 1 ? (gulong) hidden->units[0] : 2),
                          units->str);
}

static void
add_start (Words *self)
{
  const GradusSpec *spec = self->spec;
  gboolean is_scale =
      g_str_equal (spec->vary, "init-scale") || g_str_equal (spec->across, "init-scale");
  gboolean is_still = spec->init == GRADUS_INIT_ZEROS || spec->init == GRADUS_INIT_CONSTANT
                      || (spec->init == GRADUS_INIT_NORMAL && spec->init_scale == 0);
  char *words;

  if (spec->init == GRADUS_INIT_XAVIER)
    words = g_strdup ("Xavier");
  else if (spec->init == GRADUS_INIT_HE)
    words = g_strdup ("He");
  else if (spec->init == GRADUS_INIT_ZEROS)
    words = g_strdup ("W = 0");
  else
    words = with_number (self, TRUE, is_still ? "W = %s" : "randn × %s", "init-scale");
  add (self, is_scale ? "init-scale" : "init", words);
  add (self, "bias-scale",
       with_number (self, spec->bias_scale > 0, "b = randn × %s", "bias-scale"));
  if (!is_still || is_scale || spec->bias_scale > 0 || spec->batch > 0)
    add (self, "seed", with_number (self, TRUE, _ ("seed %s"), "seed"));
}

static void
add_schedule (Words *self)
{
  const GradusAlphaSchedule *schedule = &self->spec->alpha_schedule;

  if (schedule->n > MOST_TOLD)
    add (self, NULL, g_strdup_printf (_ ("α changed %d times"), schedule->n));
  for (int i = 0; i < schedule->n && schedule->n <= MOST_TOLD; i++)
    {
      char alpha[G_ASCII_DTOSTR_BUF_SIZE];
      g_auto (GStrv) parts = g_strsplit (
          g_ascii_formatd (alpha, sizeof alpha, "%.9g", schedule->changes[i].alpha), ".", -1);
      g_autofree char *text = g_strjoinv (self->decimal_point, parts);
      GradusNumber epoch = gradus_number_count (schedule->changes[i].epoch);
      add (self, NULL, g_strdup_printf (_ ("α = %s from epoch %s"), text, epoch.text));
    }
}

static void
add_changes (Words *self)
{
  const GradusChanges *changes = &self->spec->changes;

  if (changes->n > MOST_TOLD)
    add (self, NULL, g_strdup_printf (_ ("%d parameters changed by hand"), changes->n));
  for (int i = 0; i < changes->n && changes->n <= MOST_TOLD; i++)
    {
      g_autofree char *text = gradus_change_to_text (&changes->changes[i]);
      GradusNumber epoch = gradus_number_count (changes->changes[i].epoch);
      add (self, NULL, g_strdup_printf (_ ("%s at epoch %s"), strchr (text, ':') + 1, epoch.text));
    }
}

static void
add_descent (Words *self)
{
  add (self, "alpha", with_number (self, TRUE, "α = %s", "alpha"));
  add_schedule (self);
  add (self, "batch", with_number (self, self->spec->batch > 0, _ ("mini-batches of %s"), "batch"));
  add (self, "l2", with_number (self, self->spec->l2 > 0, "λ = %s", "l2"));
  add_changes (self);
}

/* The items in one text, which a line may break between them. (transfer full) */
static char *
join (GPtrArray *items)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    {
      const char *item = items->pdata[i];
      g_auto (GStrv) parts = g_strsplit (item, " ", -1);
      g_autofree char *whole = g_strjoinv (NO_BREAK_SPACE, parts);

      g_string_append (text, i > 0 ? PARTING : "");
      g_string_append (text, g_utf8_strlen (item, -1) > MOST_WHOLE ? item : whole);
    }
  return g_string_free (text, FALSE);
}

char *
gradus_recipe_line_words (const GradusSpec *spec, gint64 epoch, const char *decimal_point)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_free);
  Words self = { spec, decimal_point, items, FALSE, FALSE };

  add_data (&self);
  add (&self, "hidden", tell_hidden (&spec->hidden));
  if (spec->hidden.n > 0 || g_str_equal (spec->vary, "hidden"))
    add (&self, "activation", number (&self, "activation"));
  add_start (&self);
  add_descent (&self);
  if (*spec->vary != '\0' && !self.has_told_runs)
    add (&self, NULL, name_runs (&self));
  if (*spec->across != '\0' && !self.has_told_columns)
    add (&self, NULL, g_strdup_printf ("%s %s", spec->across, spec->across_values));
  add (&self, NULL, g_strdup_printf (_ ("epoch %s"), gradus_number_count (epoch).text));
  return join (items);
}

/* The words broken into lines; of those that most leaves no room for the last ends in an ellipsis.
 * Returns: (transfer full), with its height. */
static PangoLayout *
lay_out (const GradusInk *ink, const char *words, double width, double most, double *height)
{
  PangoLayout *layout = pango_layout_new (gradus_lettering_get_context ());
  PangoRectangle logical;

  pango_layout_set_font_description (layout, ink->fonts[FONT]);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (layout, (int) (fmax (width - 2 * MARGIN, 1) * PANGO_SCALE));
  pango_layout_set_height (layout, (int) (fmax (most, 1) * PANGO_SCALE));
  pango_layout_set_text (layout, words, -1);
  pango_layout_get_extents (layout, NULL, &logical);
  *height = (double) logical.height / PANGO_SCALE;
  return layout;
}

/* Large type is the same words, laid out for less room and seen through a glass. */
static double
find_type (const GradusFigure *figure)
{
  return figure->type > 0 ? figure->type : 1;
}

double
gradus_recipe_line_height (const GradusFigure *figure, const char *words, double width, double most)
{
  cairo_surface_t *recording = cairo_recording_surface_create (CAIRO_CONTENT_COLOR, NULL);
  cairo_t *cr = cairo_create (recording);
  double type = find_type (figure), room = most / type / 2 - ABOVE - BELOW, height;
  GradusInk ink;

  gradus_ink_init (&ink, cr, gradus_theme_get (figure->theme), figure->captions);
  g_object_unref (lay_out (&ink, words, width / type, room, &height));
  gradus_ink_clear (&ink);
  cairo_destroy (cr);
  cairo_surface_destroy (recording);
  return fmin (ceil ((height + ABOVE + BELOW) * type), floor (most / 2));
}

void
gradus_recipe_line_draw (const GradusFigure *figure, const char *words, cairo_t *cr,
                         const GradusRect *place)
{
  const GradusTheme *theme = gradus_theme_get (figure->theme);
  gboolean is_sheet = figure->view == GRADUS_VIEW_WINDOW || figure->view == GRADUS_VIEW_COMPARE;
  g_autoptr (PangoLayout) layout = NULL;
  double type = find_type (figure), height;
  GradusInk ink;

  gradus_ink_init (&ink, cr, theme, figure->captions);
  gradus_ink_fill (&ink, place, is_sheet ? theme->sheet : theme->paper);
  cairo_rectangle (cr, place->x, place->y, place->width, place->height);
  cairo_clip (cr);
  cairo_translate (cr, place->x, place->y);
  cairo_scale (cr, type, type);
  layout =
      lay_out (&ink, words, place->width / type, place->height / type - ABOVE - BELOW, &height);
  gradus_ink_color (&ink, theme->soft, 1);
  cairo_move_to (cr, MARGIN, ABOVE);
  pango_cairo_show_layout (cr, layout);
  gradus_ink_clear (&ink);
}
