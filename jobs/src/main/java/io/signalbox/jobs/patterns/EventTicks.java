// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.patterns;

import io.signalbox.analytics.patterns.PatternEvent;
import io.signalbox.jobs.signals.EventTimeFold;
import io.signalbox.patterns.language.EventOrder;
import io.signalbox.schemas.signals.SignalBatch;

/** Pattern events by tick, and in a tick by event time and content. */
public final class EventTicks implements EventTimeFold.TickOrder<PatternEvent> {
  private static final long serialVersionUID = 1;

  @Override
  public long tickMs(PatternEvent event) {
    return SignalBatch.tickOf(event.timeMs());
  }

  @Override
  public int compare(PatternEvent left, PatternEvent right) {
    return EventOrder.ORDER.compare(left, right);
  }
}
