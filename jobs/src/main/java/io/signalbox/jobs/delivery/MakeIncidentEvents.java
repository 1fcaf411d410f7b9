// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.delivery;

import io.signalbox.analytics.incidents.Incident;
import io.signalbox.schemas.incidents.IncidentEvent;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;

/** Says in the language of delivery tools when incidents begin and end. */
final class MakeIncidentEvents implements FlatMapFunction<Incident, IncidentEvent> {
  private static final long serialVersionUID = 1;

  /** Identity of the operator in savepoints. */
  static final String UID = "make-incident-events";

  @Override
  public void flatMap(Incident incident, Collector<IncidentEvent> out) {
    IncidentEvent.of(incident).ifPresent(out::collect);
  }
}
