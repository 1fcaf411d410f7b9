// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.reading;

import io.signalbox.patterns.conditions.BadCondition;
import io.signalbox.patterns.conditions.Conditions;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * A condition in a file: finds the place in the file of what is wrong in it.
 *
 * @param node where it stands
 * @param source the file
 */
public record ConditionText(ScalarNode node, YamlSource source) {
  void check(Set<String> stages, Problems problems) {
    compile(text -> Conditions.compile(text, stages), problems);
  }

  /**
   * Compiles it; each fault becomes a problem.
   *
   * @param compiler makes a condition of a text or throws {@link BadCondition}
   * @return null when it has faults
   */
  public <T> @Nullable T compile(Function<String, T> compiler, Problems problems) {
    try {
      return compiler.apply(node.getValue());
    } catch (BadCondition bad) {
      bad.faults().forEach(fault -> tell(fault, problems));
      return null;
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
