// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * How reports agree with what is known.
 *
 * @param delays rows from each known change that was noticed to the first report of it
 * @param missed known changes without a report in time
 * @param falseAlarms reports of no known change; a second report of one is none
 */
record DriftScore(List<Integer> delays, int missed, int falseAlarms) {

  static DriftScore of(KnownDrifts known, List<Integer> positions) {
    TreeSet<Integer> starts = new TreeSet<>(known.rows());
    TreeSet<Integer> noticed = new TreeSet<>();
    List<Integer> delays = new ArrayList<>();
    int falseAlarms = 0;
    for (int position : positions) {
      Integer start = starts.floor(position);
      if (start == null || position - start > known.within()) {
        falseAlarms++;
      } else if (noticed.add(start)) {
        delays.add(position - start);
      }
    }
    return new DriftScore(List.copyOf(delays), starts.size() - noticed.size(), falseAlarms);
  }

  /** Mean of the delays in rows, NaN when nothing was noticed. */
  double meanDelay() {
    return delays.stream().mapToInt(Integer::intValue).average().orElse(Double.NaN);
  }
}
