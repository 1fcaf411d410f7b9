// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.finops;

import io.signalbox.analytics.finops.budgets.SpendKey;
import io.signalbox.analytics.finops.budgets.SpendStore;
import io.signalbox.schemas.finops.SpendsCodec;
import java.math.BigDecimal;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.api.common.typeutils.base.array.BytePrimitiveArraySerializer;

/** Single spends of the current budget, an entry for each second. */
final class SpendsInState implements SpendStore {
  private final MapState<Long, byte[]> seconds;

  /** Those of the keyed state of an operator. */
  SpendsInState(RuntimeContext context) {
    seconds =
        context.getMapState(
            new MapStateDescriptor<>(
                "spends", LongSerializer.INSTANCE, BytePrimitiveArraySerializer.INSTANCE));
  }

  @Override
  public NavigableMap<SpendKey, BigDecimal> of(long secondMs) {
    try {
      byte[] bytes = seconds.get(secondMs);
      return bytes == null ? new TreeMap<>() : SpendsCodec.read(secondMs, bytes);
    } catch (Exception e) {
      throw new IllegalStateException("spends of " + secondMs + " cannot be read", e);
    }
  }

  @Override
  public void keep(long secondMs, NavigableMap<SpendKey, BigDecimal> spends) {
    try {
      if (spends.isEmpty()) {
        seconds.remove(secondMs);
      } else {
        seconds.put(secondMs, SpendsCodec.write(secondMs, spends));
      }
    } catch (Exception e) {
      throw new IllegalStateException("spends of " + secondMs + " cannot be written", e);
    }
  }
}
