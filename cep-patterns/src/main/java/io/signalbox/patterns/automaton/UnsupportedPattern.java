// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.automaton;

/** A pattern that an engine cannot run, by the name of what it cannot. */
public final class UnsupportedPattern extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String stage;
  private final String reason;

  /**
   * Refuses a pattern.
   *
   * @param pattern its id
   * @param stage the stage at fault, empty when it is the whole
   * @param reason what cannot be done
   */
  public UnsupportedPattern(String pattern, String stage, String reason) {
    super(pattern + (stage.isEmpty() ? "" : ", stage " + stage) + ": " + reason);
    this.stage = stage;
    this.reason = reason;
  }

  /** The stage at fault, empty when it is the whole. */
  public String stage() {
    return stage;
  }

  /** What cannot be done. */
  public String reason() {
    return reason;
  }
}
