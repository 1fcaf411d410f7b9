// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.signals;

import io.signalbox.analytics.signals.TelemetryMeter;
import io.signalbox.analytics.signals.TelemetryQuality;
import io.signalbox.schemas.signals.SignalBatch;
import io.signalbox.schemas.signals.SignalBatchType;
import io.signalbox.schemas.signals.TelemetryMeterCodec;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counts what of each service's telemetry could be used, because a verdict is worth no more than
 * the telemetry behind it. Batches come without their payload; that of a dead letter is its reason.
 */
public final class MeasureTelemetry
    extends EventTimeFold<SignalBatch, TelemetryQuality, TelemetryMeter> {
  private static final long serialVersionUID = 1;

  /** Identity of the operator in savepoints. */
  public static final String UID = "measure-telemetry";

  public MeasureTelemetry() {
    super(new BatchOrder(), new SignalBatchType());
  }

  @Override
  protected String stateName() {
    return "telemetry-minutes";
  }

  @Override
  protected TelemetryMeter decode(String key, byte @Nullable [] bytes) {
    var shard = SignalBatch.shardOf(key);
    TelemetryMeter meter = new TelemetryMeter(shard.environment(), shard.service());
    if (bytes != null) {
      TelemetryMeterCodec.decode(bytes, meter);
    }
    return meter;
  }

  @Override
  protected byte[] encode(TelemetryMeter meter) {
    return TelemetryMeterCodec.encode(meter);
  }

  @Override
  protected boolean isOver(TelemetryMeter meter) {
    return meter.minutes().isEmpty();
  }

  @Override
  protected void fold(
      TelemetryMeter meter,
      long tickMs,
      List<SignalBatch> batches,
      FoldOutput<TelemetryQuality> found) {
    TelemetryMeter.Minute minute = meter.at(tickMs);
    for (SignalBatch batch : batches) {
      switch (batch.kind()) {
        case METRICS -> minute.points += batch.count();
        case SPANS -> minute.spans += batch.count();
        case LOGS -> minute.logRecords += batch.count();
        case LATE -> minute.late += batch.count();
        case DEAD_LETTER ->
            minute.deadLetters.merge(
                new String(batch.payload(), StandardCharsets.UTF_8),
                (long) batch.count(),
                Long::sum);
        default -> throw new IllegalArgumentException("nothing to count in " + batch.kind());
      }
    }
  }

  @Override
  protected void advance(TelemetryMeter meter, long nowMs, FoldOutput<TelemetryQuality> found) {
    meter.advance(nowMs, found::collect);
  }

  @Override
  protected long nextWakeMs(TelemetryMeter meter) {
    return meter.nextWakeMs();
  }
}
