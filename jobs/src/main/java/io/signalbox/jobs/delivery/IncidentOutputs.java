// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.delivery;

import io.signalbox.analytics.incidents.Incident;
import io.signalbox.jobs.incidents.Correlated;
import io.signalbox.jobs.options.JobOptions;
import io.signalbox.jobs.topics.Outputs;
import io.signalbox.schemas.incidents.IncidentEvent;
import io.signalbox.schemas.topics.Topics;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;

/** All places where the revisions of incidents go. */
public final class IncidentOutputs {
  private IncidentOutputs() {}

  /** Writes the topics, and tells the servers that the options name. */
  public static void write(Correlated correlated, JobOptions options, Outputs outputs) {
    DataStream<Incident> incidents = correlated.incidents();
    outputs.write(incidents, Topics.INCIDENTS);
    outputs.write(events(incidents), Topics.INCIDENT_EVENTS);
    outputs.write(correlated.measures(), Topics.INCIDENT_MEASURES);
    if (options.alertmanager().isOn()) {
      SendAlerts.send(incidents, options.alertmanager());
    }
    if (options.postgres().isOn()) {
      StoreRevisions.store(incidents, options.postgres());
    }
  }

  private static DataStream<IncidentEvent> events(DataStream<Incident> incidents) {
    return incidents
        .flatMap(new MakeIncidentEvents())
        .returns(TypeInformation.of(IncidentEvent.class))
        .uid(MakeIncidentEvents.UID)
        .name("Make incident events");
  }
}
