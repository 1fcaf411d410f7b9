// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.incidents;

import io.signalbox.analytics.detection.EpisodeKind;
import io.signalbox.analytics.detection.Suspicion;
import io.signalbox.analytics.incidents.Doubt;
import io.signalbox.schemas.signals.FlatFields;
import io.signalbox.schemas.signals.FlatReader;
import io.signalbox.schemas.signals.FlatWriter;

/** Runs of improbable values, as part of something. */
final class DoubtCodec {
  private DoubtCodec() {}

  static void write(FlatWriter out, Doubt doubt) {
    Suspicion worst = doubt.worst();
    out.text(worst.environment()).text(worst.service());
    FlatFields.write(out, worst.kind());
    out.text(worst.subject());
    FlatFields.write(out, worst.at());
    out.real(worst.evidence())
        .count(worst.intervalMs())
        .real(worst.value())
        .real(worst.expected())
        .count(worst.support());
    out.signed(doubt.sinceMs()).signed(doubt.lastMs()).count(doubt.values());
  }

  static Doubt read(FlatReader in) {
    Suspicion worst =
        new Suspicion(
            in.text(),
            in.text(),
            FlatFields.constant(in, EpisodeKind.class),
            in.text(),
            FlatFields.instant(in),
            in.real(),
            in.count(),
            in.real(),
            in.real(),
            in.count());
    return new Doubt(worst, in.signed(), in.signed(), (int) in.count());
  }
}
