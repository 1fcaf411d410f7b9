// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.advice;

import io.signalbox.analytics.incidents.Incident;
import io.signalbox.analytics.incidents.RunbookRule;
import io.signalbox.analytics.incidents.Taxonomy;
import java.util.List;
import java.util.Optional;

/**
 * A runbook as it stands in its file.
 *
 * @param file where
 * @param rule the runbook and when it applies
 * @param tests its own, in the order of the file
 */
public record RunbookDocument(String file, RunbookRule rule, List<AdviceTest> tests) {
  /** Keeps an unmodifiable copy. */
  public RunbookDocument {
    tests = List.copyOf(tests);
  }

  /**
   * Runs a test of its own.
   *
   * @param taxonomy gives the incident its class when the test does not
   * @return what is not as expected; nothing when it passes
   */
  public Optional<String> run(AdviceTest test, Taxonomy taxonomy) {
    Incident incident = test.incident();
    Incident known =
        incident.incidentClass() == null
            ? incident.classified(taxonomy.classify(incident))
            : incident;
    String applies = Boolean.toString(rule.when().test(known));
    return applies.equals(test.expected())
        ? Optional.empty()
        : Optional.of("applies: " + applies + " (class " + known.incidentClass() + ")");
  }
}
