// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.advice;

import io.signalbox.analytics.incidents.Incident;
import io.signalbox.patterns.conditions.IncidentConditions;
import io.signalbox.patterns.reading.ConditionText;
import io.signalbox.patterns.reading.Problems;
import io.signalbox.patterns.reading.YamlMap;
import io.signalbox.patterns.reading.YamlSource;
import java.util.function.Predicate;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads the condition of a runbook or a class. */
final class ConditionReader {
  private ConditionReader() {}

  /** The condition under {@code when}; one that never holds when it is wrong or not there. */
  static Predicate<Incident> read(YamlMap map, YamlSource source, Problems problems) {
    Node node = map.need("when");
    if (!(node instanceof ScalarNode text)) {
      if (node != null) {
        problems.add(node, "'when' is a condition");
      }
      return incident -> false;
    }
    Predicate<Incident> condition =
        new ConditionText(text, source).compile(IncidentConditions::compile, problems);
    return condition == null ? incident -> false : condition;
  }
}
