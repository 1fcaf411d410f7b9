// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.signals;

/** Calls, failures and durations added up. Mutable; adding commutes, for all sums are integers. */
public final class EdgeSums {
  /** Client spans. */
  public long calls;

  /** Those of them that failed. */
  public long errors;

  /** Their durations. */
  public final SparseBins durations = new SparseBins();

  /** Client minus server duration of those that were answered. */
  public final SparseBins wires = new SparseBins();

  /** Calls whose server span was seen. */
  public long answered() {
    return wires.total();
  }

  /**
   * Counts one call.
   *
   * @param error whether it failed
   * @param durationUs client duration in microseconds
   * @param wireUs client minus server duration in microseconds, negative when no one answered
   */
  public void addCall(boolean error, long durationUs, long wireUs) {
    calls++;
    errors += error ? 1 : 0;
    durations.addDuration(durationUs);
    if (wireUs >= 0) {
      wires.addDuration(wireUs);
    }
  }

  /** Adds all that a cell counts. */
  public void add(EdgeCell cell) {
    calls += cell.calls();
    errors += cell.errors();
    durations.addAll(cell.durationBins(), cell.durationCounts());
    wires.addAll(cell.wireBins(), cell.wireCounts());
  }

  /** Adds all that other sums hold. */
  public void add(EdgeSums other) {
    calls += other.calls;
    errors += other.errors;
    durations.addAll(other.durations);
    wires.addAll(other.wires);
  }

  /** The sums as the cell of a cut. */
  public EdgeCell cell(EdgeCut cut) {
    return new EdgeCell(
        cut.environment(),
        cut.caller(),
        cut.callee(),
        cut.peer(),
        cut.operation(),
        cut.tickMs(),
        calls,
        errors,
        durations.bins(),
        durations.counts(),
        wires.bins(),
        wires.counts());
  }
}
