// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.patterns;

import io.signalbox.schemas.patterns.EventBatch;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Events as {@link GatherEvents} puts them out.
 *
 * @param ofServices told by services
 * @param ofPlaces told by hosts, zones and providers
 */
public record GatheredEvents(DataStream<EventBatch> ofServices, DataStream<EventBatch> ofPlaces) {

  /** All of them. */
  public DataStream<EventBatch> all() {
    return ofServices.union(ofPlaces);
  }

  /** No event, but the watermarks of all. */
  DataStream<EventBatch> times() {
    return LiveRules.times(ofServices, "events")
        .union(LiveRules.times(ofPlaces, "events-of-places"));
  }
}
