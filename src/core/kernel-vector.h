/* A register of doubles, as wide as the instruction set this is compiled for, and the few
 * operations that GCC's vector types have no sign for. Included by kernel-build.c alone. */
#pragma once

#include <glib.h>
#include <math.h>
#include <string.h>

#if defined __SSE2__
#include <immintrin.h>
#endif

/* Doubles in a register. */
#if defined __AVX512F__
#define WIDTH 8
#elif defined __AVX2__
#define WIDTH 4
#else
#define WIDTH 2
#endif

#define ALWAYS_INLINE static inline __attribute__ ((always_inline))

/* Registers that go through a long formula side by side, step by step, at most: one alone would
 * wait for each of its results, and a processor does not look ahead far enough to find other work.
 */
#define ABREAST 4
/* Before a loop: two rounds at a time. */
#if defined __clang__
#define TWICE _Pragma ("unroll 2")
#else
#define TWICE _Pragma ("GCC unroll 2")
#endif
#define EACH(n) for (int u = 0; u < (n); u++)

typedef double Vec __attribute__ ((vector_size (8 * WIDTH)));
typedef gint64 Bits __attribute__ ((vector_size (8 * WIDTH)));
typedef guint64 UnsignedBits __attribute__ ((vector_size (8 * WIDTH)));
/* The same in memory, wherever a double may stand. */
typedef double VecInMemory __attribute__ ((vector_size (8 * WIDTH), aligned (8), may_alias));

/* Which lanes: a bit each with AVX-512, else all bits of a lane set or none. */
#if WIDTH == 8
typedef __mmask8 Mask;
#else
typedef Bits Mask;
#endif

ALWAYS_INLINE Vec
v_load (const double *p)
{
  return *(const VecInMemory *) p;
}

ALWAYS_INLINE void
v_store (double *p, Vec v)
{
  *(VecInMemory *) p = v;
}

ALWAYS_INLINE Vec
v_set (double x)
{
  return x - (Vec){ 0 }; /* x − 0 is x, and −0 for −0 */
}

ALWAYS_INLINE Vec
v_abs (Vec a)
{
  return (Vec) ((Bits) a & G_MAXINT64);
}

/* The sign bit of each lane, all else 0. */
ALWAYS_INLINE Bits
v_sign (Vec a)
{
  return (Bits) a & G_MININT64;
}

ALWAYS_INLINE Vec
v_or (Vec a, Bits b)
{
  return (Vec) ((Bits) a | b);
}

ALWAYS_INLINE Vec
v_xor (Vec a, Bits b)
{
  return (Vec) ((Bits) a ^ b);
}

/* a < b ? a : b, so that a NaN in b stays. */
ALWAYS_INLINE Vec
v_min (Vec a, Vec b)
{
#if WIDTH == 8
  return _mm512_min_pd (a, b);
#elif WIDTH == 4
  return _mm256_min_pd (a, b);
#elif defined __SSE2__
  return _mm_min_pd (a, b);
#else
  Bits less = a < b;
  return (Vec) (((Bits) a & less) | ((Bits) b & ~less));
#endif
}

/* a > b ? a : b, so that a NaN in b stays. */
ALWAYS_INLINE Vec
v_max (Vec a, Vec b)
{
#if WIDTH == 8
  return _mm512_max_pd (a, b);
#elif WIDTH == 4
  return _mm256_max_pd (a, b);
#elif defined __SSE2__
  return _mm_max_pd (a, b);
#else
  Bits more = a > b;
  return (Vec) (((Bits) a & more) | ((Bits) b & ~more));
#endif
}

#if WIDTH == 8
#define v_less(a, b) _mm512_cmp_pd_mask (a, b, _CMP_LT_OQ)
#define v_at_most(a, b) _mm512_cmp_pd_mask (a, b, _CMP_LE_OQ)
#define v_equal(a, b) _mm512_cmp_pd_mask (a, b, _CMP_EQ_OQ)
#define v_negative(a) _mm512_movepi64_mask ((__m512i) (a))
#define v_select(mask, a, b) ((Vec) _mm512_mask_blend_pd (mask, b, a))
#define v_where(mask, a) ((Vec) _mm512_maskz_mov_pd (mask, a))
/* All bits of a lane, or none. */
#define v_bits(mask) ((Bits) _mm512_movm_epi64 (mask))
#else
#define v_less(a, b) ((Mask) ((a) < (b)))
#define v_at_most(a, b) ((Mask) ((a) <= (b)))
#define v_equal(a, b) ((Mask) ((a) == (b)))
/* Lanes whose sign bit is set; without AVX those under 0. */
#if WIDTH == 4
#define v_negative(a) ((Mask) (a)) /* a blend looks at that bit alone */
#else
#define v_negative(a) v_less (a, v_set (0))
#endif
/* a where the mask is, b elsewhere. */
#if WIDTH == 4
#define v_select(mask, a, b) ((Vec) _mm256_blendv_pd (b, a, (__m256d) (mask)))
#else
#define v_select(mask, a, b) ((Vec) (((Bits) (a) & (mask)) | ((Bits) (b) & ~(mask))))
#endif
/* a where the mask is, 0 elsewhere. */
#define v_where(mask, a) ((Vec) ((Bits) (a) & (mask)))
#define v_bits(mask) (mask)
#endif

/* Labels 0 and 1 as sign bits. */
ALWAYS_INLINE Bits
v_label_signs (const guint8 *labels)
{
#if WIDTH == 8
  return (Bits) _mm512_slli_epi64 (
      _mm512_cvtepu8_epi64 (_mm_loadl_epi64 ((const __m128i *) labels)), 63);
#elif WIDTH == 4
  int four;
  memcpy (&four, labels, sizeof four);
  return (Bits) _mm256_slli_epi64 (_mm256_cvtepu8_epi64 (_mm_cvtsi32_si128 (four)), 63);
#else
  return (Bits){ (gint64) ((guint64) labels[0] << 63), (gint64) ((guint64) labels[1] << 63) };
#endif
}

/* Labels as numbers. */
ALWAYS_INLINE Vec
v_labels (const guint8 *labels)
{
  double y[WIDTH];

  for (int i = 0; i < WIDTH; i++)
    y[i] = labels[i];
  return v_load (y);
}
