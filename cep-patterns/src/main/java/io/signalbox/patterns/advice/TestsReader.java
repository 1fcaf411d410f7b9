// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.advice;

import io.signalbox.patterns.reading.Problems;
import io.signalbox.patterns.reading.YamlMap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.yaml.snakeyaml.nodes.Node;

/** Reads the tests that a file carries. */
final class TestsReader {
  private TestsReader() {}

  /**
   * The tests of a file.
   *
   * @param file the whole of it
   * @param expectation under which key a test says what it expects
   */
  static List<AdviceTest> read(YamlMap file, String expectation, Problems problems) {
    List<AdviceTest> tests = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Node node : file.listOf("tests")) {
      YamlMap map = new YamlMap(node, "a test", problems);
      String name = map.needText("name");
      if (!names.add(name)) {
        problems.add(node, "two tests are called '" + name + "'");
      }
      Node incident = map.need("incident");
      String expected = map.needText(expectation);
      if (incident != null) {
        int line = Problems.placeOf(node).line();
        tests.add(new AdviceTest(name, new FactReader(problems).read(incident), expected, line));
      }
      map.done();
    }
    return tests;
  }
}
