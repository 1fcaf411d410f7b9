// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.incidents;

import io.signalbox.analytics.patterns.PatternMatch;
import io.signalbox.schemas.signals.FlatFields;
import io.signalbox.schemas.signals.FlatReader;
import io.signalbox.schemas.signals.FlatWriter;
import java.util.List;

/** Recognised failures as correlation keeps them, without their events, as part of something. */
final class MatchCodec {
  private MatchCodec() {}

  static void write(FlatWriter out, PatternMatch match) {
    out.text(match.id()).text(match.pattern()).count(match.version()).text(match.key());
    out.text(match.environment()).text(match.service()).text(match.blame()).text(match.title());
    out.text(match.severity()).real(match.confidence()).text(match.runbook());
    FlatFields.write(out, match.startedAt());
    FlatFields.write(out, match.matchedAt());
  }

  static PatternMatch read(FlatReader in) {
    return new PatternMatch(
        in.text(),
        in.text(),
        (int) in.count(),
        in.text(),
        in.text(),
        in.text(),
        in.text(),
        in.text(),
        in.text(),
        in.real(),
        in.text(),
        FlatFields.instant(in),
        FlatFields.instant(in),
        List.of());
  }
}
