// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import io.signalbox.analytics.finops.anomalies.CostHistory;
import io.signalbox.analytics.finops.anomalies.CostRun;
import io.signalbox.analytics.finops.anomalies.CostSubject;
import io.signalbox.analytics.finops.anomalies.CostTrack;
import io.signalbox.analytics.finops.anomalies.UsedHours;
import io.signalbox.analytics.finops.anomalies.UsualWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Bytes of what is remembered of the cost of a subject. Version 1. */
public final class CostHistoryCodec {
  private static final int VERSION = 1;

  private CostHistoryCodec() {}

  /** The bytes. */
  public static byte[] write(CostHistory history) {
    LedgerWriter out = new LedgerWriter().put(VERSION);
    out.signed(history.nextMs).signed(history.usedMs).count(history.usedHours);
    out.count(history.week().sums().size());
    history.week().sums().forEach(sum -> FlowCodec.write(sum, out));
    for (CostTrack track : history.tracks()) {
      byte[] detector = track.detector();
      out.count(detector.length).raw(detector, 0, detector.length);
      CostRun run = track.run;
      out.put(run == null ? 0 : 1);
      if (run != null) {
        write(run, out);
      }
    }
    return out.toBytes();
  }

  private static void write(CostRun run, LedgerWriter out) {
    out.signed(run.fromMs).signed(run.lastMs).put(run.cheaper ? 1 : 0).count(run.revision);
    for (double number : new double[] {run.worstP, run.value, run.expected, run.lower, run.upper}) {
      out.signed(Double.doubleToLongBits(number));
    }
    FlowCodec.write(run.usual, out);
    FlowCodec.write(run.now, out);
  }

  /** What such bytes say of a subject. */
  public static CostHistory read(CostSubject subject, byte[] bytes) {
    LedgerReader in = LedgerReader.of(bytes, VERSION);
    long nextMs = in.signed();
    long usedMs = in.signed();
    long usedHours = in.count();
    List<UsedHours> sums = new ArrayList<>();
    for (int left = in.length(); left > 0; left--) {
      sums.add(FlowCodec.readHours(in));
    }
    List<CostTrack> tracks = List.of(track(false, in), track(true, in));
    CostHistory history = new CostHistory(subject, new UsualWeek(sums), tracks);
    history.nextMs = nextMs;
    history.usedMs = usedMs;
    history.usedHours = usedHours;
    return history;
  }

  private static CostTrack track(boolean perRequest, LedgerReader in) {
    int length = in.length();
    byte[] detector = Arrays.copyOfRange(in.bytes(), in.at(), in.at() + length);
    in.skip(length);
    CostTrack track = new CostTrack(perRequest, detector);
    if (in.take() != 0) {
      track.run = run(in);
    }
    return track;
  }

  private static CostRun run(LedgerReader in) {
    long fromMs = in.signed();
    long lastMs = in.signed();
    boolean cheaper = in.take() != 0;
    int revision = (int) in.count();
    double[] numbers = new double[5];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = Double.longBitsToDouble(in.signed());
    }
    CostRun run = new CostRun(FlowCodec.readHours(in), FlowCodec.readHours(in));
    run.fromMs = fromMs;
    run.lastMs = lastMs;
    run.cheaper = cheaper;
    run.revision = revision;
    run.worstP = numbers[0];
    run.value = numbers[1];
    run.expected = numbers[2];
    run.lower = numbers[3];
    run.upper = numbers[4];
    return run;
  }
}
