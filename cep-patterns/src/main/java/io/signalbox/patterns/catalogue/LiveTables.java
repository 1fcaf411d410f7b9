// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.catalogue;

import io.signalbox.analytics.patterns.SymptomTable;
import io.signalbox.analytics.patterns.SymptomTables;
import io.signalbox.patterns.symptoms.BadSymptomTable;
import io.signalbox.patterns.symptoms.SymptomTableFile;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The symptom tables that hold, each read once. For one thread. */
public final class LiveTables {
  private final RuleTimeline timeline = new RuleTimeline();
  private final Map<AcceptedRule, SymptomTable> ready = new HashMap<>();
  private SymptomTables tables;

  /**
   * Reads tables.
   *
   * @param rules those that hold or are going to
   * @throws IllegalArgumentException when the text of one cannot be read (any more)
   */
  public LiveTables(Collection<AcceptedRule> rules) {
    rules.forEach(timeline::add);
    tables = build();
  }

  /** The table in effect at an event time, epoch milliseconds. */
  public SymptomTable at(long timeMs) {
    return tables.at(timeMs);
  }

  /**
   * Takes in a table.
   *
   * @param rule with an epoch ahead of everything that was judged so far
   * @throws IllegalArgumentException when its text cannot be read
   */
  public void add(AcceptedRule rule) {
    timeline.add(rule);
    tables = build();
  }

  /**
   * Rows of tables in effect from an epoch on that see nothing, because no row of the table at the
   * start looks at the same: what was accepted before a restart with another table may have some.
   */
  public int blindRows() {
    Set<String> looks = new HashSet<>();
    at(Long.MIN_VALUE).rows().forEach(row -> looks.add(row.look()));
    return (int) tables.rows().stream().filter(row -> !looks.contains(row.look())).count();
  }

  /** Forgets what cannot be in effect at an event time or later, and gives what it was. */
  public List<AcceptedRule> forgetBefore(long timeMs) {
    List<AcceptedRule> forgotten = timeline.forgetBefore(timeMs);
    forgotten.forEach(ready::remove);
    tables = build();
    return forgotten;
  }

  private SymptomTables build() {
    SymptomTables all = SymptomTables.of(at(timeline.at(Long.MIN_VALUE)));
    for (long next = timeline.nextEpochMs(Long.MIN_VALUE);
        next != Long.MAX_VALUE;
        next = timeline.nextEpochMs(next)) {
      all = all.with(next, at(timeline.at(next)));
    }
    return all;
  }

  private SymptomTable at(List<AcceptedRule> holding) {
    return holding.isEmpty()
        ? SymptomTable.EMPTY
        : ready.computeIfAbsent(holding.get(0), LiveTables::read);
  }

  private static SymptomTable read(AcceptedRule rule) {
    try {
      return SymptomTableFile.read("symptom table version " + rule.version(), rule.text());
    } catch (BadSymptomTable bad) {
      throw new IllegalArgumentException(bad);
    }
  }
}
