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
  Vec q[ABREAST], sp[ABREAST];
} Ratio;

ALWAYS_INLINE void
ratio_at (int n, const Vec *s, Ratio *r)
{
  Vec square[ABREAST];

  EACH (n) square[u] = s[u] * s[u];
  EACH (n) r->sp[u] = P2 * square[u] + P1;
  EACH (n) r->q[u] = (square[u] + Q1) * square[u];
  EACH (n) r->sp[u] = r->sp[u] * square[u] + P0;
  EACH (n) r->q[u] = r->q[u] + P0;
  EACH (n) r->sp[u] = s[u] * r->sp[u];
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
 * its error grows. From 20 on tanh is 1, and 2^-n no number any more where |x| is much larger: near
 * ones, below GRADUS_NEAR, need no look. */
ALWAYS_INLINE void
tanh_reduce (int n, gboolean is_near, const Vec *x, Vec *s, Vec *r)
{
  Vec a[ABREAST], rounded[ABREAST];

  EACH (n) a[u] = is_near ? v_abs (x[u]) : v_min (v_set (20), v_abs (x[u]));
  EACH (n) rounded[u] = (ROUND + 1023) - a[u] * (2 * LOG2_E);
  EACH (n) s[u] = (ROUND + 1023) - rounded[u];
  EACH (n) r[u] = power_of_two (rounded[u]);
  EACH (n) s[u] = a[u] - s[u] * HALF_LN2;
}

/* x in, tanh out */
ALWAYS_INLINE void
tanh_finish (int n, Vec *x, const Vec *s, const Vec *r)
{
  Ratio at;
  Vec c[ABREAST], both[ABREAST];

  ratio_at (n, s, &at);
  EACH (n) c[u] = 1 - r[u];
  EACH (n) both[u] = 0.5 * c[u] * (at.q[u] - at.sp[u]);
  EACH (n) at.sp[u] = r[u] * (at.sp[u] - both[u]);
  EACH (n) at.q[u] = at.q[u] - both[u];
  EACH (n) at.sp[u] = at.sp[u] / at.q[u];
  EACH (n) at.sp[u] = c[u] + at.sp[u];
  EACH (n) x[u] = v_or (at.sp[u], v_sign (x[u]));
}

ALWAYS_INLINE void
v_tanh (int n, Vec *x)
{
  Vec s[ABREAST], r[ABREAST];

  tanh_reduce (n, FALSE, x, s, r);
  tanh_finish (n, x, s, r);
}

/* exp (−a) / (1 + exp (−a)) for a ≥ 0: with a = n ln 2 + 2s and e = 2^-n (Q − sP) it is
 * e / (Q + sP + e). Both are taken 2^64-fold, so that e is no denormal where the quotient is one.
 */
ALWAYS_INLINE void
v_sigmoid_far (int n, Vec *a)
{
  Vec rounded[ABREAST], k[ABREAST], e[ABREAST];
  Ratio at;

  EACH (n) a[u] = v_min (v_set (746), a[u]);
  EACH (n) rounded[u] = (ROUND + 1023 + 64) - a[u] * LOG2_E;
  EACH (n) k[u] = (ROUND + 1023 + 64) - rounded[u];
  EACH (n) a[u] = (a[u] * 0.5 - k[u] * (LN2_HIGH / 2)) - k[u] * (LN2_LOW / 2);
  ratio_at (n, a, &at);
  EACH (n) e[u] = power_of_two (rounded[u]) * (at.q[u] - at.sp[u]);
  EACH (n) at.q[u] = (at.q[u] + at.sp[u]) * 0x1p64 + e[u];
  EACH (n) a[u] = e[u] / at.q[u];
}

/* 1 / (1 + exp (−x)); the near side is 1 − the far side, which falls all the way to 0. */
ALWAYS_INLINE void
v_sigmoid (int n, Vec *x)
{
  Vec far[ABREAST];

  EACH (n) far[u] = v_abs (x[u]);
  v_sigmoid_far (n, far);
  EACH (n) x[u] = v_select (v_negative (x[u]), far[u], 1 - far[u]);
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
  Vec s = (x * 0.5 - n * (LN2_HIGH / 2)) - n * (LN2_LOW / 2);
  Ratio r;

  ratio_at (1, &s, &r);
  return (r.q[0] + r.sp[0]) / (r.q[0] - r.sp[0]) * power_of_two (half) * power_of_two (rest);
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
