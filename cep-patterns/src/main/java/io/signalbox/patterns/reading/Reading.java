// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.reading;

import java.util.List;
import java.util.Optional;

/**
 * What came of reading a file.
 *
 * @param document the pattern, or empty when it is refused
 * @param problems all that is wrong, in the order of the file
 */
public record Reading(Optional<PatternDocument> document, List<Problem> problems) {
  /** Keeps an unmodifiable copy. */
  public Reading {
    problems = List.copyOf(problems);
  }
}
