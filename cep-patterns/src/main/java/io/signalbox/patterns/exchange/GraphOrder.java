// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The nodes of a graph in their order: a pattern is a line, without branches and rings. */
final class GraphOrder {
  private GraphOrder() {}

  /**
   * One node.
   *
   * @param node its name
   * @param strategy of the edge that leads to it, empty for the first
   */
  record Step(String node, String strategy) {
    boolean isFirst() {
      return strategy.isEmpty();
    }
  }

  /**
   * The order.
   *
   * @throws IllegalArgumentException when the graph is no line
   */
  static List<Step> of(JsonNode edges, Set<String> nodes) {
    Map<String, JsonNode> next = new HashMap<>();
    Set<String> first = new TreeSet<>(nodes);
    for (JsonNode edge : edges) {
      if (next.put(edge.path("source").asText(), edge) != null) {
        throw new IllegalArgumentException(
            "node '" + edge.path("source").asText() + "' has more than one edge");
      }
      first.remove(edge.path("target").asText());
    }
    if (first.size() != 1) {
      throw new IllegalArgumentException("not one node without an edge to it, but " + first);
    }
    List<Step> steps = new ArrayList<>();
    Step at = new Step(first.iterator().next(), "");
    while (at != null && steps.size() <= nodes.size()) {
      steps.add(at);
      JsonNode edge = next.get(at.node());
      at =
          edge == null
              ? null
              : new Step(edge.path("target").asText(), edge.path("type").asText("SKIP_TILL_NEXT"));
    }
    if (steps.size() != nodes.size()) {
      throw new IllegalArgumentException("the edges do not lead through each node once");
    }
    return steps;
  }
}
