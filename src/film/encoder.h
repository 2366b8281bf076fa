/* What the module gradus-film offers to the rest of the program: one table. */
#pragma once

#include "film/film.h"

/* The name of its one symbol, a const GradusFilmEncoder. */
#define GRADUS_FILM_SYMBOL "gradus_film_encoder"

typedef struct
{
  GradusFilmFormat format;
  int width, height; /* even */
  int rate;
  const char *comment; /* or NULL */
} GradusFilmOrder;

typedef struct
{
  gpointer (*open) (const GradusFilmOrder *order, GError **error);
  /* Rows of 32-bit pixels 0x00RRGGBB, stride bytes from one to the next. */
  gboolean (*add) (gpointer self, const guint8 *pixels, int stride, GError **error);
  GByteArray *(*finish) (gpointer self, GError **error);
  void (*close) (gpointer self);
} GradusFilmEncoder;
