/* Sets a field of a spec from text, strictly: the whole text counts, whatever the locale. */
#include <errno.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "core/error.h"
#include "core/spec-fields.h"

#define MAX_QUOTED 60

typedef enum
{
  PARSED,
  NOT_UNDERSTOOD,
  OUT_OF_RANGE,
} Parsed;

/* digits, at least one; returns what follows them, or NULL. */
static const char *
skip_digits (const char *text)
{
  if (!g_ascii_isdigit (*text))
    return NULL;
  while (g_ascii_isdigit (*text))
    text++;
  return text;
}

/* [+-] digits [. digits] [e [+-] digits], with either run of digits about the point left out.
 * g_ascii_strtod () alone would take nan, inf, hexadecimals and what stands behind a number. */
static gboolean
is_numeral (const char *text)
{
  const char *end;

  if (*text == '+' || *text == '-')
    text++;
  end = skip_digits (text);
  if (end == NULL && (*text != '.' || skip_digits (text + 1) == NULL))
    return FALSE;
  if (end != NULL)
    text = end;
  if (*text == '.')
    {
      end = skip_digits (++text);
      if (end != NULL)
        text = end;
    }
  if (*text == 'e' || *text == 'E')
    {
      text++;
      if (*text == '+' || *text == '-')
        text++;
      text = skip_digits (text);
    }
  return text != NULL && *text == '\0';
}

static Parsed
parse_double (const char *text, double min, double max, double *value)
{
  double parsed;

  if (!is_numeral (text))
    return NOT_UNDERSTOOD;
  errno = 0;
  parsed = g_ascii_strtod (text, NULL);
  if ((errno == ERANGE && parsed == 0) || !(parsed >= min && parsed <= max))
    return OUT_OF_RANGE;
  *value = parsed == 0 ? 0 : parsed; /* "-0" is 0 */
  return PARSED;
}

static Parsed
parse_int (const char *text, gint64 min, gint64 max, gint64 *value)
{
  gint64 parsed;
  const char *end = skip_digits (text + (*text == '+' || *text == '-'));

  if (end == NULL || *end != '\0')
    return NOT_UNDERSTOOD;
  errno = 0;
  parsed = g_ascii_strtoll (text, NULL, 10);
  if (errno != 0 || parsed < min || parsed > max)
    return OUT_OF_RANGE;
  *value = parsed;
  return PARSED;
}

/* The items between ';' or ',', stripped; a separator at the very end is allowed. */
static char **
split_list (const char *text)
{
  char **items = g_strsplit_set (text, ";,", -1);
  guint n = g_strv_length (items);

  for (guint i = 0; i < n; i++)
    g_strstrip (items[i]);
  if (n > 0 && *items[n - 1] == '\0')
    g_clear_pointer (&items[n - 1], g_free);
  return items;
}

static Parsed
parse_hidden (const GradusSpecField *field, const char *text, GradusHidden *hidden)
{
  g_auto (GStrv) items = split_list (text);
  GradusHidden parsed = { 0 };

  if (g_strv_length (items) == 1 && strcmp (items[0], "0") == 0)
    {
      *hidden = parsed;
      return PARSED;
    }
  if (items[0] == NULL)
    return NOT_UNDERSTOOD;
  for (int i = 0; items[i] != NULL; i++)
    {
      gint64 units = 0;
      Parsed result = parse_int (items[i], (gint64) field->min, (gint64) field->max, &units);

      if (result != PARSED)
        return result;
      if (i >= GRADUS_MAX_HIDDEN_LAYERS)
        return OUT_OF_RANGE;
      parsed.units[parsed.n++] = (int) units;
    }
  *hidden = parsed;
  return PARSED;
}

static Parsed
parse_schedule (const GradusSpecField *field, const char *text, GradusAlphaSchedule *schedule)
{
  g_auto (GStrv) items = split_list (text);
  g_autofree GradusAlphaSchedule *parsed = g_new0 (GradusAlphaSchedule, 1);
  gint64 max_epoch = (gint64) gradus_spec_field_find ("epochs")->max;
  gint64 before = 0;

  for (int i = 0; items[i] != NULL; i++)
    {
      GradusAlphaChange *change = &parsed->changes[i];
      char *colon = strchr (items[i], ':');
      Parsed result;

      if (colon == NULL)
        return NOT_UNDERSTOOD;
      if (i >= GRADUS_MAX_ALPHA_CHANGES)
        return OUT_OF_RANGE;
      *colon = '\0';
      g_strchomp (items[i]);
      result = parse_int (items[i], before + 1, max_epoch, &change->epoch);
      if (result == PARSED)
        result = parse_double (g_strchug (colon + 1), field->min, field->max, &change->alpha);
      if (result != PARSED)
        return result;
      before = change->epoch;
      parsed->n = i + 1;
    }
  *schedule = *parsed;
  return PARSED;
}

