// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.patterns;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.patterns.PatternEvent;
import io.signalbox.analytics.patterns.Symptom;
import io.signalbox.analytics.signals.Change;
import io.signalbox.analytics.signals.EdgeWindow;
import io.signalbox.analytics.signals.GenAiEvent;
import io.signalbox.jobs.options.JobOptions;
import io.signalbox.schemas.patterns.PatternEventType;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * What patterns see, made of what the jobs have found; all streams carry timestamps and watermarks.
 *
 * @param episodes what is not as usual
 * @param edges windows of the dependency graph
 * @param changes announced and inferred changes
 * @param symptoms facts with a name
 * @param genAi what models and agents did
 */
public record PatternInputs(
    DataStream<Episode> episodes,
    DataStream<EdgeWindow> edges,
    DataStream<Change> changes,
    DataStream<Symptom> symptoms,
    DataStream<GenAiEvent> genAi) {

  /**
   * Events with their keys (see {@link io.signalbox.analytics.patterns.EventKeys}): one copy for
   * each kind of key that an event has, and one for each neighbour and its role. The timestamp of a
   * record is the time of its event, so a matcher may hold it until the watermark.
   */
  public KeyedEvents deliver(JobOptions options) {
    DataStream<HubItem> told =
        MakeHubItems.of(episodes, "episodes", Tellings::episode)
            .union(
                MakeHubItems.of(edges, "edges", Tellings::edge),
                MakeHubItems.of(changes, "changes", Tellings::change),
                MakeHubItems.of(symptoms, "symptoms", Tellings::symptom),
                MakeHubItems.of(genAi, "agents", Tellings::agent));
    SingleOutputStreamOperator<PatternEvent> ofServices =
        hubs(told, options).uid(DeliverToNeighbours.UID).name("Deliver to neighbours");
    SingleOutputStreamOperator<PatternEvent> ofPlaces =
        hubs(ofServices.getSideOutput(DeliverToNeighbours.PLACES), options)
            .uid(DeliverToNeighbours.PLACES_UID)
            .name("Deliver to places");
    return new KeyedEvents(ofServices, ofPlaces);
  }

  private static SingleOutputStreamOperator<PatternEvent> hubs(
      DataStream<HubItem> items, JobOptions options) {
    DeliverToNeighbours operator = new DeliverToNeighbours(options.symptoms().fanOut());
    if (options.time().foldOnArrival()) {
      operator.foldOnArrival();
    }
    operator.cache(options.state().cache().getBytes());
    return items
        .keyBy(HubItem::hub, Types.STRING)
        .transform("DeliverToNeighbours", new PatternEventType(), operator);
  }
}
