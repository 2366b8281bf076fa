/* The nine data sets that Gradus makes by itself, draw by draw as numerics.md has them.
 *
 * Each starts a fresh generator with data-seed. U (m, 2) are uniform doubles in [0, 1) and G (m, 2)
 * standard normals, drawn row by row (x1 and x2 of example 0, then of example 1, …); noise is a
 * standard deviation. Quotients of indices are whole numbers.
 *
 * flower (noise 0.2): N = m/2 examples of class 0, then the other m − N of class 1. For class j,
 * t = linspace (3.12 j, 3.12 (j + 1), N) + noise randn (N), then r = 4 sin (4t) + noise randn (N);
 * x1 = r sin t, x2 = r cos t. An odd example is of class 1.
 *
 * circles (0.05), moons (0.2), blobs (1): scikit-learn's make_circles (factor 0.8), make_moons and
 * make_blobs (two centers), shuffled as there. An odd example is of class 1, 1 and 0.
 *
 * In the others but quantiles, example i is of class y = i mod 2; none is shuffled.
 *
 * gaussians (1): two round clouds. x = ±(1.5, 1) + noise G, minus for class 0.
 *
 * xor (0.2): the four corners of a square. right is +1 where (i / 2) mod 2 is 1, else −1; above is
 * right for class 0 and −right for class 1. x1 = right (0.25 + 3.75 U1) + noise G1 and
 * x2 = above (0.25 + 3.75 U2) + noise G2; all U are drawn before all G.
 *
 * spiral (0.15): two arms of one and a quarter turns, as dense outside as inside. With n the number
 * of examples of the class, s = sqrt ((i / 2 + 1/2) / n) and t = 2.5 π s + π y;
 * x1 = 4 s sin t + noise G1, x2 = 4 s cos t + noise G2.
 *
 * quantiles (0.15): one Gaussian cut in two rings. x = 1.5 G; the m/2 examples nearest to the
 * origin (by x1² + x2², equals in their order) are class 0, the others class 1. Then x := x + noise
 * G', with G' drawn after all G.
 *
 * unstructured (0): nothing to learn, the labels know nothing of the places.
 * x = 4 (2U − 1) + noise G; all U are drawn before all G. */
#pragma once

#include "core/dataset.h"
#include "core/spec.h"

/* Makes spec's data set from its source, examples, noise and data-seed, and behind them its
 * test-examples from test-seed, which come held out: the recipe from its beginning once more (but
 * for blobs, whose centers stay where data-seed put them). spec->source must not be
 * GRADUS_SOURCE_FILE. Returns: (transfer full), two features, two classes. */
GradusDataset *gradus_recipe_make (const GradusSpec *spec);

/* The noise that the recipe takes when the spec leaves it open. */
double gradus_recipe_default_noise (GradusSource source);
