// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.automaton;

/** A pattern that an engine cannot run, by the name of what it cannot. */
public final class UnsupportedPattern extends RuntimeException {
  private static final long serialVersionUID = 1;

  /**
   * Refuses a pattern.
   *
   * @param pattern its id
   * @param stage the stage at fault, empty when it is the whole
   * @param reason what cannot be done
   */
  public UnsupportedPattern(String pattern, String stage, String reason) {
    super(pattern + (stage.isEmpty() ? "" : ", stage " + stage) + ": " + reason);
  }
}
