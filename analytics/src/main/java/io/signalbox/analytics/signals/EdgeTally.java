// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.signals;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Edge calls counted by cut, in the order of the cuts. Mutable; the order of adding is no matter.
 */
public final class EdgeTally {
  private final TreeMap<EdgeCut, EdgeSums> sums = new TreeMap<>();

  /** The sums of a cut, to be added to. */
  public EdgeSums at(EdgeCut cut) {
    return sums.computeIfAbsent(cut, c -> new EdgeSums());
  }

  /** Adds a cell where it belongs. */
  public void add(EdgeCell cell) {
    at(EdgeCut.of(cell)).add(cell);
  }

  /** True when something has been counted for a cut. */
  public boolean holds(EdgeCut cut) {
    return sums.containsKey(cut);
  }

  /** True when nothing is counted. */
  public boolean isEmpty() {
    return sums.isEmpty();
  }

  /** Number of cuts. */
  public int size() {
    return sums.size();
  }

  /** The earliest time of any cut; the tally must not be empty. */
  public long firstTickMs() {
    return sums.firstKey().tickMs();
  }

  /** Takes out the cells of the earliest time, sorted; the tally must not be empty. */
  public List<EdgeCell> takeFirstTick() {
    List<EdgeCell> taken = new ArrayList<>();
    long tickMs = firstTickMs();
    while (!sums.isEmpty() && firstTickMs() == tickMs) {
      var first = sums.pollFirstEntry();
      taken.add(first.getValue().cell(first.getKey()));
    }
    return taken;
  }

  /** All cells, sorted. */
  public List<EdgeCell> cells() {
    List<EdgeCell> cells = new ArrayList<>(sums.size());
    sums.forEach((cut, sum) -> cells.add(sum.cell(cut)));
    return cells;
  }

  /** Forgets everything. */
  public void clear() {
    sums.clear();
  }
}
