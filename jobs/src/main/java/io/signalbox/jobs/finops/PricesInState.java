// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.finops;

import io.signalbox.analytics.finops.LivePrices;
import io.signalbox.analytics.finops.PriceTelling;
import io.signalbox.schemas.finops.CatalogueCodec;
import io.signalbox.schemas.finops.PriceTellingsCodec;
import java.util.Map;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;
import org.jspecify.annotations.Nullable;

/**
 * The price book of a task and its copy in broadcast state. The catalogue is in there too: charges
 * in state were priced by it, so another file may not silently take its place.
 */
final class PricesInState {
  private static final String CATALOGUE = "";
  private static final MapStateDescriptor<String, byte[]> PRICES =
      new MapStateDescriptor<>(
          "prices", Types.STRING, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);

  private final BroadcastState<String, byte[]> state;
  private final LivePrices live;

  private PricesInState(BroadcastState<String, byte[]> state, LivePrices live) {
    this.state = state;
    this.live = live;
  }

  /** The prices of the state, or those of a catalogue where there are none yet. */
  static PricesInState open(OperatorStateStore store, byte[] catalogue) throws Exception {
    BroadcastState<String, byte[]> state = store.getBroadcastState(PRICES);
    if (!state.contains(CATALOGUE)) {
      state.put(CATALOGUE, catalogue);
    }
    LivePrices live = new LivePrices(CatalogueCodec.read(state.get(CATALOGUE)));
    for (Map.Entry<String, byte[]> one : state.immutableEntries()) {
      if (!one.getKey().equals(CATALOGUE)) {
        live.restore(one.getKey(), PriceTellingsCodec.read(one.getValue()));
      }
    }
    return new PricesInState(state, live);
  }

  /** The prices. */
  LivePrices live() {
    return live;
  }

  /** Takes what is told, and says what it changed; null where it had been told. */
  LivePrices.@Nullable Change take(PriceTelling telling) throws Exception {
    LivePrices.Change change = live.take(telling);
    if (change != null) {
      String model = change.model();
      state.put(model, PriceTellingsCodec.write(live.told(model)));
    }
    return change;
  }
}
