/* Numbers of the run within a lesson's words: where they stand and what they ask for. */
#include "core/placeholder.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_DECIMALS 17

/* ":6" at *at, which is moved behind it. */
static gboolean
read_decimals (const char **at, int *decimals)
{
  *decimals = -1;
  if (**at != ':')
    return TRUE;
  ++*at;
  if (!g_ascii_isdigit (**at))
    return FALSE;
  *decimals = 0;
  for (; g_ascii_isdigit (**at) && *decimals <= MAX_DECIMALS; ++*at)
    *decimals = 10 * *decimals + (**at - '0');
  return *decimals <= MAX_DECIMALS;
}

gboolean
gradus_placeholder_next (const char **text, const char **start, GradusPlaceholder *placeholder,
                         GError **error)
{
  const char *at = *text;

  while (*at != '\0' && (*at != '{' || at[1] == '{'))
    at += *at == '{' ? 2 : 1;
  if (*at == '\0')
    return FALSE;
  *start = at++;
  const char *end = at + strcspn (at, "{}");
  g_autofree char *inside = g_strndup (at, (gsize) (end - at));
  if (*end != '}')
    return gradus_spec_fail (error,
                             _ ("“{%s” is never closed; a number such as {cost}, or {{ for a "
                                "brace, is right"),
                             inside);
  if (!gradus_measure_read (&at, &placeholder->name, error))
    {
      g_prefix_error (error, "“{%s}”: ", inside);
      return FALSE;
    }
  if (!read_decimals (&at, &placeholder->decimals) || at != end)
    return gradus_spec_fail (error,
                             _ ("“{%s}”: a name such as {cost}, or with up to %d decimals "
                                "{cost:6}, is right"),
                             inside, MAX_DECIMALS);
  *text = end + 1;
  return TRUE;
}

gboolean
gradus_placeholders_check (const char *text, GradusMeasureNeeds *needs, GError **error)
{
  GradusPlaceholder placeholder;
  g_autoptr (GError) local = NULL;
  const char *start = NULL;

  while (gradus_placeholder_next (&text, &start, &placeholder, &local))
    if (needs != NULL)
      *needs = MAX (*needs, placeholder.name.measure->needs);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}
