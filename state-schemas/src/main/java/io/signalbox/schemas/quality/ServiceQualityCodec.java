// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.quality;

import io.signalbox.analytics.quality.QualitySettings;
import io.signalbox.analytics.quality.Repeats;
import io.signalbox.analytics.quality.Segment;
import io.signalbox.analytics.quality.ServiceQuality;
import io.signalbox.analytics.quality.WatchKind;
import io.signalbox.schemas.signals.FlatFields;
import io.signalbox.schemas.signals.FlatReader;
import io.signalbox.schemas.signals.FlatWriter;

/** What is remembered of the answers that a service gets. */
public final class ServiceQualityCodec {
  private static final int OLDEST = 1;
  private static final int VERSION = 2;

  private ServiceQualityCodec() {}

  /** The bytes of what is remembered; the same for what would go on alike. */
  public static byte[] write(ServiceQuality quality) {
    FlatWriter out = new FlatWriter(VERSION);
    out.text(quality.environment()).text(quality.service());
    out.count(quality.unwatched).signed(quality.nextWindowMs);
    out.count(quality.watches.size());
    quality.watches.forEach(
        (segment, watch) -> {
          out.text(segment.metric()).text(segment.cut()).text(segment.model());
          FlatFields.write(out, watch.kind);
          SegmentWatchCodec.write(out, watch);
        });
    out.count(quality.repeats.size());
    quality.repeats.forEach(
        (model, repeats) -> {
          out.text(model).count(repeats.last.size());
          repeats.last.forEach((prompt, text) -> out.text(prompt).text(text));
        });
    return out.toBytes();
  }

  /**
   * What was written.
   *
   * @param settings may differ from those it was written under
   * @throws IllegalArgumentException for bytes that no one wrote
   */
  public static ServiceQuality read(byte[] bytes, QualitySettings settings) {
    FlatReader in = new FlatReader(bytes, OLDEST, VERSION);
    ServiceQuality quality = new ServiceQuality(in.text(), in.text(), settings);
    quality.unwatched = in.count();
    quality.nextWindowMs = in.signed();
    int watches = in.length();
    for (int i = 0; i < watches; i++) {
      Segment segment = new Segment(in.text(), in.text(), in.text());
      WatchKind kind = FlatFields.constant(in, WatchKind.class);
      SegmentWatchCodec.read(in, quality.restore(segment, kind));
    }
    int models = in.length();
    for (int i = 0; i < models; i++) {
      Repeats repeats = new Repeats();
      quality.repeats.put(in.text(), repeats);
      int questions = in.length();
      for (int j = 0; j < questions; j++) {
        repeats.last.put(in.text(), in.text());
      }
    }
    quality.recount();
    return quality;
  }
}
