// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.patterns;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * An event of a match, as it is told to others.
 *
 * @param at event time
 * @param type such as {@code anomaly.opened}
 * @param service the service it is about
 * @param fields its fields by label, values as text
 */
public record MatchedEvent(Instant at, String type, String service, Map<String, String> fields) {
  /** Tells of an event. */
  public static MatchedEvent of(PatternEvent event) {
    Map<String, String> fields = new TreeMap<>();
    event.fields().forEach((field, value) -> fields.put(field.label(), value.toString()));
    return new MatchedEvent(
        Instant.ofEpochMilli(event.timeMs()), event.type(), event.text(EventField.SERVICE), fields);
  }
}
