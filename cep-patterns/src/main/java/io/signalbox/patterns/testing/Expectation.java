// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.testing;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a test must find.
 *
 * @param count how many matches
 * @param matches for each match, in the order of its end, the indices of the events that its stages
 *     took; null when only the number counts. A stage that is not named may take what it likes
 * @param late indices of the events that come too late and are dropped, ascending
 */
public record Expectation(
    int count, @Nullable List<Map<String, List<Integer>>> matches, List<Integer> late) {
  /** Keeps unmodifiable copies. */
  public Expectation {
    matches = matches == null ? null : List.copyOf(matches);
    late = List.copyOf(late);
  }
}