static Parsed
parse_choice (const GradusSpecField *field, const char *text, int *choice)
{
  for (int i = 0; field->choices[i] != NULL; i++)
    if (strcmp (field->choices[i], text) == 0)
      {
        *choice = i;
        return PARSED;
      }
  return NOT_UNDERSTOOD;
}

/* text is stripped. */
static Parsed
parse_value (const GradusSpecField *field, const char *text, void *at)
{
  gboolean empty = field->optional && *text == '\0';

  switch (field->kind)
    {
    case GRADUS_FIELD_INT:
      if (!empty)
        return parse_int (text, (gint64) field->min, (gint64) field->max, at);
      *(gint64 *) at = -1;
      return PARSED;
    case GRADUS_FIELD_DOUBLE:
      if (!empty)
        return parse_double (text, field->min, field->max, at);
      *(double *) at = NAN;
      return PARSED;
    case GRADUS_FIELD_BOOL:
      if (strcmp (text, "true") != 0 && strcmp (text, "false") != 0)
        return NOT_UNDERSTOOD;
      *(gboolean *) at = *text == 't';
      return PARSED;
    case GRADUS_FIELD_CHOICE:
      return parse_choice (field, text, at);
    case GRADUS_FIELD_HIDDEN:
      return parse_hidden (field, text, at);
    case GRADUS_FIELD_SCHEDULE:
      return parse_schedule (field, text, at);
    case GRADUS_FIELD_TEXT:
    case GRADUS_FIELD_PATH:
    default:
      g_return_val_if_reached (NOT_UNDERSTOOD);
    }
}

/* What was wrong, in one line however long or strange the text is. */
static void
set_error (GError **error, const GradusSpecField *field, const char *text, Parsed result)
{
  g_autofree char *valid = g_utf8_make_valid (text, MIN (strlen (text), 4 * MAX_QUOTED));
  g_autofree char *takes = gradus_spec_field_takes (field);
  g_autofree char *quoted = NULL;
  const char *format;

  if (g_utf8_strlen (valid, -1) > MAX_QUOTED)
    {
      g_autofree char *cut = g_utf8_substring (valid, 0, MAX_QUOTED);

      quoted = g_strconcat (cut, "…", NULL);
    }
  else
    quoted = g_strdup (valid);
  for (char *c = quoted; *c != '\0'; c++)
    if (g_ascii_iscntrl (*c))
      *c = ' ';

  if (result == OUT_OF_RANGE)
    format = _ ("%s: “%s” is out of range; %s is right");
  else if (field->kind == GRADUS_FIELD_DOUBLE)
    format = _ ("%s: “%s” is not a number; %s is right");
  else if (field->kind == GRADUS_FIELD_INT)
    format = _ ("%s: “%s” is not a whole number; %s is right");
  else
    format = _ ("%s: “%s” is not understood; %s is right");
  g_set_error (error, GRADUS_ERROR, GRADUS_ERROR_SPEC, format, field->name, quoted, takes);
}

gboolean
gradus_spec_field_set (const GradusSpecField *field, GradusSpec *spec, const char *text,
                       GError **error)
{
  char *at;
  g_autofree char *stripped = NULL;
  Parsed result;

  g_return_val_if_fail (field != NULL && spec != NULL && text != NULL, FALSE);

  at = (char *) spec + field->offset;
  if (field->kind == GRADUS_FIELD_TEXT || field->kind == GRADUS_FIELD_PATH)
    {
      if (strlen (text) < field->size && g_utf8_validate (text, -1, NULL))
        {
          g_autofree char *copy = g_strdup (text); /* text may be the field itself */

          memset (at, 0, field->size);
          memcpy (at, copy, strlen (copy));
          return TRUE;
        }
      result = strlen (text) < field->size ? NOT_UNDERSTOOD : OUT_OF_RANGE;
    }
  else
    {
      stripped = g_strstrip (g_strdup (text));
      result = parse_value (field, stripped, at);
    }
  if (result != PARSED)
    set_error (error, field, text, result);
  return result == PARSED;
}

gboolean
gradus_spec_set (GradusSpec *spec, const char *name, const char *text, GError **error)
{
  const GradusSpecField *field;

  g_return_val_if_fail (spec != NULL && name != NULL && text != NULL, FALSE);

  field = gradus_spec_field_find (name);
  if (field == NULL)
    return gradus_spec_fail (
        error, _ ("there is no field “%s”; the fields are those of an experiment file"), name);
  return gradus_spec_field_set (field, spec, text, error);
}
