// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.incidents.paging;

import io.signalbox.analytics.incidents.Incident;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/** Stands in the chain of the sink: what it has passed on was given to the producer. */
final class NoteTime extends AbstractStreamOperator<Incident>
    implements OneInputStreamOperator<Incident, Incident> {
  private static final long serialVersionUID = 1;

  @Override
  public void processElement(StreamRecord<Incident> element) {
    output.collect(element);
    PagingClock.sent(element.getValue());
  }
}
