/* A lesson from its text: every key is looked at, and each fault says where it is. */
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "core/lesson-check.h"
#include "core/lesson-places.h"
#include "core/numeral.h"
#include "core/spec-fields.h"
#include "core/spec-lines.h"
#include "core/spec-text.h"

/* The keys of [lesson] and of a step; those that are words can be translated. */
static const char *const lesson_words[] = { "title", "summary", NULL };
static const char *const step_words[] = { "caption", "question", "reveal", NULL };
static const char *const step_keys[] = { "right", "restart",   "train", "speed",  "lock",
                                         "hide",  "highlight", "wait",  "expect", NULL };

#define MIN_SPEED 1
#define MAX_SPEED 1e6

/* "choice-3" is 3 of "choice-"; 0 where it is not. */
static int
find_number (const char *key, const char *prefix)
{
  const char *number = key + strlen (prefix);

  return g_str_has_prefix (key, prefix) && number[0] >= '1' && number[0] <= '0' + GRADUS_MAX_CHOICES
                 && number[1] == '\0'
             ? number[0] - '0'
             : 0;
}

static gboolean
is_word_key (const char *group, const char *key)
{
  if (strcmp (group, "lesson") == 0)
    return g_strv_contains (lesson_words, key);
  return g_strv_contains (step_words, key) || find_number (key, "choice-") > 0
         || find_number (key, "reply-") > 0;
}

static gboolean
is_plain_key (const char *group, const char *key)
{
  if (strcmp (group, "lesson") == 0)
    return strcmp (key, "order") == 0;
  return g_strv_contains (step_keys, key) || gradus_spec_field_find (key) != NULL;
}

/* The words in one language: no stray backslash, something in them, and placeholders that are. */
static gboolean
check_words (const GradusKeyText *text, const char *group, const char *key, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *words = g_key_file_get_string (text->keys, group, key, &local);

  if (words == NULL || local != NULL)
    return gradus_key_text_fail (text, group, key, error,
                                 _ ("a stray backslash; \\n begins a paragraph, and \\\\ is right "
                                    "for the sign itself"));
  if (*g_strstrip (words) == '\0')
    return gradus_key_text_fail (text, group, key, error,
                                 _ ("there is nothing; some words, or no such line, are right"));
  if (strcmp (group, "lesson") == 0 || gradus_placeholders_check (words, NULL, &local))
    return TRUE;
  return gradus_key_text_fail (text, group, key, error, "%s", local->message);
}

static gboolean
check_key (const GradusKeyText *text, const char *group, const char *key, GError **error)
{
  gsize length = strcspn (key, "[");
  g_autofree char *base = g_strndup (key, length);
  gboolean is_translated = key[length] == '[';

  if (is_word_key (group, base))
    return check_words (text, group, key, error);
  if (is_plain_key (group, base))
    return !is_translated
           || gradus_key_text_fail (text, group, key, error,
                                    _ ("these are no words to translate; %s alone is right"), base);
  if (strcmp (group, "lesson") == 0)
    return gradus_key_text_fail (text, group, key, error,
                                 _ ("there is no such key; title, summary and order are right"));
  return gradus_key_text_fail (
      text, group, key, error,
      _ ("there is no such key; caption, question, choice-1 to choice-%d, reply-1 to reply-%d, "
         "right, reveal, restart, train, speed, lock, hide, highlight, wait, expect and the names "
         "of fields such as init-scale are right"),
      GRADUS_MAX_CHOICES, GRADUS_MAX_CHOICES);
}

/* [lesson], then [step 1], [step 2], … in their order, with keys that there are. */
static gboolean
check_groups (const GradusKeyText *text, GError **error)
{
  g_auto (GStrv) groups = g_key_file_get_groups (text->keys, NULL);

  for (int i = 0; groups[i] != NULL || i < 2; i++)
    {
      g_auto (GStrv) keys = NULL;
      g_autofree char *right = i == 0 ? g_strdup ("lesson") : g_strdup_printf ("step %d", i);

      if (i > GRADUS_MAX_LESSON_STEPS)
        return gradus_key_text_fail (text, groups[i], NULL, error,
                                     _ ("these are too many; up to %d steps are right"),
                                     GRADUS_MAX_LESSON_STEPS);
      if (groups[i] == NULL)
        {
          gradus_spec_lines_fail (error, text->name, 0, _ ("the group [%s] is missing"), right);
          return FALSE;
        }
      if (strcmp (groups[i], right) != 0)
        return gradus_key_text_fail (text, groups[i], NULL, error, _ ("[%s] is right here"), right);
      keys = g_key_file_get_keys (text->keys, groups[i], NULL, NULL);
      for (int k = 0; keys[k] != NULL; k++)
        if (!check_key (text, groups[i], keys[k], error))
          return FALSE;
    }
  return TRUE;
}

