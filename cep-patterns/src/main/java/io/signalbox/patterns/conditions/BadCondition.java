// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.conditions;

import java.util.List;
import java.util.stream.Collectors;

/** A condition that cannot be used, with all that is wrong in it. */
public final class BadCondition extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final transient List<Fault> faults;

  BadCondition(List<Fault> faults) {
    super(faults.stream().map(Fault::toString).collect(Collectors.joining("; ")));
    this.faults = List.copyOf(faults);
  }

  /** What is wrong, in the order of the text. */
  public List<Fault> faults() {
    return faults;
  }

  /**
   * One thing that is wrong.
   *
   * @param line line within the condition, from 1
   * @param column column within the line, from 1
   * @param why for a person
   */
  public record Fault(int line, int column, String why) {
    @Override
    public String toString() {
      return line + ":" + column + ": " + why;
    }
  }
}
