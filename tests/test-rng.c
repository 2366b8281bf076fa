/* Random numbers against those that NumPy 1.24 prints for the same seeds. */
#include "core/rng.h"

static void
test_words (void)
{
  /* np.random.RandomState (5489).randint (0, 2**32, 5, dtype=np.uint32): the generator's own test
   */
  static const guint32 expected[] = { 3499211612, 581869302, 3890346734, 3586334585, 545404204 };
  GradusRng rng;

  gradus_rng_seed (&rng, 5489);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpuint (gradus_rng_next (&rng), ==, expected[i]);
}

static void
test_normals (void)
{
  GradusRng rng;

  gradus_rng_seed (&rng, 1);
  g_assert_true (gradus_rng_normal (&rng) == 1.6243453636632417);
  g_assert_true (gradus_rng_normal (&rng) == -0.6117564136500754);
  g_assert_true (gradus_rng_normal (&rng) == -0.5281717522634557);

  gradus_rng_seed (&rng, 2); /* r = RandomState (2); [r.randn () for i in range (100001)] */
  for (int i = 0; i <= 100000; i++)
    {
      double normal = gradus_rng_normal (&rng);
      g_assert_true (i != 0 || normal == -0.41675784740547062);
      g_assert_true (i != 999 || normal == 0.1967852699696977);
      g_assert_true (i != 100000 || normal == -0.287606320384366);
    }
}

static void
test_largest_seed (void)
{
  /* r = RandomState (4294967295): random_sample (), randn (), permutation (7), two words */
  static const guint32 expected[] = { 0, 4, 5, 1, 6, 2, 3 };
  guint32 items[] = { 0, 1, 2, 3, 4, 5, 6 };
  GradusRng rng;

  gradus_rng_seed (&rng, 4294967295u);
  g_assert_true (gradus_rng_uniform (&rng) == 0.0976320289940138);
  g_assert_true (gradus_rng_normal (&rng) == 0.0813036681172692);
  gradus_rng_shuffle (&rng, items, G_N_ELEMENTS (items));
  g_assert_cmpmem (items, sizeof items, expected, sizeof expected);
  g_assert_cmpuint (gradus_rng_next (&rng), ==, 4228633911u);
  g_assert_cmpuint (gradus_rng_next (&rng), ==, 3525743318u);
}

static void
test_shuffle (void)
{
  /* p = np.arange (1000); RandomState (7).shuffle (p); p[:8], p[999] */
  static const guint32 expected[] = { 778, 334, 271, 802, 216, 408, 812, 94 };
  guint32 items[1000];
  GradusRng rng;

  for (guint i = 0; i < 1000; i++)
    items[i] = i;
  gradus_rng_seed (&rng, 7);
  gradus_rng_shuffle (&rng, items, 1000);
  g_assert_cmpmem (items, sizeof expected, expected, sizeof expected);
  g_assert_cmpuint (items[999], ==, 175);
}

static void
test_interval (void)
{
  guint counts[6] = { 0 };
  GradusRng rng;

  gradus_rng_seed (&rng, 3);
  g_assert_cmpuint (gradus_rng_interval (&rng, 0), ==, 0);
  for (int i = 0; i < 6000; i++)
    {
      guint32 value = gradus_rng_interval (&rng, 5);
      g_assert_cmpuint (value, <=, 5);
      counts[value]++;
    }
  for (int i = 0; i < 6; i++) /* 1000 each, give or take five standard deviations */
    g_assert_cmpint (ABS ((int) counts[i] - 1000), <, 145);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rng/words-are-those-of-the-generator", test_words);
  g_test_add_func ("/rng/normals-are-numpys-to-the-bit", test_normals);
  g_test_add_func ("/rng/the-largest-seed-and-mixed-draws-are-numpys", test_largest_seed);
  g_test_add_func ("/rng/shuffle-is-numpys", test_shuffle);
  g_test_add_func ("/rng/interval-is-even-and-in-range", test_interval);
  return g_test_run ();
}
