// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.patterns;

import io.signalbox.analytics.patterns.PatternEvent;
import io.signalbox.schemas.patterns.EventBatch;
import io.signalbox.schemas.patterns.EventBatchType;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Events with their keys, timestamps and watermarks. They are two streams, because what is joined
 * can no longer be chained: each event would be serialized once more.
 *
 * @param ofServices told by services
 * @param ofPlaces told by hosts, zones and providers
 */
public record KeyedEvents(DataStream<PatternEvent> ofServices, DataStream<PatternEvent> ofPlaces) {

  /** All of them, one by one. */
  public DataStream<PatternEvent> all() {
    return ofServices.union(ofPlaces);
  }

  /**
   * All of them, gathered by {@link GatherEvents}.
   *
   * @param onArrival each goes on by itself
   */
  public GatheredEvents gathered(boolean onArrival) {
    return new GatheredEvents(
        gather(ofServices, "events", onArrival), gather(ofPlaces, "events-of-places", onArrival));
  }

  private static DataStream<EventBatch> gather(
      DataStream<PatternEvent> events, String name, boolean onArrival) {
    GatherEvents operator = new GatherEvents();
    if (onArrival) {
      operator.gatherNothing();
    }
    return events
        .transform("GatherEvents", new EventBatchType(), operator)
        .uid("gather-" + name)
        .name("Gather " + name.replace('-', ' '));
  }
}
