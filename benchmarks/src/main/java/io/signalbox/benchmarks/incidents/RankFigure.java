// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.incidents;

import java.util.List;

/**
 * How often the truth was among the first.
 *
 * @param cases cases
 * @param within how often it was among the first k, for k from 1 to 5
 */
public record RankFigure(int cases, int[] within) {
  private static final int MOST = 5;
  private static final double Z95 = 1.959963984540054;

  static RankFigure of(List<CaseVerdict> verdicts) {
    int[] within = new int[MOST];
    for (CaseVerdict verdict : verdicts) {
      for (int k = 1; k <= MOST; k++) {
        within[k - 1] += verdict.rank() > 0 && verdict.rank() <= k ? 1 : 0;
      }
    }
    return new RankFigure(verdicts.size(), within);
  }

  /** AC@k. */
  public double at(int k) {
    return cases == 0 ? 0 : (double) within[k - 1] / cases;
  }

  /** Mean of AC@1 to AC@5. */
  public double average() {
    double sum = 0;
    for (int k = 1; k <= MOST; k++) {
      sum += at(k);
    }
    return sum / MOST;
  }

  /** Wilson's interval of 95 % of AC@k: E. B. Wilson, JASA 22 (1927). */
  public double[] interval(int k) {
    return wilson(within[k - 1], cases);
  }

  static double[] wilson(int hits, int of) {
    if (of == 0) {
      return new double[] {0, 1};
    }
    double share = (double) hits / of;
    double z2 = Z95 * Z95;
    double centre = (share + z2 / (2 * of)) / (1 + z2 / of);
    double reach = Z95 * Math.sqrt(share * (1 - share) / of + z2 / (4.0 * of * of)) / (1 + z2 / of);
    return new double[] {Math.max(0, centre - reach), Math.min(1, centre + reach)};
  }
}
