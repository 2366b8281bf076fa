/* Makes scenes on a thread, one at a time and no faster than they can be looked at. */
#pragma once

#include "core/scene.h"

typedef struct _GradusPainter GradusPainter;

/* scene is (transfer full). Called in the main context that was the thread's default when the scene
 * was asked for; may ask again. */
typedef void (*GradusPainterFunc) (GradusScene *scene, const GradusSceneOrder *order,
                                   gpointer data);

/* func hears NULL for a scene that was forgotten meanwhile, only so that the painter is
 * known to be free again. */
GradusPainter *gradus_painter_new (GradusPainterFunc func, gpointer data);
/* func is not called any more; what a thread is still making is thrown away. */
void gradus_painter_free (GradusPainter *self);

/* Whether it is free, and the scene before is old enough for another in a moving picture. */
gboolean gradus_painter_is_free (const GradusPainter *self);
gboolean gradus_painter_is_rested (const GradusPainter *self, gint64 now);

/* The painter must be free. */
void gradus_painter_paint (GradusPainter *self, const GradusSceneOrder *order);

/* The scene that is being made is not wanted any more. */
void gradus_painter_forget (GradusPainter *self);
