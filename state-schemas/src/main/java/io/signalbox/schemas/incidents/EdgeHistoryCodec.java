// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.incidents;

import io.signalbox.analytics.incidents.EdgeHistory;
import io.signalbox.analytics.incidents.Rise;
import io.signalbox.schemas.signals.FlatReader;
import io.signalbox.schemas.signals.FlatWriter;

/** What is usual on an edge, as part of a situation's bytes. */
final class EdgeHistoryCodec {
  /** What {@link #write} writes. */
  static final int LAYOUT = 5;

  private static final int DECLARED = 1;
  private static final int SILENT = 2;
  private static final int EVENTFUL = 4;
  private static final long SECOND_MS = 1000;

  private EdgeHistoryCodec() {}

  /** Of a calm edge only what a topology keeps of it. */
  static void write(FlatWriter out, EdgeHistory edge) {
    boolean eventful = edge.isEventful();
    out.count(
        (edge.declared ? DECLARED : 0)
            | (edge.calleeSilent ? SILENT : 0)
            | (eventful ? EVENTFUL : 0));
    if (eventful) {
      writeWhole(out, edge);
    } else {
      writeCalm(out, edge);
    }
  }

  private static void writeCalm(FlatWriter out, EdgeHistory edge) {
    out.signed(edge.lastEndMs / SECOND_MS).signed(edge.slowUntilMs / SECOND_MS);
    out.count(edge.learnedDurations).count(edge.learnedRates);
    out.count(edge.usualCalls).count(edge.usualErrors);
    out.single((float) edge.recentCalls).single((float) edge.recentErrors);
    out.single((float) edge.usualDurationUs).single((float) edge.usualRate);
    out.count(edge.errors.calm | (edge.slow.calm << 1) | (edge.busy.calm << 2));
  }

  private static EdgeHistory readCalm(FlatReader in) {
    EdgeHistory edge = new EdgeHistory();
    edge.lastEndMs = in.signed() * SECOND_MS;
    edge.slowUntilMs = in.signed() * SECOND_MS;
    edge.learnedDurations = (int) in.count();
    edge.learnedRates = (int) in.count();
    edge.usualCalls = in.count();
    edge.usualErrors = in.count();
    edge.recentCalls = in.single();
    edge.recentErrors = in.single();
    edge.usualDurationUs = in.single();
    edge.usualRate = in.single();
    long calm = in.count();
    edge.errors.calm = (int) calm & 1;
    edge.slow.calm = (int) (calm >> 1) & 1;
    edge.busy.calm = (int) (calm >> 2) & 1;
    return edge;
  }

  private static void writeWhole(FlatWriter out, EdgeHistory edge) {
    out.signed(edge.lastEndMs);
    out.count(edge.learnedDurations).count(edge.learnedRates);
    out.count(edge.usualCalls).count(edge.usualErrors);
    out.real(edge.recentCalls).real(edge.recentErrors);
    out.real(edge.usualDurationUs).real(edge.usualRate).real(edge.peakRate);
    out.count(edge.lastDurationUs);
    out.count(edge.risenCalls).count(edge.risenErrors).count(edge.risenAnswered);
    write(out, edge.errors);
    write(out, edge.slow);
    write(out, edge.busy);
    out.signed(edge.slowUntilMs);
  }

  /**
   * Reads one.
   *
   * @param layout of situations up to version 4 that version, else {@link #LAYOUT}
   */
  static EdgeHistory read(FlatReader in, int layout) {
    if (layout < LAYOUT) {
      return readWhole(in, layout);
    }
    long flags = in.count();
    EdgeHistory edge = (flags & EVENTFUL) == 0 ? readCalm(in) : readWhole(in, layout);
    edge.declared = (flags & DECLARED) != 0;
    edge.calleeSilent = (flags & SILENT) != 0;
    return edge;
  }

  private static EdgeHistory readWhole(FlatReader in, int layout) {
    EdgeHistory edge = new EdgeHistory();
    edge.lastEndMs = in.signed();
    if (layout < LAYOUT) {
      edge.calleeSilent = in.flag();
    }
    edge.learnedDurations = (int) in.count();
    edge.learnedRates = (int) in.count();
    edge.usualCalls = in.count();
    edge.usualErrors = in.count();
    edge.recentCalls = in.real();
    edge.recentErrors = in.real();
    edge.usualDurationUs = in.real();
    edge.usualRate = in.real();
    edge.peakRate = in.real();
    edge.lastDurationUs = in.count();
    edge.risenCalls = in.count();
    edge.risenErrors = in.count();
    edge.risenAnswered = in.count();
    read(in, edge.errors);
    read(in, edge.slow);
    read(in, edge.busy);
    if (layout > 2) {
      edge.slowUntilMs = in.signed();
    } else if (edge.slow.isUp()) {
      edge.slowUntilMs = edge.lastEndMs;
    }
    return edge;
  }

  private static void write(FlatWriter out, Rise rise) {
    out.signed(rise.sinceMs).count(rise.calm);
  }

  private static void read(FlatReader in, Rise rise) {
    rise.sinceMs = in.signed();
    rise.calm = (int) in.count();
  }
}
