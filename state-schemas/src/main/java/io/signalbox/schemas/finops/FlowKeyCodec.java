// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import io.signalbox.analytics.finops.Owner;
import io.signalbox.analytics.finops.aggregates.FlowKey;

/** Bytes of the finest that is summed: hour, owner, provider, model, whether it is idle. */
final class FlowKeyCodec {
  /** The key of nothing. */
  static final FlowKey NONE =
      new FlowKey(0, new Owner(null, null, null, null, null, null), "", "", false);

  private FlowKeyCodec() {}

  static LedgerWriter write(FlowKey key, LedgerWriter out) {
    Owner owner = key.owner();
    out.signed(key.hourMs());
    out.text(owner.tenant()).text(owner.team()).text(owner.feature());
    out.text(owner.agent()).text(owner.region()).text(owner.dataClass());
    return out.text(key.provider()).text(key.model()).put(key.idle() ? 1 : 0);
  }

  static FlowKey read(LedgerReader in) {
    long hourMs = in.signed();
    Owner owner =
        new Owner(
            in.optionalText(),
            in.optionalText(),
            in.optionalText(),
            in.optionalText(),
            in.optionalText(),
            in.optionalText());
    return new FlowKey(hourMs, owner, in.text(), in.text(), in.take() != 0);
  }
}
