// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.patterns;

import io.signalbox.analytics.patterns.EventField;
import io.signalbox.analytics.patterns.PatternEvent;
import io.signalbox.patterns.automaton.Seen;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Random events in the order of event time, several at one time among them. */
final class Trace {
  private static final int LEAST = 3;
  private static final int MOST = 16;
  private static final int NUMBERS = 3;
  private static final int GAP_MS = 4;

  private Trace() {}

  /**
   * Draws events.
   *
   * @param letters of the pattern; one that fits nothing is drawn as well
   */
  static List<Seen> random(SplittableRandom random, List<String> letters) {
    List<Seen> events = new ArrayList<>();
    int length = random.nextInt(LEAST, MOST);
    long timeMs = 1;
    for (int i = 0; i < length; i++) {
      timeMs += random.nextInt(GAP_MS);
      int letter = random.nextInt(letters.size() + 1);
      String type = letter == letters.size() ? "z" : letters.get(letter);
      Map<EventField, Object> fields =
          Map.of(EventField.ID, "e" + i, EventField.COUNT, (long) random.nextInt(NUMBERS));
      events.add(new Seen(i, new PatternEvent("key", timeMs, type, fields)));
    }
    return events;
  }

  static String tell(List<Seen> events) {
    StringBuilder told = new StringBuilder();
    for (Seen seen : events) {
      PatternEvent event = seen.event();
      told.append(event.type())
          .append(event.count(EventField.COUNT))
          .append('@')
          .append(event.timeMs())
          .append(' ');
    }
    return told.toString().trim();
  }
}
