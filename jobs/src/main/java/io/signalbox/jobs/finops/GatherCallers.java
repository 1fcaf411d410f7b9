// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.finops;

import io.signalbox.analytics.finops.Dimension;
import io.signalbox.analytics.finops.SpanUsage;
import io.signalbox.analytics.finops.anomalies.CostSubject;
import io.signalbox.analytics.signals.GenAiEvent;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Counts who made calls of what in a minute before it is shuffled, because each call concerns
 * several subjects. Counts go out before the watermark that passes their minute, and what is open
 * before each barrier, so there is no state.
 */
final class GatherCallers extends AbstractStreamOperator<CostSign>
    implements OneInputStreamOperator<GenAiEvent, CostSign> {
  private static final long serialVersionUID = 1;
  private static final long MINUTE = 60_000L;

  /** Identity of the operator in savepoints. */
  static final String UID = "gather-callers";

  private transient Map<Cell, Long> open;

  private record Cell(CostSubject subject, String environment, String service, long minuteMs) {}

  @Override
  public void open() throws Exception {
    super.open();
    open = new HashMap<>();
  }

  @Override
  public void processElement(StreamRecord<GenAiEvent> element) {
    GenAiEvent event = element.getValue();
    if (!SpanUsage.is(event)) {
      return;
    }
    long minuteMs = Math.floorDiv(event.at().toEpochMilli(), MINUTE) * MINUTE;
    for (Dimension dimension : Dimension.values()) {
      String value = SpanUsage.named(event, dimension);
      if (!value.isEmpty()) {
        CostSubject subject = new CostSubject(dimension, value);
        Cell cell = new Cell(subject, event.environment(), event.service(), minuteMs);
        open.merge(cell, 1L, Long::sum);
      }
    }
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    close(mark.getTimestamp());
    super.processWatermark(mark);
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
    super.prepareSnapshotPreBarrier(checkpointId);
    close(Long.MAX_VALUE);
  }

  @Override
  public void finish() throws Exception {
    close(Long.MAX_VALUE);
    super.finish();
  }

  /** Puts out the minutes that are over by a time. */
  private void close(long atMs) {
    for (Iterator<Map.Entry<Cell, Long>> all = open.entrySet().iterator(); all.hasNext(); ) {
      Map.Entry<Cell, Long> one = all.next();
      Cell cell = one.getKey();
      long lastMs = cell.minuteMs + MINUTE - 1;
      if (lastMs <= atMs) {
        CostSign sign =
            new CostSign(
                cell.subject.text(), lastMs, cell.environment, cell.service, one.getValue(), null);
        output.collect(new StreamRecord<>(sign, lastMs));
        all.remove();
      }
    }
  }
}
