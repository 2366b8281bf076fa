/* A parameter changed by hand: as text, and carried out. */
#include "core/change.h"

#include <string.h>

/* A number from 1 on that ends at one of stops, at *text, which moves behind it. Returns: FALSE
 * where there is none. */
static gboolean
read_index (const char **text, const char *stops, int *index)
{
  gsize length = strcspn (*text, stops);
  g_autofree char *digits = g_strstrip (g_strndup (*text, length));
  gint64 number = 0;

  if ((*text)[length] == '\0'
      || gradus_numeral_int (digits, 1, GRADUS_MAX_UNITS, &number) != GRADUS_PARSED)
    return FALSE;
  *text += length + 1;
  *index = (int) number;
  return TRUE;
}

/* "W1[1,2]" or "b1[2]" at *text, which moves behind it. */
static gboolean
read_parameter (const char **text, GradusChange *change)
{
  gboolean is_weight = **text == 'W';

  if (!is_weight && **text != 'b')
    return FALSE;
  (*text)++;
  change->input = 0;
  if (!read_index (text, "[", &change->layer)
      || !read_index (text, is_weight ? "," : "]", &change->unit)
      || (is_weight && !read_index (text, "]", &change->input)))
    return FALSE;
  change->unit--;
  change->input--;
  return TRUE;
}

/* "=0.5", "+1e-6" or "-0.5". */
static GradusParsed
read_value (const char *text, double min, double max, GradusChange *change)
{
  change->is_added = *text != '=';
  if (*text == '=')
    text++;
  else if (*text != '+' && *text != '-')
    return GRADUS_NOT_UNDERSTOOD;
  g_autofree char *number = g_strstrip (g_strdup (text));
  return gradus_numeral_double (number, min, max, &change->value);
}

GradusParsed
gradus_change_from_text (GradusChange *change, const char *text, gint64 max_epoch, double min,
                         double max)
{
  const char *colon = strchr (text, ':');
  GradusChange parsed = { 0 };
  GradusParsed result;

  if (colon == NULL)
    return GRADUS_NOT_UNDERSTOOD;
  g_autofree char *epoch = g_strstrip (g_strndup (text, (gsize) (colon - text)));
  result = gradus_numeral_int (epoch, 0, max_epoch, &parsed.epoch);
  if (result != GRADUS_PARSED)
    return result;
  for (text = colon + 1; g_ascii_isspace (*text); text++)
    ;
  if (!read_parameter (&text, &parsed))
    return GRADUS_NOT_UNDERSTOOD;
  while (g_ascii_isspace (*text))
    text++;
  result = read_value (text, min, max, &parsed);
  if (result == GRADUS_PARSED)
    *change = parsed;
  return result;
}

char *
gradus_change_to_text (const GradusChange *change)
{
  g_autofree char *value = gradus_numeral_format (change->value);
  const char *sign = !change->is_added ? "=" : change->value < 0 ? "" : "+";

  if (change->input < 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT ":b%d[%d]%s%s", change->epoch, change->layer,
                            change->unit + 1, sign, value);
  return g_strdup_printf ("%" G_GINT64_FORMAT ":W%d[%d,%d]%s%s", change->epoch, change->layer,
                          change->unit + 1, change->input + 1, sign, value);
}

gboolean
gradus_change_find (const GradusChange *change, const GradusNetwork *network, gsize *parameter)
{
  int l = change->layer;

  if (l < 1 || l > network->n_layers || change->unit < 0 || change->unit >= network->n[l]
      || change->input < -1 || change->input >= network->n[l - 1])
    return FALSE;
  if (change->input < 0)
    *parameter = gradus_network_b_offset (network, l) + (gsize) change->unit;
  else
    *parameter = gradus_network_w_offset (network, l)
                 + (gsize) change->unit * (gsize) network->n[l - 1] + (gsize) change->input;
  return TRUE;
}
