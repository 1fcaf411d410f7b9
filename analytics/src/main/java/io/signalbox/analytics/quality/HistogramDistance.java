// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality;

import java.util.Arrays;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;

/**
 * How far two histograms on the same edges are apart: effect, whatever the number of values, and
 * evidence, apart from each other.
 *
 * @param psi population stability index, from 0; empty parts count as half a value
 * @param js Jensen-Shannon distance to base 2, 0..1
 * @param ks greatest difference of the shares below an edge, 0..1
 * @param wasserstein area between both shares, between the first edge and the last, in the unit of
 *     the values
 * @param psiByChance what the index stays below in 95 % of cases when nothing has changed, by the
 *     distribution of chi-square at these numbers of values
 * @param pValue chance of a chi-square as great when nothing has changed, 0..1
 */
public record HistogramDistance(
    double psi, double js, double ks, double wasserstein, double psiByChance, double pValue) {
  private static final double HALF = 0.5;
  private static final double USUALLY = 0.95;

  /**
   * Compares.
   *
   * @throws IllegalArgumentException when the edges differ, there are none, or one is empty
   */
  public static HistogramDistance of(Histogram reference, Histogram now) {
    double[] edges = reference.edges();
    if (!Arrays.equals(edges, now.edges()) || edges.length == 0) {
      throw new IllegalArgumentException("only histograms on the same edges can be compared");
    }
    double m = reference.total();
    double n = now.total();
    if (m == 0 || n == 0) {
      throw new IllegalArgumentException("an empty histogram is like no other");
    }
    long[] old = reference.counts();
    long[] found = now.counts();
    int parts = old.length;
    double psi = 0;
    double divergence = 0;
    double chi = 0;
    double ks = 0;
    double area = 0;
    double below = 0;
    for (int i = 0; i < parts; i++) {
      double p = old[i] / m;
      double q = found[i] / n;
      double full = (old[i] + HALF) / (m + HALF * parts);
      double other = (found[i] + HALF) / (n + HALF * parts);
      psi += (other - full) * StrictMath.log(other / full);
      divergence += halfOfDivergence(p, q) + halfOfDivergence(q, p);
      double sum = (double) old[i] + found[i];
      double apart = StrictMath.sqrt(n / m) * old[i] - StrictMath.sqrt(m / n) * found[i];
      chi += sum == 0 ? 0 : apart * apart / sum;
      below += q - p;
      ks = Math.max(ks, Math.abs(below));
      area += i + 1 < edges.length ? Math.abs(below) * (edges[i + 1] - edges[i]) : 0;
    }
    ChiSquaredDistribution chance = new ChiSquaredDistribution(parts - 1.0);
    return new HistogramDistance(
        psi,
        StrictMath.sqrt(Math.max(0, divergence)),
        ks,
        area,
        chance.inverseCumulativeProbability(USUALLY) * (1 / m + 1 / n),
        1 - chance.cumulativeProbability(chi));
  }

  private static double halfOfDivergence(double p, double q) {
    return p == 0 ? 0 : p * StrictMath.log(2 * p / (p + q)) / StrictMath.log(2) / 2;
  }
}
