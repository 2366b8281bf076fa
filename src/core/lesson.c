/* A lesson in memory: its life, and what can be asked of it. */
#include "core/lesson.h"

#include "core/compare.h"
#include "core/file.h"

GradusLesson *
gradus_lesson_load (const char *path, GError **error)
{
  g_autofree char *text = NULL;
  gsize length = 0;

  g_return_val_if_fail (path != NULL, NULL);

  if (!gradus_file_read (path, &text, &length, error))
    return NULL;
  return gradus_lesson_from_text (text, length, path, error);
}

GradusLesson *
gradus_lesson_ref (GradusLesson *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

static void
clear_step (GradusLessonStep *step)
{
  g_free (step->caption);
  g_free (step->question);
  for (int i = 0; i < GRADUS_MAX_CHOICES; i++)
    {
      g_free (step->choices[i]);
      g_free (step->replies[i]);
    }
  g_free (step->reveal);
  g_free (step->spec);
  g_strfreev (step->lock);
  g_strfreev (step->hide);
  g_strfreev (step->highlight);
  g_clear_pointer (&step->wait, g_array_unref);
  g_clear_pointer (&step->expect, g_array_unref);
}

void
gradus_lesson_unref (GradusLesson *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (int i = 0; i < self->n_steps; i++)
    clear_step (&self->steps[i]);
  g_free (self->steps);
  g_free (self->name);
  g_free (self->title);
  g_free (self->summary);
  g_free (self);
}

int
gradus_lesson_compare (gconstpointer a, gconstpointer b)
{
  const GradusLesson *first = *(GradusLesson *const *) a, *second = *(GradusLesson *const *) b;

  return first->order != second->order ? first->order - second->order
                                       : g_utf8_collate (first->title, second->title);
}

int
gradus_lesson_step_count_runs (const GradusLessonStep *self)
{
  return gradus_compare_count (self->spec);
}
