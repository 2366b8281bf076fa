/* From a run to the cell of a sweep. */
#pragma once

#include "core/sweep.h"
#include "core/trainer.h"

/* What the run has come to so far. */
GradusSweepCell gradus_sweep_cell (const GradusTrainer *trainer);
