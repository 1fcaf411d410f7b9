// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.quality;

import io.signalbox.analytics.quality.RateMemory;
import io.signalbox.analytics.quality.RunMemory;
import io.signalbox.analytics.quality.Tally;
import io.signalbox.analytics.quality.ValueMemory;
import io.signalbox.schemas.signals.FlatFields;
import io.signalbox.schemas.signals.FlatReader;
import io.signalbox.schemas.signals.FlatWriter;

/** What is remembered of a watched rate or number, as part of something. */
public final class DetectorCodec {
  private DetectorCodec() {}

  /** Writes a rate. */
  public static void write(FlatWriter out, RateMemory rate) {
    write(out, rate.seen());
    out.count(rate.starts());
    FlatFields.writeList(out, rate.runs(), DetectorCodec::write);
  }

  /** Reads a rate. */
  public static RateMemory rate(FlatReader in) {
    return new RateMemory(tally(in), (int) in.count(), FlatFields.list(in, DetectorCodec::run));
  }

  /** Writes a number. */
  public static void write(FlatWriter out, ValueMemory value) {
    out.count(value.starts());
    FlatFields.writeList(out, value.first(), FlatWriter::real);
    FlatFields.writeList(out, value.edges(), FlatWriter::real);
    FlatFields.writeList(out, value.below(), DetectorCodec::write);
  }

  /** Reads a number. */
  public static ValueMemory value(FlatReader in) {
    return new ValueMemory(
        (int) in.count(),
        FlatFields.list(in, FlatReader::real),
        FlatFields.list(in, FlatReader::real),
        FlatFields.list(in, DetectorCodec::rate));
  }

  static void write(FlatWriter out, Tally tally) {
    out.count(tally.events()).count(tally.hits());
  }

  static Tally tally(FlatReader in) {
    return new Tally(in.count(), in.count());
  }

  /** A run that has no events has no evidence either. */
  private static void write(FlatWriter out, RunMemory run) {
    write(out, run.weighed());
    out.count(run.after().events());
    if (run.after().events() > 0) {
      out.count(run.after().hits()).signed(run.sinceMs()).real(run.cusum());
    }
  }

  private static RunMemory run(FlatReader in) {
    Tally weighed = tally(in);
    long events = in.count();
    return events == 0
        ? new RunMemory(Tally.NONE, 0, 0, weighed)
        : new RunMemory(new Tally(events, in.count()), in.signed(), in.real(), weighed);
  }
}
