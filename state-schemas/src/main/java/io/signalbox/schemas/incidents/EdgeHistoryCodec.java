// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.incidents;

import io.signalbox.analytics.incidents.EdgeHistory;
import io.signalbox.analytics.incidents.Rise;
import io.signalbox.schemas.signals.FlatReader;
import io.signalbox.schemas.signals.FlatWriter;

/** What is usual on an edge, as part of a situation's bytes. */
final class EdgeHistoryCodec {
  private EdgeHistoryCodec() {}

  static void write(FlatWriter out, EdgeHistory edge) {
    out.signed(edge.lastEndMs).flag(edge.calleeSilent);
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

  static EdgeHistory read(FlatReader in) {
    EdgeHistory edge = new EdgeHistory();
    edge.lastEndMs = in.signed();
    edge.calleeSilent = in.flag();
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
    if (in.version() > 2) {
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
