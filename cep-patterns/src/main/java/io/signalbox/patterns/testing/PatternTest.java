// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.testing;

import io.signalbox.analytics.patterns.PatternEvent;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A test that a pattern carries: events in, matches out.
 *
 * @param name a sentence
 * @param events in the order of the file
 * @param arrives indices of the events in the order of arrival; empty when they arrive in the order
 *     of event time
 * @param disorder how far an event may trail the latest one and still count
 * @param endMs event time to which the watermark goes after the last event; null when so far that
 *     every window closes
 * @param expect what it must find
 */
public record PatternTest(
    String name,
    List<PatternEvent> events,
    List<Integer> arrives,
    Duration disorder,
    @Nullable Long endMs,
    Expectation expect) {
  /** Keeps unmodifiable copies. */
  public PatternTest {
    events = List.copyOf(events);
    arrives = List.copyOf(arrives);
  }
}