/* In the user's language; all of them have been checked. (transfer full), NULL: not there. */
static char *
read_words (const GradusKeyText *text, const char *group, const char *key)
{
  char *words = g_key_file_get_locale_string (text->keys, group, key, NULL, NULL);

  return words != NULL ? g_strstrip (words) : NULL;
}

static char *
read_plain (const GradusKeyText *text, const char *group, const char *key)
{
  char *value = g_key_file_get_value (text->keys, group, key, NULL);

  return value != NULL ? g_strstrip (value) : NULL;
}

static gboolean
read_bool (const GradusKeyText *text, const char *group, const char *key, gboolean *value,
           GError **error)
{
  g_autofree char *word = read_plain (text, group, key);

  *value = g_strcmp0 (word, "true") == 0;
  return word == NULL || *value || strcmp (word, "false") == 0
         || gradus_key_text_fail (text, group, key, error, _ ("“%s”: true or false is right"),
                                  word);
}

static gboolean
read_speed (const GradusKeyText *text, const char *group, double *speed, GError **error)
{
  g_autofree char *word = read_plain (text, group, "speed");

  *speed = 0;
  if (word == NULL)
    return TRUE;
  if (strcmp (word, "flat out") == 0)
    {
      *speed = INFINITY;
      return TRUE;
    }
  return gradus_numeral_double (word, MIN_SPEED, MAX_SPEED, speed) == GRADUS_PARSED
         || gradus_key_text_fail (
             text, group, "speed", error,
             _ ("“%s” is no speed; epochs a second from %d to %d, or flat out, "
                "is right"),
             word, MIN_SPEED, (int) MAX_SPEED);
}

/* before: what counts on where the key is left out; NULL: nothing does. */
static gboolean
read_places (const GradusKeyText *text, const char *group, const char *key, GradusPlaceUse use,
             char **before, char ***places, GError **error)
{
  g_autofree char *list = read_plain (text, group, key);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) items = g_strsplit_set (list != NULL ? list : "", ";,", -1);

  if (list == NULL && before != NULL)
    {
      *places = g_strdupv (before);
      return TRUE;
    }
  for (int i = 0; items[i] != NULL; i++)
    {
      if (*g_strstrip (items[i]) == '\0' && items[i + 1] == NULL)
        break;
      if (gradus_place_find (items[i], use) == NULL)
        {
          g_autofree char *right = gradus_place_list (use);
          return gradus_key_text_fail (text, group, key, error,
                                       _ ("there is no “%s”; some of %s are right"), items[i],
                                       right);
        }
      g_ptr_array_add (names, g_strdup (items[i]));
    }
  g_ptr_array_add (names, NULL);
  *places = (char **) g_ptr_array_free (g_steal_pointer (&names), FALSE);
  return TRUE;
}

static gboolean
read_conditions (const GradusKeyText *text, const char *group, const char *key, GArray **conditions,
                 GError **error)
{
  g_autofree char *list = read_plain (text, group, key);
  g_autoptr (GError) local = NULL;

  *conditions = gradus_conditions_read (list != NULL ? list : "", &local);
  return *conditions != NULL
         || gradus_key_text_fail (text, group, key, error, "%s", local->message);
}

static gboolean
read_question (const GradusKeyText *text, const char *group, GradusLessonStep *step, GError **error)
{
  g_autofree char *right = read_plain (text, group, "right");

  step->question = read_words (text, group, "question");
  step->right = -1;
  for (int i = 0; i < GRADUS_MAX_CHOICES; i++)
    {
      g_autofree char *choice = g_strdup_printf ("choice-%d", i + 1);
      g_autofree char *reply = g_strdup_printf ("reply-%d", i + 1);

      step->choices[i] = read_words (text, group, choice);
      step->replies[i] = read_words (text, group, reply);
      if (step->choices[i] != NULL)
        step->n_choices++;
    }
  if (!gradus_lesson_check_question (text, group, step, error))
    return FALSE;
  if (right == NULL)
    return TRUE;
  if (strlen (right) != 1 || *right < '1' || *right >= '1' + step->n_choices)
    return gradus_key_text_fail (
        text, group, "right", error,
        _ ("“%s” is no choice of this step; a number from 1 to %d is right"), right,
        step->n_choices);
  step->right = *right - '1';
  return TRUE;
}

