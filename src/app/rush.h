/* A run brought on screen and trained flat out to its end: what a click on a cell of a sweep does.
 */
#pragma once

#include "app/session.h"

/* The session gets the spec's run, in the place of what it has, and trains it as fast as it can to
 * the last epoch. The speed is as before when that is reached, or when somebody has stopped it. */
void gradus_rush_begin (GradusSession *session, const GradusSpec *spec);
