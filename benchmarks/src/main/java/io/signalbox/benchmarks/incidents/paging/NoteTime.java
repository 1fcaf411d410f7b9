// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.incidents.paging;

import io.signalbox.analytics.incidents.Incident;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/** Stands in the chain of the sink: what it has passed on was given to the producer. */
final class NoteTime extends AbstractStreamOperator<Incident>
    implements OneInputStreamOperator<Incident, Incident> {
  private static final long serialVersionUID = 1;

  private final Map<Incident, Long> passed = new LinkedHashMap<>();

  @Override
  public void processElement(StreamRecord<Incident> element) {
    output.collect(element);
    passed.put(element.getValue(), System.nanoTime());
  }

  /** What a watermark releases comes right before it. */
  @Override
  public void processWatermark(Watermark mark) throws Exception {
    passed.forEach((incident, nanos) -> PagingClock.sent(incident, nanos, mark.getTimestamp()));
    passed.clear();
    super.processWatermark(mark);
  }
}
