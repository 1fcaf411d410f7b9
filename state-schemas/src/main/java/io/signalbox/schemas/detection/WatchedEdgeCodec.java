// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.detection;

import io.signalbox.analytics.detection.DurationBaseline;
import io.signalbox.analytics.detection.EdgeAlarm;
import io.signalbox.analytics.detection.EdgeSymptom;
import io.signalbox.analytics.detection.EpisodeGate;
import io.signalbox.analytics.detection.LogLevel;
import io.signalbox.analytics.detection.ShareBaseline;
import io.signalbox.analytics.detection.WatchedEdge;
import io.signalbox.analytics.signals.EdgeSums;
import io.signalbox.schemas.signals.BinsCodec;
import io.signalbox.schemas.signals.FlatReader;
import io.signalbox.schemas.signals.FlatWriter;

/** What is remembered about one edge: a part of a watch, under its version. */
final class WatchedEdgeCodec {
  private WatchedEdgeCodec() {}

  static void write(FlatWriter out, WatchedEdge edge) {
    out.flag(edge.answers).signed(edge.lastCallMs).signed(edge.stretchMs);
    writeSums(out, edge.stretch);
    writeShare(out, edge.failed);
    writeShare(out, edge.unanswered);
    writeDuration(out, edge.wire);
    writeDuration(out, edge.client);
    for (EdgeSymptom symptom : EdgeSymptom.values()) {
      EdgeAlarm alarm = edge.alarm(symptom);
      out.signed(alarm.acceptedAtMs);
      writeGate(out, alarm.gate);
    }
  }

  static WatchedEdge read(FlatReader in) {
    WatchedEdge edge = new WatchedEdge();
    edge.answers = in.flag();
    edge.lastCallMs = in.signed();
    edge.stretchMs = in.signed();
    readSums(in, edge.stretch);
    readShare(in, edge.failed);
    readShare(in, edge.unanswered);
    readDuration(in, edge.wire);
    readDuration(in, edge.client);
    for (EdgeSymptom symptom : EdgeSymptom.values()) {
      EdgeAlarm alarm = edge.alarm(symptom);
      alarm.acceptedAtMs = in.signed();
      readGate(in, alarm.gate);
    }
    return edge;
  }

  private static void writeSums(FlatWriter out, EdgeSums sums) {
    out.count(sums.calls).count(sums.errors);
    BinsCodec.write(out, sums.durations.bins(), sums.durations.counts());
    BinsCodec.write(out, sums.wires.bins(), sums.wires.counts());
  }

  private static void readSums(FlatReader in, EdgeSums sums) {
    sums.calls = in.count();
    sums.errors = in.count();
    int[] durations = BinsCodec.readBins(in);
    sums.durations.addAll(durations, BinsCodec.readCounts(in, durations.length));
    int[] wires = BinsCodec.readBins(in);
    sums.wires.addAll(wires, BinsCodec.readCounts(in, wires.length));
  }

  private static void writeShare(FlatWriter out, ShareBaseline share) {
    out.real(share.hits).real(share.calls);
  }

  private static void readShare(FlatReader in, ShareBaseline share) {
    share.hits = in.real();
    share.calls = in.real();
  }

  private static void writeDuration(FlatWriter out, DurationBaseline baseline) {
    writeLevel(out, baseline.median);
    writeLevel(out, baseline.p90);
  }

  private static void readDuration(FlatReader in, DurationBaseline baseline) {
    readLevel(in, baseline.median);
    readLevel(in, baseline.p90);
  }

  private static void writeLevel(FlatWriter out, LogLevel level) {
    out.count(level.learned);
    if (level.learned > 0) {
      out.real(level.centre).real(level.deviation);
    }
  }

  private static void readLevel(FlatReader in, LogLevel level) {
    level.learned = in.count();
    if (level.learned > 0) {
      level.centre = in.real();
      level.deviation = in.real();
    }
  }

  private static void writeGate(FlatWriter out, EpisodeGate gate) {
    out.signed(gate.startedAtMs);
    if (gate.startedAtMs == 0) {
      return;
    }
    out.count(gate.hits).count(gate.calm).count(gate.revision).real(gate.worstP);
    out.real(gate.worstValue).real(gate.worstExpected);
    out.real(gate.worstLower).real(gate.worstUpper).count(gate.worstSupport);
  }

  private static void readGate(FlatReader in, EpisodeGate gate) {
    gate.startedAtMs = in.signed();
    if (gate.startedAtMs == 0) {
      return;
    }
    gate.hits = (int) in.count();
    gate.calm = (int) in.count();
    gate.revision = (int) in.count();
    gate.worstP = in.real();
    gate.worstValue = in.real();
    gate.worstExpected = in.real();
    gate.worstLower = in.real();
    gate.worstUpper = in.real();
    gate.worstSupport = in.count();
  }
}
