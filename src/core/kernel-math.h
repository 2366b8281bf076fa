/* exp, log, tanh and sigmoid of a register, from + − * / and shifts of integers alone: each of
 * these has one right result, so every instruction set gives the same bits. Included by
 * kernel-build.c alone.
 *
 * tanh (s) = s P(s²) / Q(s²) for |s| ≤ ln 2 / 4 with relative error 2^-57 (Remez, P(0) = Q(0)),
 * P(u) = (P2 u + P1) u + P0, Q(u) = (u + Q1) u + P0. exp (2s) = (Q + sP) / (Q − sP), and all else
 * follows from exp. P1 is a little large: at the ends of the interval, where tanh errs most, that
 * makes up for what HALF_LN2 lacks. */
#pragma once

#include "core/kernel-vector.h"

#define P0 0x1.f8262d898dcd7p+5
#define P1 0x1.c015d0812b167p+2
#define P2 0x1.10f21212cf012p-4
#define Q1 0x1.c01ee7d153f06p+4

#define LOG2_E 0x1.71547652b82fep+0
#define HALF_LN2 0x1.62e42fefa39efp-2
/* ln 2 in two parts; products of the first with integers under 4096 are exact. */
#define LN2_HIGH 0x1.62e42fefa4000p-1
#define LN2_LOW -0x1.8432a1b0e2634p-43

/* x + ROUND − ROUND is x as an integer, and the last bits of x + ROUND are that integer's. */
#define ROUND 0x1.8p52

typedef struct
{
  Vec q, sp;
} Ratio;

ALWAYS_INLINE Ratio
ratio_at (Vec s)
{
  Vec u = s * s;
  Vec sp = s * ((P2 * u + P1) * u + P0);
  Vec q = (u + Q1) * u + P0;

  return (Ratio){ .q = q, .sp = sp };
}

/* 2^k from ROUND + 1023 + k */
ALWAYS_INLINE Vec
power_of_two (Vec rounded)
{
  return (Vec) ((UnsignedBits) rounded << 52);
}

/* tanh, in two halves so that a caller may keep what is between them. With |x| = n ln 2 / 2 + s,
 * r = 2^-n, c = 1 − r and X = c/2 (Q − sP), which both sides of the fraction lack:
 *   tanh |x| = (Q + sP − r (Q − sP)) / (Q + sP + r (Q − sP)) = c + r (sP − X) / (Q − X).
 * For n = 0 that is sP / Q, and the nearer to 1 the less the quotient weighs, whose rounding is
 * noise, beside c, which is exact. One product n ln 2 / 2 is enough: the slope falls faster than
 * its error grows. */
typedef struct
{
  Vec s, r;
} Reduced;

ALWAYS_INLINE Reduced
tanh_reduce (Vec x)
{
  Vec a = v_min (v_set (20), v_abs (x));
  Vec rounded = (ROUND + 1023) - a * (2 * LOG2_E);
  Vec n = (ROUND + 1023) - rounded;

  return (Reduced){ a - n * HALF_LN2, power_of_two (rounded) };
}

ALWAYS_INLINE Vec
tanh_finish (Vec x, Vec s, Vec r)
{
  Ratio at = ratio_at (s);
  Vec c = 1 - r, both = 0.5 * c * (at.q - at.sp);

  return v_or (c + r * (at.sp - both) / (at.q - both), v_sign (x));
}

ALWAYS_INLINE Vec
v_tanh (Vec x)
{
  Reduced reduced = tanh_reduce (x);

  return tanh_finish (x, reduced.s, reduced.r);
}

/* exp (−a) / (1 + exp (−a)) for a ≥ 0: with a = n ln 2 + 2s and e = 2^-n (Q − sP) it is
 * e / (Q + sP + e). Both are taken 2^64-fold, so that e is no denormal where the quotient is one.
 */
ALWAYS_INLINE Vec
v_sigmoid_far (Vec a)
{
  a = v_min (v_set (746), a);
  Vec rounded = (ROUND + 1023 + 64) - a * LOG2_E;
  Vec n = (ROUND + 1023 + 64) - rounded;
  Ratio r = ratio_at ((a * 0.5 - n * (LN2_HIGH / 2)) - n * (LN2_LOW / 2));
  Vec e = power_of_two (rounded) * (r.q - r.sp);

  return e / ((r.q + r.sp) * 0x1p64 + e);
}

