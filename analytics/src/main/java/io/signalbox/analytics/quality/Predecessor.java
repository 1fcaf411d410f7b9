// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** What a version of a model takes the place of. */
final class Predecessor {
  private final SortedMap<Segment, SegmentWatch> watches;

  Predecessor(SortedMap<Segment, SegmentWatch> watches) {
    this.watches = watches;
  }

  /** The same of the version that has answered most so far, null when there is none. */
  @Nullable Segment of(Segment segment) {
    Segment most = null;
    long events = 0;
    Segment from = segment.of("");
    for (Map.Entry<Segment, SegmentWatch> one : watches.tailMap(from).entrySet()) {
      Segment other = one.getKey();
      if (!other.of("").equals(from)) {
        break;
      }
      List<Tally> seen = one.getValue().seen();
      boolean more = !seen.isEmpty() && seen.get(0).events() > events;
      if (more && mayReplace(segment.model(), other.model())) {
        most = other;
        events = seen.get(0).events();
      }
    }
    return most;
  }

  /** A version of a named model, {@code fraud 7}, takes the place of one of the same name only. */
  private static boolean mayReplace(String model, String other) {
    int name = model.lastIndexOf(' ');
    return name < 0 || other.startsWith(model.substring(0, name + 1));
  }
}
