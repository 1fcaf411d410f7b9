// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.catalogue;

import io.signalbox.analytics.patterns.SymptomRow;
import io.signalbox.patterns.reading.Problem;
import io.signalbox.patterns.reading.Problems;
import io.signalbox.patterns.symptoms.BadSymptomTable;
import io.signalbox.patterns.symptoms.LiveSymptomTable;
import io.signalbox.patterns.symptoms.SymptomTableFile;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Symptom tables. Telemetry is looked at long before its time has passed, so a table that holds
 * from an event time on can only judge what is looked for already: one with a row that looks at
 * something else is refused.
 */
public final class TableForm implements RuleForm {
  private static final long serialVersionUID = 1;

  /** What the one table is called among rules. */
  public static final String ID = "symptoms";

  private final TreeSet<String> looks;

  /**
   * For jobs that look for what some rows look at.
   *
   * @param lookedFor rows of the table with which the job has started
   */
  public TableForm(Collection<SymptomRow> lookedFor) {
    looks = lookedFor.stream().map(SymptomRow::look).collect(Collectors.toCollection(TreeSet::new));
  }

  @Override
  public Draft read(String origin, String text) {
    LiveSymptomTable read;
    try {
      read = SymptomTableFile.readLive(origin, text);
    } catch (BadSymptomTable bad) {
      return Draft.unreadable(words(bad.problems()));
    }
    Problems strange = new Problems(origin);
    for (SymptomRow row : read.table().rows()) {
      if (!looks.contains(row.look())) {
        strange.add(read.placeOf(row.id()), reason(row));
      }
    }
    AcceptedRule rule =
        new AcceptedRule(
            ID, read.table().version(), read.effectiveAt().toEpochMilli(), false, text);
    return new Draft(rule, !strange.isEmpty(), words(strange.sorted()));
  }

  private static String reason(SymptomRow row) {
    return "'"
        + row.id()
        + "' looks at what no row of the table at the start looks at (or fills other fields):"
        + " a running job can judge anew, not look elsewhere; start it with symptoms.table";
  }

  private static String words(List<Problem> problems) {
    return problems.stream().map(Problem::toString).collect(Collectors.joining("; "));
  }
}
