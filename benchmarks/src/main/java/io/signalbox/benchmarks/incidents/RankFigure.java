// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.incidents;

import io.signalbox.analytics.quality.Tally;
import java.util.List;

/**
 * How often the truth was among the first.
 *
 * @param cases cases
 * @param within how often it was among the first k, for k from 1 to 5
 */
public record RankFigure(int cases, int[] within) {
  private static final int MOST = 5;

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
    return new Tally(of, hits).interval();
  }
}
