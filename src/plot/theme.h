/* Colours and line widths of a figure: light, dark and print. */
#pragma once

#include <glib.h>

#include "core/dataset.h"

typedef enum
{
  GRADUS_THEME_LIGHT,
  GRADUS_THEME_DARK,
  GRADUS_THEME_PRINT,
  GRADUS_N_THEMES
} GradusThemeKind;

/* "light", "dark", "print" and back; -1 for another word. */
const char *gradus_theme_name (GradusThemeKind kind);
int gradus_theme_from_name (const char *name);

/* 0xRRGGBB */
typedef guint32 GradusColor;

typedef struct
{
  GradusColor paper; /* under a plot */
  GradusColor sheet; /* between the plots of a sheet */
  GradusColor frame; /* around a plot or a tile */
  GradusColor grid;
  /* words, each at least 4.5 : 1 against the paper, the sheet and the chips */
  GradusColor ink;
  GradusColor soft;  /* ticks and notes */
  GradusColor alarm; /* what a teacher would point at */
  GradusColor chip;
  /* curves; their labels are of the same colour */
  GradusColor train;
  GradusColor held_out;
  GradusColor runs[4]; /* that are compared */
  GradusColor marker;  /* the epoch that is shown */
  /* the plane */
  GradusColor contour;
  GradusColor casing; /* light rim of lines and examples, or dark on dark */
  GradusColor unit_line;
  GradusColor even;                        /* where the output is ½ */
  GradusColor classes[GRADUS_MAX_CLASSES]; /* examples */
  GradusColor near[GRADUS_MAX_CLASSES];    /* field: sure of the class */
  GradusColor far[GRADUS_MAX_CLASSES];     /* field: very sure of it */
  /* hidden units */
  GradusColor low, middle, high; /* heat map: a from its least to its largest */
  GradusColor curve;
  GradusColor bar, bar_flat;  /* histogram: where g is steep, where it is flat */
  GradusColor bar_idle, idle; /* the same for examples on which a relu is inactive */
  GradusColor flat;           /* shade behind the saturated ends */
  /* signs of parameters; the one is dark, the other light, so that grey tells them apart too */
  GradusColor plus, minus;
  double line;     /* CSS pixels: of a curve */
  double hairline; /* of a frame, a tick, the grid */
} GradusTheme;

const GradusTheme *gradus_theme_get (GradusThemeKind kind);

/* One channel of a colour, 0 … 1. */
static inline double
gradus_color_red (GradusColor color)
{
  return (color >> 16 & 0xff) / 255.0;
}

static inline double
gradus_color_green (GradusColor color)
{
  return (color >> 8 & 0xff) / 255.0;
}

static inline double
gradus_color_blue (GradusColor color)
{
  return (color & 0xff) / 255.0;
}

/* From a (t = 0) to b (t = 1), channel by channel. */
GradusColor gradus_color_mix (GradusColor a, GradusColor b, double t);

/* WCAG 2 contrast of two colours, 1 … 21. */
double gradus_color_contrast (GradusColor a, GradusColor b);
