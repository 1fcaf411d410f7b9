// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.incidents;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What of a data set could not be used: named, counted, never fatal. */
public final class Complaints {
  private static final int MOST_TOLD = 20;
  private final List<String> told = new ArrayList<>();
  private long count;

  /**
   * Notes one.
   *
   * @param line from 1, 0 when the whole file is meant
   */
  public void add(Path file, long line, String why) {
    count++;
    if (told.size() < MOST_TOLD) {
      told.add(file + (line > 0 ? ":" + line : "") + ": " + why);
    }
  }

  /** The first of them, a sentence each. */
  public List<String> told() {
    return List.copyOf(told);
  }

  /** How many there were. */
  public long count() {
    return count;
  }
}
