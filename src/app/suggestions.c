/* Values worth comparing, for fields whose own neighbours say little. */
#include "app/suggestions.h"

#include <string.h>

typedef struct
{
  const char *field;
  const char *few;
  const char *many;
} Suggestion;

static const Suggestion suggestions[] = {
  { "init-scale", "0;0.01;1", "0;0.01;0.1;1;3;10;30;100" },
  { "alpha", "0.01;0.1;1.2", "0.01;0.03;0.1;0.3;1;3" },
  { "hidden", "1;2;4;20", "1;2;3;4;5;20;50" },
  { "activation", "tanh;sigmoid;relu", "tanh;sigmoid;relu;leaky-relu" },
  { "seed", "1;2;3", "100..124" },
  { "init", "zeros;normal;xavier", "zeros;normal;constant;xavier;he" },
  { "l2", "0;0.1;1", "0;0.01;0.1;1" },
  { "batch", "0;32;4", "0;256;64;16" },
  { "noise", "0;0.2;0.6", "0;0.2;0.4;0.6;0.8" },
  { "data-seed", "1;2;3", "1..10" },
  { "examples", "50;400;2000", "50;100;200;400;800" },
  { "held-out", "0;0.2;0.5", "0;0.2;0.5" },
  { "standardise", "false;true", "false;true" },
  { "source", "flower;moons;spiral", "flower;circles;moons;xor;spiral" },
  { "bias-scale", "0;0.1;1", "0;0.1;1;10" },
  { "epochs", "100;1000;10000", "100;1000;10000" },
};

static const Suggestion *
find (const char *field)
{
  for (gsize i = 0; i < G_N_ELEMENTS (suggestions); i++)
    if (strcmp (suggestions[i].field, field) == 0)
      return &suggestions[i];
  return NULL;
}

const char *
gradus_suggest_few (const char *field)
{
  const Suggestion *found = find (field);

  return found != NULL ? found->few : NULL;
}

const char *
gradus_suggest_many (const char *field)
{
  const Suggestion *found = find (field);

  return found != NULL ? found->many : NULL;
}
