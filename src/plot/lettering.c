/* Words laid out, and kept: to shape them costs far more than to draw them, and only few of a
 * picture's words are others than a frame before. The same words in the same font always look the
 * same, so that nobody can tell whether they were kept; each thread has a store of its own. */
#include "plot/lettering.h"

/* Words in a generation. When a generation is full, the one before goes, and with it what was not
 * asked for meanwhile. */
#define GENERATION 1024

/* What was asked for and what came of it; the first part is the key. */
typedef struct
{
  char *words;
  int size, weight, room; /* Pango units */
  gboolean is_markup;

  GradusWords laid_out;
} Entry;

typedef struct
{
  PangoContext *context;
  GHashTable *young, *old; /* of Entry, which is its own key */
} Store;

static guint
entry_hash (gconstpointer data)
{
  const Entry *self = data;

  return g_str_hash (self->words)
         ^ ((guint) self->size * 31 + (guint) self->weight * 17 + (guint) self->room) * 2
         ^ (guint) self->is_markup;
}

static gboolean
entry_equal (gconstpointer a, gconstpointer b)
{
  const Entry *x = a, *y = b;

  return x->size == y->size && x->weight == y->weight && x->room == y->room
         && x->is_markup == y->is_markup && g_str_equal (x->words, y->words);
}

static void
entry_free (gpointer data)
{
  Entry *self = data;

  g_object_unref (self->laid_out.layout);
  g_free (self->words);
  g_free (self);
}

static GHashTable *
new_generation (void)
{
  return g_hash_table_new_full (entry_hash, entry_equal, entry_free, NULL);
}

static void
store_free (gpointer data)
{
  Store *self = data;

  g_hash_table_unref (self->young);
  g_hash_table_unref (self->old);
  g_object_unref (self->context);
  g_free (self);
}

static PangoContext *
new_context (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_subpixel_order (options, CAIRO_SUBPIXEL_ORDER_DEFAULT);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (context, FALSE);
  return context;
}

static Store *
get_store (void)
{
  static GPrivate stores = G_PRIVATE_INIT (store_free);
  Store *self = g_private_get (&stores);

  if (self == NULL)
    {
      self = g_new0 (Store, 1);
      self->context = new_context ();
      self->young = new_generation ();
      self->old = new_generation ();
      g_private_set (&stores, self);
    }
  return self;
}

PangoContext *
gradus_lettering_get_context (void)
{
  return get_store ()->context;
}

static void
lay_out (Entry *self, PangoContext *context, const PangoFontDescription *font)
{
  PangoLayout *layout = pango_layout_new (context);
  PangoRectangle logical;

  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, self->room);
  pango_layout_set_ellipsize (layout, self->room > 0 ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  if (self->is_markup)
    pango_layout_set_markup (layout, self->words, -1);
  else
    pango_layout_set_text (layout, self->words, -1);
  pango_layout_get_extents (layout, NULL, &logical);
  self->laid_out =
      (GradusWords){ .layout = layout,
                     .x = (double) logical.x / PANGO_SCALE,
                     .width = (double) logical.width / PANGO_SCALE,
                     .baseline = (double) pango_layout_get_baseline (layout) / PANGO_SCALE };
}

static void
store_add (Store *self, Entry *entry)
{
  if (g_hash_table_size (self->young) >= GENERATION)
    {
      g_hash_table_unref (self->old);
      self->old = self->young;
      self->young = new_generation ();
    }
  g_hash_table_add (self->young, entry);
}

const GradusWords *
gradus_lettering_lay_out (const PangoFontDescription *font, double room, const char *words,
                          gboolean is_markup)
{
  Store *store = get_store ();
  Entry wanted = { .words = (char *) words,
                   .size = pango_font_description_get_size (font),
                   .weight = (int) pango_font_description_get_weight (font),
                   .room = room > 0 ? (int) (room * PANGO_SCALE) : -1,
                   .is_markup = is_markup };
  Entry *entry = g_hash_table_lookup (store->young, &wanted);

  if (entry != NULL)
    return &entry->laid_out;
  entry = g_hash_table_lookup (store->old, &wanted);
  if (entry != NULL)
    g_hash_table_steal (store->old, entry);
  else
    {
      entry = g_memdup2 (&wanted, sizeof wanted);
      entry->words = g_strdup (words);
      lay_out (entry, store->context, font);
    }
  store_add (store, entry);
  return &entry->laid_out;
}
