// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.incidents;

import io.signalbox.analytics.signals.DeadLetter;
import io.signalbox.jobs.topics.Incoming;
import io.signalbox.schemas.incidents.OutcomeReader;
import io.signalbox.schemas.signals.MalformedTelemetry;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/** Reads what came of recommendations. */
final class ReadOutcomes extends ProcessFunction<Incoming, Advisable> {
  private static final long serialVersionUID = 1;

  @Override
  public void processElement(Incoming item, Context context, Collector<Advisable> out) {
    try {
      out.collect(Advisable.of(OutcomeReader.read(item.value())));
    } catch (MalformedTelemetry bad) {
      context.output(
          AdviseIncidents.REFUSED,
          new DeadLetter(
              bad.reason(),
              String.valueOf(bad.getMessage()),
              item.topic(),
              item.partition(),
              item.offset(),
              null,
              item.value()));
    }
  }
}
