// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import io.signalbox.analytics.finops.aggregates.Flow;
import io.signalbox.analytics.finops.anomalies.UsedHours;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** Bytes of what was used and what it cost, but for what is in doubt, which no watch asks for. */
final class FlowCodec {
  private FlowCodec() {}

  static void write(Flow flow, LedgerWriter out) {
    out.decimal(flow.asKnown()).decimal(flow.correction()).signed(flow.requests());
    out.quantities(flow.quantities()).quantities(flow.costs());
  }

  static Flow read(LedgerReader in) {
    BigDecimal asKnown = in.decimal();
    BigDecimal correction = in.decimal();
    return new Flow(asKnown, correction, in.signed(), in.quantities(), in.quantities());
  }

  static void write(UsedHours hours, LedgerWriter out) {
    out.count(hours.hours()).count(hours.models().size());
    hours.models().forEach((model, flow) -> write(flow, out.text(model)));
  }

  static UsedHours readHours(LedgerReader in) {
    long hours = in.count();
    Map<String, Flow> models = new TreeMap<>();
    for (int left = in.length(); left > 0; left--) {
      models.put(in.text(), read(in));
    }
    return new UsedHours(hours, models);
  }
}
