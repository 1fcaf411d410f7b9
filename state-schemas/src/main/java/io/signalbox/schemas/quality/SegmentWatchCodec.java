// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.quality;

import io.signalbox.analytics.quality.Confusion;
import io.signalbox.analytics.quality.KnownChange;
import io.signalbox.analytics.quality.SegmentWatch;
import io.signalbox.analytics.quality.WindowCount;
import io.signalbox.schemas.detection.EpisodeCodec;
import io.signalbox.schemas.signals.FlatFields;
import io.signalbox.schemas.signals.FlatReader;
import io.signalbox.schemas.signals.FlatWriter;
import java.util.Arrays;
import java.util.List;

/** What is remembered of one segment, as part of something. */
final class SegmentWatchCodec {
  private SegmentWatchCodec() {}

  static void write(FlatWriter out, SegmentWatch watch) {
    FlatFields.writeOptional(out, watch.rateMemory(), DetectorCodec::write);
    FlatFields.writeOptional(out, watch.valueMemory(), DetectorCodec::write);
    FlatFields.writeOptional(out, watch.shape, ShapeCodec::write);
    FlatFields.writeOptional(out, watch.change, SegmentWatchCodec::write);
    out.count(watch.changes).signed(watch.lastMs);
    FlatFields.writeOptional(out, watch.episode, EpisodeCodec::write);
    FlatFields.writeList(out, watch.examples, FlatWriter::text);
    Confusion agreement = watch.agreement;
    out.count(agreement.goodGood()).count(agreement.goodBad());
    out.count(agreement.badGood()).count(agreement.badBad());
    out.count(watch.windows.size());
    long[] before = {0};
    watch.windows.forEach(
        (startMs, count) -> {
          out.signed(startMs - before[0]);
          before[0] = startMs;
          write(out, count);
        });
  }

  static void read(FlatReader in, SegmentWatch watch) {
    if (in.flag()) {
      watch.restore(DetectorCodec.rate(in));
    }
    if (in.flag()) {
      watch.restore(DetectorCodec.value(in));
    }
    if (in.flag() && watch.shape != null) {
      ShapeCodec.read(in, watch.shape);
    }
    watch.change = FlatFields.optional(in, SegmentWatchCodec::change);
    watch.changes = (int) in.count();
    watch.lastMs = in.signed();
    watch.episode = FlatFields.optional(in, EpisodeCodec::read);
    watch.examples.addAll(FlatFields.list(in, FlatReader::text));
    watch.agreement = new Confusion(in.count(), in.count(), in.count(), in.count());
    int windows = in.length();
    long startMs = 0;
    for (int i = 0; i < windows; i++) {
      startMs += in.signed();
      watch.windows.put(startMs, window(in));
    }
  }

  private static void write(FlatWriter out, KnownChange change) {
    List<Double> edges = Arrays.stream(change.edges()).boxed().toList();
    out.text(change.name()).flag(change.own()).signed(change.sinceMs());
    FlatFields.writeList(out, edges, FlatWriter::real);
    FlatFields.writeList(out, change.before(), DetectorCodec::write);
    FlatFields.writeList(out, change.after(), DetectorCodec::write);
  }

  private static KnownChange change(FlatReader in) {
    return new KnownChange(
        in.text(),
        in.flag(),
        in.signed(),
        FlatFields.list(in, FlatReader::real).stream().mapToDouble(Double::doubleValue).toArray(),
        FlatFields.list(in, DetectorCodec::tally),
        FlatFields.list(in, DetectorCodec::tally));
  }

  private static void write(FlatWriter out, WindowCount count) {
    out.count(count.rated()).count(count.good()).count(count.labelled());
    out.count(count.labelledGood()).count(count.revision()).flag(count.changed());
  }

  private static WindowCount window(FlatReader in) {
    return new WindowCount(
        in.count(), in.count(), in.count(), in.count(), (int) in.count(), in.flag());
  }
}
