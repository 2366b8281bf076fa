/* Words that change with every frame, such as a number that runs. */
#include "app/readout.h"

#define KEY "gradus-readout"
#define SLACK 3 /* characters of room that shorter words leave before the width follows them */

/* What belongs to an inscription. */
typedef struct
{
  char *markup; /* was set last */
  guint least;  /* its nat-chars at first */
} Readout;

static void
readout_free (gpointer data)
{
  Readout *self = data;

  g_free (self->markup);
  g_free (self);
}

static Readout *
find_readout (GtkInscription *inscription)
{
  Readout *self = g_object_get_data (G_OBJECT (inscription), KEY);

  if (self == NULL)
    {
      self = g_new0 (Readout, 1);
      self->least = gtk_inscription_get_nat_chars (inscription);
      g_object_set_data_full (G_OBJECT (inscription), KEY, self, readout_free);
    }
  return self;
}

/* How many of the characters that an inscription counts in are as wide as the words; figures are of
 * one width, whatever the words are set in. */
static guint
count_chars (GtkWidget *widget, const char *markup)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, NULL);
  g_autofree char *tabular = g_strdup_printf ("<span font_features='tnum=1'>%s</span>", markup);
  PangoFontMetrics *metrics =
      pango_context_get_metrics (pango_layout_get_context (layout), NULL, NULL);
  int unit = MAX (MAX (pango_font_metrics_get_approximate_char_width (metrics),
                       pango_font_metrics_get_approximate_digit_width (metrics)),
                  1);
  int width;

  pango_font_metrics_unref (metrics);
  pango_layout_set_markup (layout, tabular, -1);
  pango_layout_get_size (layout, &width, NULL);
  return (guint) ((width + unit - 1) / unit);
}

void
gradus_readout_set (GtkInscription *self, const char *markup)
{
  g_return_if_fail (GTK_IS_INSCRIPTION (self) && markup != NULL);
  Readout *readout = find_readout (self);
  const char *before = gtk_inscription_get_text (self);
  glong length = before != NULL ? g_utf8_strlen (before, -1) : 0;

  if (g_strcmp0 (readout->markup, markup) == 0)
    return;
  g_free (readout->markup);
  readout->markup = g_strdup (markup);
  gtk_inscription_set_markup (self, markup);
  if (g_utf8_strlen (gtk_inscription_get_text (self), -1) == length)
    return;
  guint room = gtk_inscription_get_nat_chars (self);
  guint needed = MAX (count_chars (GTK_WIDGET (self), markup), readout->least);
  if (needed > room || needed + SLACK < room)
    gtk_inscription_set_nat_chars (self, needed);
  gtk_inscription_set_min_chars (self, gtk_inscription_get_nat_chars (self));
}
