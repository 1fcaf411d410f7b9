// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.symptoms;

import io.signalbox.patterns.reading.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** A symptom table that is refused whole. */
public final class BadSymptomTable extends Exception {
  private static final long serialVersionUID = 1;
  private final transient List<Problem> problems;

  /** Refused for these, of which there is at least one. */
  public BadSymptomTable(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** All that is wrong, in the order of the file. */
  public List<Problem> problems() {
    return problems;
  }
}
