// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.finops;

import io.signalbox.analytics.finops.sovereignty.DayStore;
import io.signalbox.analytics.finops.sovereignty.Demand;
import io.signalbox.schemas.finops.DemandCodec;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.api.common.typeutils.base.array.BytePrimitiveArraySerializer;

/** What the current workload asked for, an entry for each day. */
final class DaysInState implements DayStore {
  private final MapState<Long, byte[]> days;

  /** Those of the keyed state of an operator. */
  DaysInState(RuntimeContext context) {
    days =
        context.getMapState(
            new MapStateDescriptor<>(
                "days", LongSerializer.INSTANCE, BytePrimitiveArraySerializer.INSTANCE));
  }

  @Override
  public Demand of(long dayMs) {
    try {
      byte[] bytes = days.get(dayMs);
      return bytes == null ? new Demand(dayMs, 1) : DemandCodec.read(bytes);
    } catch (Exception e) {
      throw new IllegalStateException("the day of " + dayMs + " cannot be read", e);
    }
  }

  @Override
  public void keep(Demand day) {
    try {
      if (day.isNothing()) {
        days.remove(day.fromMs());
      } else {
        days.put(day.fromMs(), DemandCodec.write(day));
      }
    } catch (Exception e) {
      throw new IllegalStateException("the day of " + day.fromMs() + " cannot be written", e);
    }
  }
}
