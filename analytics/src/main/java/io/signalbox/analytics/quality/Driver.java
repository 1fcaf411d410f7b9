// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality;

import java.util.Map;
import java.util.SortedMap;

/**
 * Which part of the answers a change of all of them comes from: the part that shows it most, when
 * the rest hardly shows it.
 */
final class Driver {
  /** The rest may show so much of the evidence and still have nothing to do with it. */
  private static final double REST = 0.25;

  private final SortedMap<Segment, SegmentWatch> watches;

  Driver(SortedMap<Segment, SegmentWatch> watches) {
    this.watches = watches;
  }

  /** The cut, empty when no part stands out. */
  String of(Segment whole, DriftFinding finding) {
    SegmentWatch all = watches.get(whole);
    if (all == null || all.kind != WatchKind.RATE) {
      return "";
    }
    String driver = "";
    double most = 0;
    for (Map.Entry<Segment, SegmentWatch> one : watches.entrySet()) {
      Segment segment = one.getKey();
      boolean part =
          segment.metric().equals(whole.metric())
              && segment.model().equals(whole.model())
              && !segment.isWhole();
      if (part) {
        Tally[] old = parts(segment, one.getValue(), whole, all, finding, true);
        Tally[] now = parts(segment, one.getValue(), whole, all, finding, false);
        double shown = fallen(old[0], now[0]);
        if (shown > most && fallen(old[1], now[1]) < REST * shown) {
          driver = segment.cut();
          most = shown;
        }
      }
    }
    return driver;
  }

  /** What a part, and all but it, had before the change or since. */
  private Tally[] parts(
      Segment segment,
      SegmentWatch part,
      Segment whole,
      SegmentWatch all,
      DriftFinding finding,
      boolean before) {
    Tally ofPart = tally(segment, part, finding, before);
    Tally ofAll = tally(whole, all, finding, before);
    return new Tally[] {ofPart, ofAll.minus(ofPart)};
  }

  /** By windows: that of the change counts as after it. Of another version, all that it had. */
  private Tally tally(Segment segment, SegmentWatch watch, DriftFinding finding, boolean before) {
    if (!before) {
      return watch.good(window(finding.sinceMs(), watch), Long.MAX_VALUE);
    }
    SegmentWatch earlier = watches.get(segment.of(finding.cause()));
    return earlier == null
        ? watch.good(Long.MIN_VALUE, window(finding.sinceMs(), watch))
        : earlier.good(Long.MIN_VALUE, Long.MAX_VALUE);
  }

  private static long window(long sinceMs, SegmentWatch watch) {
    Long start = watch.windows.floorKey(sinceMs);
    return start == null ? sinceMs : start;
  }

  private static double fallen(Tally before, Tally after) {
    boolean fell = before.events() > 0 && after.events() > 0 && after.rate() < before.rate();
    return fell ? after.evidenceAgainst(before) : 0;
  }
}
