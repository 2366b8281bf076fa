/* Units named one by one in a sentence. */
#include "plot/unit-list.h"

#include <glib/gi18n-lib.h>

#define MOST 6

char *
gradus_unit_list (const int *units, int n)
{
  int named = n > MOST ? MOST - 1 : n - 1; /* in front of the "and" */
  g_autoptr (GString) list = g_string_new (NULL);

  g_return_val_if_fail (n >= 1, NULL);

  for (int i = 0; i < named; i++)
    g_string_append_printf (list, i > 0 ? _ (", %d") : "%d", units[i] + 1);
  if (n == 1)
    return g_strdup_printf ("%d", units[0] + 1);
  if (n > MOST)
    return g_strdup_printf (_ ("%s and %d more"), list->str, n - named);
  return g_strdup_printf (_ ("%s and %d"), list->str, units[n - 1] + 1);
}
