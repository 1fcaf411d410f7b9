// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.incidents;

import io.signalbox.analytics.incidents.Alert;
import io.signalbox.analytics.incidents.ImpactText;
import io.signalbox.schemas.signals.FlatFields;
import io.signalbox.schemas.signals.FlatReader;
import io.signalbox.schemas.signals.FlatWriter;

/** Alerts as they are kept in state. */
public final class AlertCodec {
  /** 1: without what it costs; 2: with it. */
  private static final int VERSION = 2;

  private AlertCodec() {}

  /** The bytes of an alert, their version first. */
  public static byte[] encode(Alert alert) {
    FlatWriter out = new FlatWriter(VERSION);
    out.text(alert.incident()).count(alert.revision()).flag(alert.open());
    out.text(alert.environment()).text(alert.service()).text(alert.severity());
    FlatFields.writeList(out, alert.told(), FlatWriter::text);
    FlatFields.write(out, alert.startedAt());
    FlatFields.writeOptional(out, alert.endedAt(), FlatFields::write);
    out.text(alert.title()).text(alert.suspect()).text(alert.nextStep());
    ImpactText impact = alert.impact();
    out.text(impact.objectives()).text(impact.budgetBurnt());
    out.text(impact.usersHit()).text(impact.moneyAtRisk());
    return out.toBytes();
  }

  /**
   * The alert in bytes.
   *
   * @throws IllegalArgumentException for bytes of another version
   */
  public static Alert decode(byte[] bytes) {
    FlatReader in = new FlatReader(bytes, 1, VERSION);
    return new Alert(
        in.text(),
        (int) in.count(),
        in.flag(),
        in.text(),
        in.text(),
        in.text(),
        FlatFields.list(in, FlatReader::text),
        FlatFields.instant(in),
        FlatFields.optional(in, FlatFields::instant),
        in.text(),
        in.text(),
        in.text(),
        in.version() > 1 ? impact(in) : ImpactText.NONE);
  }

  private static ImpactText impact(FlatReader in) {
    return new ImpactText(in.text(), in.text(), in.text(), in.text());
  }
}
