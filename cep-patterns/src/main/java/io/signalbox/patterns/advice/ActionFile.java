// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.advice;

import io.signalbox.analytics.incidents.RiskTier;
import io.signalbox.patterns.reading.Problem;
import io.signalbox.patterns.reading.Problems;
import io.signalbox.patterns.reading.YamlMap;
import io.signalbox.patterns.reading.YamlSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yaml.snakeyaml.nodes.Node;

/**
 * The registered actions: a runbook may name these and no others.
 *
 * @param risks what each action can break, by its name
 * @param problems all that is wrong with the file, in the order of the text
 */
public record ActionFile(Map<String, RiskTier> risks, List<Problem> problems) {
  private static final int LONGEST = 1 << 16;

  /** Reads the registry. */
  public static ActionFile read(NamedText file) {
    Problems problems = new Problems(file.name());
    TreeMap<String, RiskTier> risks = new TreeMap<>();
    Node root = YamlSource.of(file.text(), "a registry of actions", LONGEST, problems).root();
    if (root != null) {
      YamlMap map = new YamlMap(root, "a registry of actions", problems);
      for (Node node : map.needList("actions")) {
        YamlMap action = new YamlMap(node, "an action", problems);
        String name = action.needText("name");
        if (!name.matches("[a-z_]+\\.[a-z_]+")) {
          problems.add(node, "'name' is of the form noun.verb in lower case, not '" + name + "'");
        }
        action.needText("what");
        RiskTier risk = action.choice("risk", RiskTier.class, RiskTier.HIGH);
        if (risks.putIfAbsent(name, risk) != null) {
          problems.add(node, "the action '" + name + "' is here twice");
        }
        action.done();
      }
      map.done();
    }
    return new ActionFile(risks, problems.sorted());
  }
}
