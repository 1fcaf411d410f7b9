// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

/**
 * Upper tail probabilities of counts, summed term by term. Only {@link StrictMath} is used, so the
 * same counts give the same bits on every machine. Results lie in 1e-300..1.
 */
public final class Tails {
  /**
   * Terms summed at most; what is left is bounded by a geometric series, which is never too low.
   */
  private static final int TERMS = 100_000;

  private static final double LEAST = 1e-300;
  private static final double HALF_LOG_TWO_PI = 0.5 * StrictMath.log(2 * StrictMath.PI);

  private Tails() {}

  /** Quotient of the probabilities of {@code x + 1} and {@code x}. */
  private interface Ratio {
    double after(long x);
  }

  /**
   * Probability of at least so many hits among trials whose share of hits is itself drawn from a
   * beta distribution (beta-binomial; Skellam, J. Royal Stat. Soc. B 10, 1948). At or below the
   * expectation the answer is simply 1.
   *
   * @param hits 0..trials
   * @param trials 0 or more
   * @param alpha first parameter of the beta distribution, above 0
   * @param beta second parameter, above 0
   */
  public static double betaBinomial(long hits, long trials, double alpha, double beta) {
    if (hits <= trials * (alpha / (alpha + beta))) {
      return 1;
    }
    double first =
        logChoose(trials, hits)
            + logBeta(hits + alpha, trials - hits + beta)
            - logBeta(alpha, beta);
    return sum(
        first,
        hits,
        trials,
        x -> (trials - x) * (x + alpha) / ((x + 1.0) * (trials - x - 1 + beta)));
  }

  /**
   * Fisher's exact test, one-sided: probability that a cohort has at least its hits if all hits
   * fell on the trials of both sides alike (hypergeometric; Fisher, J. Royal Stat. Soc. 98, 1935).
   *
   * @param hits hits of the cohort, 0..trials
   * @param trials trials of the cohort
   * @param otherHits hits of the others, 0..otherTrials
   * @param otherTrials trials of the others
   */
  public static double fisher(long hits, long trials, long otherHits, long otherTrials) {
    long all = trials + otherTrials;
    long allHits = hits + otherHits;
    if (all == 0 || (double) hits * otherTrials <= (double) otherHits * trials) {
      return 1;
    }
    double first =
        logChoose(trials, hits) + logChoose(otherTrials, otherHits) - logChoose(all, allHits);
    return sum(
        first,
        hits,
        Math.min(trials, allHits),
        x ->
            (double) (trials - x)
                * (allHits - x)
                / ((x + 1.0) * (otherTrials - allHits + x + 1.0)));
  }

  /**
   * Probability of at least so many events in a window when events come at a rate that varies from
   * window to window (negative binomial as a gamma mixture of Poisson; Greenwood and Yule, 1920).
   *
   * @param count 0 or more
   * @param mean expected events in a window, above 0
   * @param shape above 0; the variance is {@code mean + mean^2 / shape}
   */
  public static double negativeBinomial(long count, double mean, double shape) {
    if (count <= mean) {
      return 1;
    }
    double q = mean / (mean + shape);
    double first =
        logGamma(count + shape)
            - logGamma(count + 1.0)
            - logGamma(shape)
            + shape * StrictMath.log(shape / (mean + shape))
            + count * StrictMath.log(q);
    return sum(first, count, Long.MAX_VALUE, x -> (x + shape) / (x + 1.0) * q);
  }

  /**
   * Probability of waiting at least this long for what comes on average once in {@code mean}.
   *
   * @param waited 0 or more, in the unit of the mean
   * @param mean above 0
   */
  public static double exponential(double waited, double mean) {
    return Math.max(LEAST, StrictMath.exp(-waited / mean));
  }

  /** Adds up the terms from one on, given the logarithm of the first. */
  private static double sum(double logFirst, long from, long last, Ratio ratio) {
    double term = 1;
    double sum = 1;
    long stop = last - from > TERMS ? from + TERMS : last;
    for (long x = from; x < stop && term > sum * 1e-17; x++) {
      term *= ratio.after(x);
      sum += term;
    }
    if (stop < last && term > sum * 1e-17) {
      double next = ratio.after(stop);
      sum += next < 1 ? term * next / (1 - next) : Double.POSITIVE_INFINITY;
    }
    double p = StrictMath.exp(logFirst + StrictMath.log(sum));
    return Math.max(LEAST, Math.min(1, p));
  }

  /** Natural logarithm of the number of ways to choose. */
  private static double logChoose(long n, long k) {
    return logGamma(n + 1.0) - logGamma(k + 1.0) - logGamma(n - k + 1.0);
  }

  private static double logBeta(double a, double b) {
    return logGamma(a) + logGamma(b) - logGamma(a + b);
  }

  /**
   * Natural logarithm of the gamma function: Stirling's series (Abramowitz and Stegun 6.1.41) above
   * 12, where five terms are exact to a double, and the recurrence below.
   *
   * @param x above 0
   */
  static double logGamma(double x) {
    double product = 1;
    double z = x;
    while (z < 12) {
      product *= z;
      z += 1;
    }
    double i = 1 / z;
    double i2 = i * i;
    double series =
        i * (1.0 / 12 - i2 * (1.0 / 360 - i2 * (1.0 / 1260 - i2 * (1.0 / 1680 - i2 / 1188))));
    return (z - 0.5) * StrictMath.log(z) - z + HALF_LOG_TWO_PI + series - StrictMath.log(product);
  }
}
