// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality;

/** Where runs began: what was before them, which stays as it is, and when that was. */
final class RunBegins {
  private final Counts before;
  private final long[] sinceMs;
  private final int fewest;

  /**
   * Room for the begins of runs.
   *
   * @param fewest events of a run, which it may have whatever was before it
   */
  RunBegins(int runs, int fewest) {
    this.before = new Counts(2 * runs);
    this.sinceMs = new long[runs];
    this.fewest = fewest;
  }

  void set(int run, long events, long hits, long atMs) {
    before.set(2 * run, events);
    before.set(2 * run + 1, hits);
    sinceMs[run] = atMs;
  }

  long events(int run) {
    return before.get(2 * run);
  }

  long hits(int run) {
    return before.get(2 * run + 1);
  }

  Tally before(int run) {
    return new Tally(events(run), hits(run));
  }

  long sinceMs(int run) {
    return sinceMs[run];
  }

  /** After how many events in all a run has as many as were before it, or as it takes to know. */
  long outgrownAt(int run) {
    return outgrownAfter(events(run));
  }

  /** The same of one that begins after so many events. */
  long outgrownAfter(long events) {
    return events + Math.max(events, fewest);
  }
}
