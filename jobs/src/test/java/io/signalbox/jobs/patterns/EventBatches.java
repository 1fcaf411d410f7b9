// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.patterns;

import io.signalbox.analytics.patterns.PatternEvent;
import io.signalbox.schemas.patterns.EventBatch;
import io.signalbox.schemas.patterns.EventBatchWriter;
import io.signalbox.schemas.signals.SignalBatch;
import java.util.ArrayList;
import java.util.List;

/** Batches that tests make and take apart. */
final class EventBatches {
  private EventBatches() {}

  /** A batch of one event. */
  static EventBatch of(PatternEvent event) {
    EventBatchWriter writer =
        new EventBatchWriter(KeyShard.of(event.key()), SignalBatch.tickOf(event.timeMs()));
    writer.add(event);
    return writer.toBatch();
  }

  /** All events of a batch. */
  static List<PatternEvent> events(EventBatch batch) {
    List<PatternEvent> events = new ArrayList<>();
    batch.read(type -> true, events::add);
    return events;
  }
}