/* 1 / (1 + exp (−x)); the near side is 1 − the far side, which falls all the way to 0. */
ALWAYS_INLINE Vec
v_sigmoid (Vec x)
{
  Vec far = v_sigmoid_far (v_abs (x));

  return v_select (v_negative (x), far, 1 - far);
}

/* 2^n (Q + sP) / (Q − sP) with x = n ln 2 + 2s; 2^n in two factors, so that the ends come out
 * right. */
ALWAYS_INLINE Vec
v_exp (Vec x)
{
  x = v_min (v_set (710), v_max (v_set (-746), x));
  Vec n = (x * LOG2_E + ROUND) - ROUND;
  Vec half = n * 0.5 + (ROUND + 1023);
  Vec rest = n - (half - (ROUND + 1023)) + (ROUND + 1023);
  Ratio r = ratio_at ((x * 0.5 - n * (LN2_HIGH / 2)) - n * (LN2_LOW / 2));

  return (r.q + r.sp) / (r.q - r.sp) * power_of_two (half) * power_of_two (rest);
}

/* log (u + c) for a normal u > 0 and a c of at most u's rounding. With u = 2^k (1 + f),
 * s = f / (2 + f): log (1 + f) = 2 atanh (s) = f − (f²/2 − s (f²/2 + R)), where
 * R = s² (2/3 + 2/5 s² + …), here by Remez to 2^-57. */
ALWAYS_INLINE Vec
v_log_sum (Vec u, Vec c)
{
  static const double L[] = { 0x1.39fdb911a02d2p-3, 0x1.7462ba2a0d1d4p-3, 0x1.c71c62d034db2p-3,
                              0x1.2492492e03ed8p-2, 0x1.9999999995223p-2, 0x1.5555555555558p-1 };
  const guint64 one = G_GUINT64_CONSTANT (0x3ff0000000000000); /* bits of 1 and of √½ */
  const guint64 root = G_GUINT64_CONSTANT (0x3fe6a09e667f3bcd);
  UnsignedBits biased = ((UnsignedBits) u + (one - root)) >> 52; /* k + 1023 */
  Vec k = (Vec) (biased | G_GUINT64_CONSTANT (0x4330000000000000)) - (0x1p52 + 1023);
  Vec f = (Vec) ((UnsignedBits) u - (biased << 52) + one) - 1;
  Vec s = f / (2 + f), z = s * s, square = 0.5 * f * f;
  Vec r = v_set (0x1.2b5fc0f572b0fp-3);

  for (guint i = 0; i < G_N_ELEMENTS (L); i++)
    r = r * z + L[i];
  r = r * z;
  return k * LN2_HIGH - ((square - (s * (square + r) + (k * LN2_LOW + c / u))) - f);
}

/* log (x); −∞ at 0, NaN below. */
ALWAYS_INLINE Vec
v_log (Vec x)
{
  Mask tiny = v_less (x, v_set (0x1p-1022));
  Vec y = v_log_sum (v_select (tiny, x * 0x1p54, x), v_set (0));

  y = v_select (tiny, y - 54 * (LN2_HIGH + LN2_LOW), y);
  y = v_select (v_equal (x, v_set (0)), v_set (-INFINITY), y);
  y = v_select (v_less (x, v_set (0)), v_set (NAN), y);
  return v_select (v_less (x, v_set (INFINITY)), y, x + y); /* ∞ and NaN */
}

/* log (1 + x) */
ALWAYS_INLINE Vec
v_log1p (Vec x)
{
  Vec u = 1 + x;
  Vec c = v_select (v_less (v_set (1), x), 1 - (u - x), x - (u - 1));
  Vec y = v_log_sum (u, c);

  y = v_or (y, v_sign (x)); /* of the same sign, also at −0 */
  y = v_select (v_equal (x, v_set (-1)), v_set (-INFINITY), y);
  y = v_select (v_less (x, v_set (-1)), v_set (NAN), y);
  return v_select (v_less (x, v_set (INFINITY)), y, x);
}
