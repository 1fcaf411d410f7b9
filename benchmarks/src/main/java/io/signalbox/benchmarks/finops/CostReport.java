// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.finops;

import io.signalbox.schemas.finops.TotalsJson;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts of a run, and its first complaints. */
public final class CostReport {
  private static final int MOST_TOLD = 20;
  private final List<String> complaints = new ArrayList<>();
  private final Map<String, Long> counts = new TreeMap<>();
  private final Map<String, BigDecimal> sums = new TreeMap<>();

  CostReport() {}

  void count(String what) {
    counts.merge(what, 1L, Long::sum);
  }

  void count(String what, long n) {
    counts.merge(what, n, Long::sum);
  }

  void sum(String what, BigDecimal amount) {
    sums.merge(what, amount, BigDecimal::add);
  }

  void complain(String line) {
    count("bad input");
    if (complaints.size() < MOST_TOLD) {
      complaints.add(line);
    }
  }

  /** The first complaints about the input, a sentence each. */
  public List<String> complaints() {
    return List.copyOf(complaints);
  }

  /** How often something happened. */
  public long counted(String what) {
    return counts.getOrDefault(what, 0L);
  }

  /** All counts and sums, a line each. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    counts.forEach((what, n) -> lines.add(String.format("%-34s %,12d", what, n)));
    sums.forEach(
        (what, usd) -> lines.add(String.format("%-34s %s USD", what, TotalsJson.money(usd))));
    return lines;
  }
}
