// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.reading;

import io.signalbox.patterns.conditions.BadCondition;
import io.signalbox.patterns.conditions.Conditions;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * A condition in a file: finds the place in the file of what is wrong in it.
 *
 * @param node where it stands
 * @param source the file
 */
record ConditionText(ScalarNode node, YamlSource source) {
  /** Compiles it; each fault becomes a problem. */
  void check(Set<String> stages, Problems problems) {
    try {
      Conditions.compile(node.getValue(), stages);
    } catch (BadCondition bad) {
      bad.faults().forEach(fault -> tell(fault, problems));
    }
  }

  private void tell(BadCondition.Fault fault, Problems problems) {
    Place start = Problems.placeOf(node);
    if (node.getScalarStyle() == ScalarStyle.LITERAL) {
      int line = start.line() + fault.line();
      problems.add(new Place(line, source.indentOf(line) + fault.column() - 1), fault.why());
    } else if (node.getStartMark().getLine() == node.getEndMark().getLine()) {
      int quote = node.getScalarStyle() == ScalarStyle.PLAIN ? 0 : 1;
      problems.add(
          new Place(start.line(), start.column() + quote + fault.column() - 1), fault.why());
    } else {
      problems.add(start, "at letter " + fault.column() + " of the condition: " + fault.why());
    }
  }
}
