// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.reading;

import java.util.Comparator;

/**
 * Something wrong in a pattern.
 *
 * @param level whether the pattern can be used all the same
 * @param file where, as given
 * @param line from 1
 * @param column from 1
 * @param message what, and why
 */
public record Problem(Level level, String file, int line, int column, String message)
    implements Comparable<Problem> {
  private static final Comparator<Problem> ORDER =
      Comparator.comparing(Problem::file)
          .thenComparingInt(Problem::line)
          .thenComparingInt(Problem::column)
          .thenComparing(Problem::level)
          .thenComparing(Problem::message);

  /** How bad it is. */
  public enum Level {
    /** The pattern is refused. */
    ERROR,
    /** It can be used, but likely does not say what was meant. */
    WARNING
  }

  /** True when the pattern is refused for it. */
  public boolean isError() {
    return level == Level.ERROR;
  }

  @Override
  public int compareTo(Problem other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    String kind = isError() ? "" : "warning: ";
    return file + ":" + line + ":" + column + ": " + kind + message;
  }
}
