/* The three palettes: light for a screen, dark for a dark room, print for paper. */
#include "plot/theme.h"

#include <math.h>

static const char *const names[GRADUS_N_THEMES] = { "light", "dark", "print" };

/* Blue and orange first: told apart by every kind of colour vision. Those after them differ in
 * lightness as well as in hue, and each class has a shape of its own. */
static const GradusTheme themes[GRADUS_N_THEMES] = {
  [GRADUS_THEME_LIGHT] = {
    .paper = 0xffffff, .sheet = 0xf5f4f2, .frame = 0xd3d1cd, .grid = 0xecebe8,
    .ink = 0x242428, .soft = 0x65656c, .alarm = 0xb02424, .chip = 0xecebee,
    .train = 0x1c6fd0, .held_out = 0xb4540a,
    .runs = { 0x157a4d, 0x1c6fd0, 0xb83030, 0x7a3fb0 }, .marker = 0x8b8b92,
    .contour = 0x17171a, .casing = 0xffffff, .unit_line = 0x4a4a55, .even = 0xffffff,
    .classes = { 0x1b5cb8, 0xdd5f08, 0x1a8a5a, 0x8a48b8, 0xb8860b, 0x0b8fa8, 0xc2347c, 0x6b4f3a,
                 0x5a6b1e, 0x4b4b55 },
    .near = { 0xdbe9fb, 0xfee6d2, 0xd5f0e2, 0xeadcf5, 0xf7ebc8, 0xd0eef3, 0xf8dae8, 0xe9e0d8,
              0xe6ebcf, 0xe0e0e5 },
    .far = { 0xbdd7f6, 0xfdd0aa, 0xafe0c8, 0xd6bcea, 0xeed998, 0xa5dde6, 0xf0b6d2, 0xd6c5b7,
             0xd0d9a5, 0xc7c7d0 },
    .low = 0x8a70bd, .middle = 0xffffff, .high = 0x66ab74,
    .plus = 0x123f8c, .minus = 0xe07000,
    .curve = 0x1d1d20, .bar = 0x8db9ef, .bar_flat = 0xdb7a7a, .bar_idle = 0xb9b9c0,
    .idle = 0xf0f0f2, .flat = 0xfbebeb, .line = 2, .hairline = 1,
  },
  [GRADUS_THEME_DARK] = {
    .paper = 0x232327, .sheet = 0x1a1a1d, .frame = 0x46464d, .grid = 0x313137,
    .ink = 0xf2f2f4, .soft = 0xb2b2ba, .alarm = 0xff9088, .chip = 0x34343a,
    .train = 0x78b4ff, .held_out = 0xffa45c,
    .runs = { 0x5fd39b, 0x78b4ff, 0xff8a80, 0xcfa6ff }, .marker = 0x8f8f99,
    .contour = 0xfafafa, .casing = 0x18181a, .unit_line = 0xb9b9c4, .even = 0x1b1b1e,
    .classes = { 0x71b1ff, 0xff9a4a, 0x5fd39b, 0xc79bf0, 0xf0cf58, 0x54d3e8, 0xff86ba, 0xcfae92,
                 0xbccb6a, 0xc9c9d2 },
    .near = { 0x1f3450, 0x4b3019, 0x1b4030, 0x3b2a4d, 0x443a17, 0x163f47, 0x4a2437, 0x3a3028,
              0x363c1c, 0x37373d },
    .far = { 0x254d80, 0x75441a, 0x21634a, 0x5a3d7a, 0x6b5a1c, 0x1b6370, 0x753553, 0x5a4a3d,
             0x555f28, 0x55555f },
    .low = 0x8a70c8, .middle = 0x222226, .high = 0x4f9f64,
    .plus = 0x4f92f0, .minus = 0xffc98a,
    .curve = 0xf5f5f7, .bar = 0x4a83c4, .bar_flat = 0xc8605c, .bar_idle = 0x74747e,
    .idle = 0x2e2e33, .flat = 0x41292b, .line = 2, .hairline = 1,
  },
  /* In grey, blue is the light side of the field and the dark of the two kinds of examples. */
  [GRADUS_THEME_PRINT] = {
    .paper = 0xffffff, .sheet = 0xffffff, .frame = 0x4a4a4a, .grid = 0xdcdcdc,
    .ink = 0x000000, .soft = 0x2c2c2c, .alarm = 0x9a0f0f, .chip = 0xffffff,
    .train = 0x0a3f96, .held_out = 0xa84300,
    .runs = { 0x075c38, 0x0a3f96, 0x9a0f0f, 0x5a1f8c }, .marker = 0x4a4a4a,
    .contour = 0x000000, .casing = 0xffffff, .unit_line = 0x2a2a2a, .even = 0xffffff,
    .classes = { 0x08357f, 0xc84e00, 0x0b6b43, 0x6d2b9c, 0x946a00, 0x00707f, 0xa3175f, 0x4f3826,
                 0x45540e, 0x33333b },
    .near = { 0xe6f0fd, 0xfddfc4, 0xd5f0e2, 0xeadcf5, 0xf7ebc8, 0xd0eef3, 0xf8dae8, 0xe9e0d8,
              0xe6ebcf, 0xe0e0e5 },
    .far = { 0xd3e4fb, 0xf6bd8c, 0xafe0c8, 0xd6bcea, 0xeed998, 0xa5dde6, 0xf0b6d2, 0xd6c5b7,
             0xd0d9a5, 0xc7c7d0 },
    .low = 0x6a4fa6, .middle = 0xffffff, .high = 0x62b374,
    .plus = 0x0a2f73, .minus = 0xc86a10,
    .curve = 0x000000, .bar = 0x8fb4e4, .bar_flat = 0xb23a3a, .bar_idle = 0x9a9a9a,
    .idle = 0xececec, .flat = 0xf0e4e4, .line = 2.4, .hairline = 1.2,
  },
};

const GradusTheme *
gradus_theme_get (GradusThemeKind kind)
{
  return &themes[(int) kind >= 0 && kind < GRADUS_N_THEMES ? kind : GRADUS_THEME_LIGHT];
}

const char *
gradus_theme_name (GradusThemeKind kind)
{
  g_return_val_if_fail ((int) kind >= 0 && kind < GRADUS_N_THEMES, NULL);

  return names[kind];
}

int
gradus_theme_from_name (const char *name)
{
  for (int i = 0; i < GRADUS_N_THEMES; i++)
    if (g_strcmp0 (name, names[i]) == 0)
      return i;
  return -1;
}

GradusColor
gradus_color_mix (GradusColor a, GradusColor b, double t)
{
  GradusColor mixed = 0;

  for (int shift = 0; shift < 24; shift += 8)
    {
      double from = a >> shift & 0xff, to = b >> shift & 0xff;
      mixed |= (GradusColor) lround (from + (to - from) * t) << shift;
    }
  return mixed;
}

/* Relative luminance (WCAG 2): the channels of sRGB made linear and weighed. */
static double
luminance (GradusColor color)
{
  double channel[3] = { gradus_color_red (color), gradus_color_green (color),
                        gradus_color_blue (color) };

  for (int i = 0; i < 3; i++)
    channel[i] =
        channel[i] <= 0.04045 ? channel[i] / 12.92 : pow ((channel[i] + 0.055) / 1.055, 2.4);
  return 0.2126 * channel[0] + 0.7152 * channel[1] + 0.0722 * channel[2];
}

double
gradus_color_contrast (GradusColor a, GradusColor b)
{
  double la = luminance (a), lb = luminance (b);

  return (fmax (la, lb) + 0.05) / (fmin (la, lb) + 0.05);
}
