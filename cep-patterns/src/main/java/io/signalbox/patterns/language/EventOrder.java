// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.language;

import io.signalbox.analytics.patterns.EventField;
import io.signalbox.analytics.patterns.PatternEvent;
import java.util.Comparator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The order in which events of one key are taken: event time, then content. */
public final class EventOrder implements Comparator<PatternEvent> {
  /** The only one. */
  public static final EventOrder ORDER = new EventOrder();

  private EventOrder() {}

  @Override
  public int compare(PatternEvent left, PatternEvent right) {
    int order = Long.compare(left.timeMs(), right.timeMs());
    if (order == 0) {
      order = left.type().compareTo(right.type());
    }
    if (order == 0) {
      order = left.key().compareTo(right.key());
    }
    return order == 0 ? fields(left.fields(), right.fields()) : order;
  }

  private static int fields(Map<EventField, Object> left, Map<EventField, Object> right) {
    for (EventField field : EventField.values()) {
      int order = values(left.get(field), right.get(field));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  /** What is not set comes first. */
  @SuppressWarnings("unchecked") // both hold what the field's type says
  private static int values(@Nullable Object left, @Nullable Object right) {
    if (left == null || right == null) {
      return Boolean.compare(left != null, right != null);
    }
    return ((Comparable<Object>) left).compareTo(right);
  }
}
