// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.reading;

import java.util.List;

/**
 * What is said of a pattern beside what it matches.
 *
 * @param description what happens, for a person; may be empty
 * @param owner who looks after it; may be empty
 * @param source where the story is told: papers, public reports
 * @param seenIn data sets and incidents that show it
 */
public record Metadata(String description, String owner, List<String> source, List<String> seenIn) {
  /** Keeps unmodifiable copies. */
  public Metadata {
    source = List.copyOf(source);
    seenIn = List.copyOf(seenIn);
  }
}
