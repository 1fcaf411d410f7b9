// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.incidents;

import io.signalbox.analytics.incidents.Outcome;
import io.signalbox.analytics.signals.DeadLetter;
import io.signalbox.jobs.topics.Incoming;
import io.signalbox.schemas.incidents.OutcomeReader;
import io.signalbox.schemas.signals.MalformedTelemetry;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/** Reads what came of recommendations; what is said late counts from now on rather than never. */
final class ReadOutcomes extends ProcessFunction<Incoming, Advisable> {
  private static final long serialVersionUID = 1;

  @Override
  public void processElement(Incoming item, Context context, Collector<Advisable> out) {
    try {
      Outcome outcome = OutcomeReader.read(item.value());
      long ahead = context.timerService().currentWatermark() + 1;
      out.collect(Advisable.of(Math.max(outcome.at().toEpochMilli(), ahead), outcome));
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
