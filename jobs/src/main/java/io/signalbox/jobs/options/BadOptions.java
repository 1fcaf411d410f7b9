// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.options;

import java.util.List;

/** Says all that is wrong with the options given, not only the first of it. */
public final class BadOptions extends IllegalArgumentException {
  private final transient List<String> problems;

  /** Says these things, one sentence each. */
  public BadOptions(List<String> problems) {
    super(String.join(System.lineSeparator(), problems));
    this.problems = List.copyOf(problems);
  }

  /** One sentence for each thing that is wrong, naming key, value and what was expected. */
  public List<String> problems() {
    return problems;
  }
}
