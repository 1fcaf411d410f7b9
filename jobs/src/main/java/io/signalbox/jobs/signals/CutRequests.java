// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.signals;

import io.signalbox.schemas.signals.Origin;
import io.signalbox.schemas.signals.RequestCutter;
import io.signalbox.schemas.signals.SignalBatch;
import io.signalbox.schemas.signals.SignalKind;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.util.Collector;

/** Cuts requests that come as bare bytes; a Kafka source cuts its records itself. */
public final class CutRequests extends RichFlatMapFunction<byte[], SignalBatch> {
  private static final long serialVersionUID = 1;
  private final SignalKind kind;
  private transient RequestCutter cutter;
  private transient long offset;

  /** Cuts requests of one kind. */
  public CutRequests(SignalKind kind) {
    this.kind = kind;
  }

  @Override
  public void open(OpenContext context) {
    cutter = new RequestCutter(RequestCutter.DEFAULT_TRACE_BUCKETS);
  }

  @Override
  public void flatMap(byte[] request, Collector<SignalBatch> out) {
    cutter.cut(kind, new Origin("requests", 0, offset++, Long.MAX_VALUE), request, out::collect);
  }
}
