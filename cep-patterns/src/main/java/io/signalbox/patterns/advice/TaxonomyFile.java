// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.advice;

import io.signalbox.analytics.incidents.ClassRule;
import io.signalbox.analytics.incidents.Taxonomy;
import io.signalbox.patterns.reading.PatternReader;
import io.signalbox.patterns.reading.Problem;
import io.signalbox.patterns.reading.Problems;
import io.signalbox.patterns.reading.YamlMap;
import io.signalbox.patterns.reading.YamlSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.Node;

/**
 * The taxonomy of incidents as it stands in its file.
 *
 * @param taxonomy its classes in order
 * @param tests its own
 * @param problems all that is wrong, in the order of the file
 */
public record TaxonomyFile(Taxonomy taxonomy, List<AdviceTest> tests, List<Problem> problems) {
  private static final String KIND = "Taxonomy";
  private static final int LONGEST = 1 << 18;

  /** Reads a taxonomy. */
  public static TaxonomyFile read(NamedText file) {
    Problems problems = new Problems(file.name());
    YamlSource source = YamlSource.of(file.text(), "a taxonomy", LONGEST, problems);
    Node root = source.root();
    List<ClassRule> rules = new ArrayList<>();
    List<AdviceTest> tests = List.of();
    if (root != null) {
      YamlMap map = new YamlMap(root, "a taxonomy", problems);
      PatternReader.expectForm(map, KIND, problems);
      Set<String> names = new HashSet<>();
      for (Node node : map.needList("classes")) {
        ClassRule rule = rule(node, source, problems);
        if (!names.add(rule.name())) {
          problems.add(node, "the class '" + rule.name() + "' is here twice");
        }
        rules.add(rule);
      }
      tests = TestsReader.read(map, "class", problems);
      map.done();
    }
    return new TaxonomyFile(new Taxonomy(rules), tests, problems.sorted());
  }

  private static ClassRule rule(Node node, YamlSource source, Problems problems) {
    YamlMap map = new YamlMap(node, "a class", problems);
    String name = map.needText("class");
    if (!name.matches("[a-z_]+\\.[a-z_]+")) {
      map.problem("class", "a class is of the form kind.leaf in lower case, not '" + name + "'");
    }
    map.needText("what");
    ClassRule rule = new ClassRule(name, ConditionReader.read(map, source, problems));
    map.done();
    return rule;
  }

  /**
   * Runs a test of its own.
   *
   * @return what is not as expected; nothing when it passes
   */
  public Optional<String> run(AdviceTest test) {
    String found = taxonomy.classify(test.incident());
    return found.equals(test.expected()) ? Optional.empty() : Optional.of("class: " + found);
  }
}