/* The step's own fields, on top of those of the step before. */
static gboolean
read_spec (const GradusKeyText *text, const char *group, GradusSpec *spec, GError **error)
{
  int n_fields = 0;
  const GradusSpecField *fields = gradus_spec_fields (&n_fields);
  g_autoptr (GError) local = NULL;

  for (int i = 0; i < n_fields; i++)
    {
      g_autofree char *value =
          gradus_spec_text_value (text->keys, group, &fields[i], text->name, &local);

      if (value != NULL)
        gradus_spec_field_set (&fields[i], spec, value, &local);
      if (local != NULL)
        {
          const char *message = local->message; /* which begins with the field's name */
          if (g_str_has_prefix (message, fields[i].name))
            message += strlen (fields[i].name) + strlen (": ");
          return gradus_key_text_fail (text, group, fields[i].name, error, "%s", message);
        }
    }
  return gradus_spec_check (spec, &local)
         || gradus_key_text_fail (text, group, NULL, error, "%s", local->message);
}

static gboolean
read_step (const GradusKeyText *text, int i, GradusLesson *lesson, GError **error)
{
  GradusLessonStep *step = &lesson->steps[i];
  const GradusSpec *before = i > 0 ? step[-1].spec : NULL;
  g_autofree char *group = g_strdup_printf ("step %d", i + 1);

  step->caption = read_words (text, group, "caption");
  step->reveal = read_words (text, group, "reveal");
  step->spec = g_new (GradusSpec, 1);
  if (before != NULL)
    *step->spec = *before;
  else
    gradus_spec_init (step->spec);
  if (step->caption == NULL)
    return gradus_key_text_fail (text, group, NULL, error,
                                 _ ("there is no caption; what is to be seen is right"));
  if (!read_spec (text, group, step->spec, error) || !read_question (text, group, step, error)
      || !read_bool (text, group, "restart", &step->is_new_run, error)
      || !read_bool (text, group, "train", &step->goes, error)
      || !read_speed (text, group, &step->speed, error)
      || !read_places (text, group, "lock", GRADUS_PLACE_CONTROL, i > 0 ? step[-1].lock : NULL,
                       &step->lock, error)
      || !read_places (text, group, "hide", GRADUS_PLACE_CONTROL, i > 0 ? step[-1].hide : NULL,
                       &step->hide, error)
      || !read_places (text, group, "highlight", GRADUS_PLACE_VIEW, NULL, &step->highlight, error)
      || !read_conditions (text, group, "wait", &step->wait, error)
      || !read_conditions (text, group, "expect", &step->expect, error))
    return FALSE;
  step->is_new_run = step->is_new_run || !gradus_lesson_goes_on (before, step->spec);
  return gradus_lesson_check_step (text, group, step, error);
}

static GradusLesson *
read_lesson (const GradusKeyText *text, GError **error)
{
  g_autoptr (GradusLesson) self = g_new0 (GradusLesson, 1);
  g_auto (GStrv) groups = g_key_file_get_groups (text->keys, NULL);
  g_autofree char *order = read_plain (text, "lesson", "order");
  gint64 number = 0;

  g_atomic_ref_count_init (&self->ref_count);
  self->name = g_strdup (text->name);
  self->title = read_words (text, "lesson", "title");
  self->summary = read_words (text, "lesson", "summary");
  if (self->title == NULL || self->summary == NULL)
    gradus_key_text_fail (text, "lesson", NULL, error,
                          _ ("there is no %s; what the lesson is about is right"),
                          self->title == NULL ? "title" : "summary");
  else if (order != NULL && gradus_numeral_int (order, 0, G_MAXINT16, &number) != GRADUS_PARSED)
    gradus_key_text_fail (text, "lesson", "order", error,
                          _ ("“%s”: a whole number from 0 to %d is right"), order, G_MAXINT16);
  else
    {
      self->order = (int) number;
      self->n_steps = (int) g_strv_length (groups) - 1;
      self->steps = g_new0 (GradusLessonStep, self->n_steps);
      for (int i = 0; i < self->n_steps; i++)
        if (!read_step (text, i, self, error))
          return NULL;
      return g_steal_pointer (&self);
    }
  return NULL;
}

GradusLesson *
gradus_lesson_from_text (const char *text, gsize length, const char *name, GError **error)
{
  g_auto (GradusKeyText) read = { NULL, NULL, NULL };

  g_return_val_if_fail (text != NULL && name != NULL, NULL);

  if (!gradus_key_text_read (&read, text, length, name,
                             _ ("groups such as [step 1] with lines such as caption=… are right"),
                             error)
      || !gradus_key_text_check_once (&read, error) || !check_groups (&read, error))
    return NULL;
  return read_lesson (&read, error);
}
