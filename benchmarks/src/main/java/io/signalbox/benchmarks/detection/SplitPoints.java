// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection;

import io.signalbox.schemas.signals.EventTime;
import io.signalbox.schemas.signals.MalformedTelemetry;
import io.signalbox.schemas.signals.OtlpReader;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.util.Collector;

/** Requests into single points, read with the product's own fast reader: a gift to the peer. */
final class SplitPoints extends RichFlatMapFunction<byte[], SeriesPoint> {
  private static final long serialVersionUID = 1;
  private transient OtlpReader reader;

  @Override
  public void open(OpenContext context) {
    reader = new OtlpReader();
  }

  @Override
  public void flatMap(byte[] request, Collector<SeriesPoint> out) throws MalformedTelemetry {
    reader.readMetrics(
        request,
        0,
        request.length,
        point ->
            out.collect(
                new SeriesPoint(
                    point.seriesHash(),
                    EventTime.toMs(point.timeUnixNano()),
                    point.doubleValue())));
  }
}
