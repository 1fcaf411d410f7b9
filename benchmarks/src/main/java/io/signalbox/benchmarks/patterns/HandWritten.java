// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.patterns;

import io.signalbox.analytics.patterns.PatternEvent;
import java.nio.ByteBuffer;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * What one would write by hand for {@link LatencyErrorRestart} and no other story: 16 bytes a start
 * in one value, events taken in the order of arrival, nothing held back and no timers.
 */
final class HandWritten extends KeyedProcessFunction<String, PatternEvent, Long> {
  private static final long serialVersionUID = 1;
  private static final int BYTES = 2 * Long.BYTES;
  private static final long NOT_YET = Long.MIN_VALUE;

  private transient ValueState<byte[]> starts;

  @Override
  public void open(OpenContext context) {
    starts =
        getRuntimeContext()
            .getState(
                new ValueStateDescriptor<>(
                    "starts", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
  }

  @Override
  public void processElement(PatternEvent event, Context context, Collector<Long> out)
      throws Exception {
    int stage = LatencyErrorRestart.TYPES.indexOf(event.type());
    if (stage < 0) {
      return;
    }
    byte[] known = starts.value();
    if (known == null && stage > 0) {
      return;
    }
    ByteBuffer before = ByteBuffer.wrap(known == null ? new byte[0] : known);
    ByteBuffer after = ByteBuffer.allocate(before.capacity() + BYTES);
    while (before.hasRemaining()) {
      long startMs = before.getLong();
      long failingMs = before.getLong();
      if (event.timeMs() - startMs >= LatencyErrorRestart.WITHIN_MS) {
        continue;
      }
      if (stage == 2 && failingMs != NOT_YET) {
        MatchDigest.add(event.key(), startMs, failingMs, event.timeMs());
        out.collect(startMs);
        continue;
      }
      boolean fails = stage == 1 && failingMs == NOT_YET;
      after.putLong(startMs).putLong(fails ? event.timeMs() : failingMs);
    }
    if (stage == 0) {
      after.putLong(event.timeMs()).putLong(NOT_YET);
    }
    if (after.position() == 0) {
      starts.clear();
    } else {
      starts.update(java.util.Arrays.copyOf(after.array(), after.position()));
    }
  }
}
