/* Colours and line widths of a figure: light, dark and print. */
#pragma once

#include <glib.h>

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
