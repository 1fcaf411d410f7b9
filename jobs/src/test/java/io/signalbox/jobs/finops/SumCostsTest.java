// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.finops;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.signalbox.analytics.finops.CostCells;
import io.signalbox.analytics.finops.Posting;
import io.signalbox.schemas.finops.CostDelta;
import io.signalbox.schemas.finops.CostTotal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SumCostsTest {
  private static final long RETENTION = Duration.ofDays(7).toMillis();
  private static final long END = CostWorld.START + 100 * CostWorld.HOUR;

  private static List<CostDelta> deltas() {
    List<CostDelta> all = new ArrayList<>();
    CostCells cells = new CostCells();
    for (Posting posting : CostWorld.postings()) {
      cells.add(posting);
      cells.drain(
          (key, sum) -> all.add(new CostDelta(posting.toldMs(), key, sum)), (cell, sum) -> {});
    }
    return all;
  }

  private static Rescaled<CostDelta, CostTotal> summing() {
    return Rescaled.keyed(
        () -> new SumCosts(RETENTION), CostDelta::text, CostDelta::foundMs, false);
  }

  /** What is told last of each sum, but for when. */
  private static Map<String, String> last(List<CostTotal> told) {
    Map<String, String> last = new TreeMap<>();
    for (CostTotal one : told) {
      String key = String.join(" ", one.view(), "" + one.day(), one.tenant(), one.value());
      last.put(key, one.asKnown() + " " + one.asCorrected() + " " + one.charges());
    }
    return last;
  }

  @Test
  void whatIsFoundBehindTheWatermarkIsInTheSums() throws Exception {
    List<CostDelta> deltas = deltas();
    int half = deltas.size() / 2;
    Rescaled<CostDelta, CostTotal> straight = summing();
    Rescaled<CostDelta, CostTotal> behind = summing();
    List<CostTotal> late = behind.behind(END, deltas.subList(half, deltas.size()));
    late.addAll(behind.behind(END, deltas.subList(0, half)));
    assertEquals(last(straight.step(1, deltas, END)), last(late));
  }
}
