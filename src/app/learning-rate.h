/* The learning rate: a logarithmic slider for the eye, an entry for the exact number. */
#pragma once

#include <gtk/gtk.h>

/* Property: value (double), from 0 on; the slider shows the part of it that it can. */
#define GRADUS_TYPE_LEARNING_RATE (gradus_learning_rate_get_type ())
G_DECLARE_FINAL_TYPE (GradusLearningRate, gradus_learning_rate, GRADUS, LEARNING_RATE, GtkWidget)
