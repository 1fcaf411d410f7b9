// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.incidents;

import io.signalbox.analytics.incidents.IncidentWindow;
import io.signalbox.analytics.incidents.IncidentWindowKind;
import io.signalbox.patterns.reading.PatternReader;
import io.signalbox.patterns.reading.Problem;
import io.signalbox.patterns.reading.Problems;
import io.signalbox.patterns.reading.YamlMap;
import io.signalbox.patterns.reading.YamlSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Windows of maintenance and silence as they stand in a file.
 *
 * @param windows in the order of the file
 * @param problems all that is wrong, in the order of the file; then no window of it is to be used
 */
public record WindowFile(List<IncidentWindow> windows, List<Problem> problems) {
  private static final int LONGEST = 1 << 20;

  /** Keeps unmodifiable copies. */
  public WindowFile {
    windows = List.copyOf(windows);
    problems = List.copyOf(problems);
  }

  /**
   * Reads windows.
   *
   * @param name of the file, for what is said of it
   * @param yaml its text
   */
  public static WindowFile read(String name, String yaml) {
    Problems problems = new Problems(name);
    Node root = YamlSource.of(yaml, "a file of windows", LONGEST, problems).root();
    List<IncidentWindow> windows = new ArrayList<>();
    if (root != null) {
      YamlMap map = new YamlMap(root, "a file of windows", problems);
      PatternReader.expectForm(map, "IncidentWindows", problems);
      Set<String> ids = new HashSet<>();
      for (Node node : map.needList("windows")) {
        IncidentWindow window = window(node, problems);
        if (!ids.add(window.id())) {
          problems.add(node, "the window '" + window.id() + "' is here twice");
        }
        windows.add(window);
      }
      map.done();
    }
    return new WindowFile(windows, problems.sorted());
  }

  private static IncidentWindow window(Node node, Problems problems) {
    YamlMap map = new YamlMap(node, "a window", problems);
    String id = map.needText("id");
    map.need("kind");
    IncidentWindowKind kind =
        map.choice("kind", IncidentWindowKind.class, IncidentWindowKind.WITHDRAWN);
    if (map.has("kind") && kind != IncidentWindowKind.WITHDRAWN) {
      map.need("from");
      map.need("to");
    }
    IncidentWindow window =
        new IncidentWindow(
            id,
            map.instant("effective_at"),
            kind,
            map.text("environment", ""),
            map.texts("services"),
            map.instant("from"),
            map.instant("to"),
            map.text("reason", ""),
            map.text("by", ""));
    map.done();
    String refusal = window.refusal();
    if (refusal != null && problems.isEmpty()) {
      problems.add(node, "window " + id + ": " + refusal);
    }
    return window;
  }
}
