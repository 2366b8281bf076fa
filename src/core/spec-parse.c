/* Sets a field of a spec from text, strictly: the whole text counts, whatever the locale. */
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "core/change.h"
#include "core/error.h"
#include "core/numeral.h"
#include "core/spec-fields.h"

#define MAX_QUOTED 60

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

static GradusParsed
parse_hidden (const GradusSpecField *field, const char *text, GradusHidden *hidden)
{
  g_auto (GStrv) items = split_list (text);
  GradusHidden parsed = { 0 };

  if (g_strv_length (items) == 1 && strcmp (items[0], "0") == 0)
    {
      *hidden = parsed;
      return GRADUS_PARSED;
    }
  if (items[0] == NULL)
    return GRADUS_NOT_UNDERSTOOD;
  for (int i = 0; items[i] != NULL; i++)
    {
      gint64 units = 0;
      GradusParsed result =
          gradus_numeral_int (items[i], (gint64) field->min, (gint64) field->max, &units);

      if (result != GRADUS_PARSED)
        return result;
      if (i >= GRADUS_MAX_HIDDEN_LAYERS)
        return GRADUS_OUT_OF_RANGE;
      parsed.units[parsed.n++] = (int) units;
    }
  *hidden = parsed;
  return GRADUS_PARSED;
}

static GradusParsed
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
      GradusParsed result;

      if (colon == NULL)
        return GRADUS_NOT_UNDERSTOOD;
      if (i >= GRADUS_MAX_ALPHA_CHANGES)
        return GRADUS_OUT_OF_RANGE;
      *colon = '\0';
      g_strchomp (items[i]);
      result = gradus_numeral_int (items[i], before + 1, max_epoch, &change->epoch);
      if (result == GRADUS_PARSED)
        result =
            gradus_numeral_double (g_strchug (colon + 1), field->min, field->max, &change->alpha);
      if (result != GRADUS_PARSED)
        return result;
      before = change->epoch;
      parsed->n = i + 1;
    }
  *schedule = *parsed;
  return GRADUS_PARSED;
}

/* The items between ';': commas stand within them. */
static GradusParsed
parse_changes (const GradusSpecField *field, const char *text, GradusChanges *changes)
{
  g_auto (GStrv) items = g_strsplit (text, ";", -1);
  g_autofree GradusChanges *parsed = g_new0 (GradusChanges, 1);
  gint64 max_epoch = (gint64) gradus_spec_field_find ("epochs")->max;

  for (int i = 0; items[i] != NULL; i++)
    {
      GradusChange *change = &parsed->changes[parsed->n];
      GradusParsed result;

      if (*g_strstrip (items[i]) == '\0' && items[i + 1] == NULL)
        break; /* a separator at the very end is allowed */
      if (parsed->n == GRADUS_MAX_CHANGES)
        return GRADUS_OUT_OF_RANGE;
      result = gradus_change_from_text (change, items[i], max_epoch, field->min, field->max);
      if (result == GRADUS_PARSED && parsed->n > 0 && change->epoch < change[-1].epoch)
        result = GRADUS_OUT_OF_RANGE;
      if (result != GRADUS_PARSED)
        return result;
      parsed->n++;
    }
  *changes = *parsed;
  return GRADUS_PARSED;
}

static GradusParsed
parse_choice (const GradusSpecField *field, const char *text, int *choice)
{
  for (int i = 0; field->choices[i] != NULL; i++)
    if (strcmp (field->choices[i], text) == 0)
      {
        *choice = i;
        return GRADUS_PARSED;
      }
  return GRADUS_NOT_UNDERSTOOD;
}

/* text is stripped. */
static GradusParsed
parse_value (const GradusSpecField *field, const char *text, void *at)
{
  gboolean empty = field->optional && *text == '\0';

  switch (field->kind)
    {
    case GRADUS_FIELD_INT:
      if (!empty)
        return gradus_numeral_int (text, (gint64) field->min, (gint64) field->max, at);
      *(gint64 *) at = -1;
      return GRADUS_PARSED;
    case GRADUS_FIELD_DOUBLE:
      if (!empty)
        return gradus_numeral_double (text, field->min, field->max, at);
      *(double *) at = NAN;
      return GRADUS_PARSED;
    case GRADUS_FIELD_BOOL:
      if (strcmp (text, "true") != 0 && strcmp (text, "false") != 0)
        return GRADUS_NOT_UNDERSTOOD;
      *(gboolean *) at = *text == 't';
      return GRADUS_PARSED;
    case GRADUS_FIELD_CHOICE:
      return parse_choice (field, text, at);
    case GRADUS_FIELD_HIDDEN:
      return parse_hidden (field, text, at);
    case GRADUS_FIELD_SCHEDULE:
      return parse_schedule (field, text, at);
    case GRADUS_FIELD_CHANGES:
      return parse_changes (field, text, at);
    case GRADUS_FIELD_TEXT:
    case GRADUS_FIELD_PATH:
    default:
      g_return_val_if_reached (GRADUS_NOT_UNDERSTOOD);
    }
}

/* What was wrong, in one line however long or strange the text is. */
static void
set_error (GError **error, const GradusSpecField *field, const char *text, GradusParsed result)
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

  if (result == GRADUS_OUT_OF_RANGE)
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
  GradusParsed result;

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
      result = strlen (text) < field->size ? GRADUS_NOT_UNDERSTOOD : GRADUS_OUT_OF_RANGE;
    }
  else
    {
      stripped = g_strstrip (g_strdup (text));
      result = parse_value (field, stripped, at);
    }
  if (result != GRADUS_PARSED)
    set_error (error, field, text, result);
  return result == GRADUS_PARSED;
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
