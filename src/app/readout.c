/* Words that change with every frame, such as a number that runs. */
#include "app/readout.h"

#define KEY "gradus-readout" /* what was set last */

void
gradus_readout_set (GtkInscription *self, const char *markup)
{
  g_return_if_fail (GTK_IS_INSCRIPTION (self) && markup != NULL);

  if (g_strcmp0 (g_object_get_data (G_OBJECT (self), KEY), markup) == 0)
    return;
  g_object_set_data_full (G_OBJECT (self), KEY, g_strdup (markup), g_free);
  gtk_inscription_set_markup (self, markup);
  guint length = (guint) g_utf8_strlen (gtk_inscription_get_text (self), -1);
  if (length > gtk_inscription_get_nat_chars (self))
    gtk_inscription_set_nat_chars (self, length);
  gtk_inscription_set_min_chars (self, gtk_inscription_get_nat_chars (self));
}
