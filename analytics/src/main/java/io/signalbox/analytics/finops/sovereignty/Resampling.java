// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.sovereignty;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The bootstrap over days: sums of as many days, drawn with replacement. The draws are the same for
 * everything that is asked of it, so that what is less on each day is less in every draw.
 */
final class Resampling {
  private static final long SEED = 20_251_007L;
  private static final int SHARE_BELOW = 20; // one in so many is below the interval
  private final int[][] draws;

  Resampling(int days, int count) {
    SplittableRandom random = new SplittableRandom(SEED);
    draws = new int[count][days];
    for (int[] draw : draws) {
      for (int i = 0; i < days; i++) {
        draw[i] = random.nextInt(days);
      }
    }
  }

  /** The ends of the interval that holds the sum nine times out of ten. */
  BigDecimal[] interval(BigDecimal[] byDay) {
    BigDecimal[] sums = new BigDecimal[draws.length];
    for (int i = 0; i < draws.length; i++) {
      BigDecimal sum = BigDecimal.ZERO;
      for (int day : draws[i]) {
        sum = sum.add(byDay[day]);
      }
      sums[i] = sum;
    }
    Arrays.sort(sums);
    int below = sums.length / SHARE_BELOW;
    return new BigDecimal[] {sums[below], sums[sums.length - 1 - below]};
  }
}
