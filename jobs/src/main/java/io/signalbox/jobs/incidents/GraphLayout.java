// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.incidents;

import io.signalbox.analytics.incidents.EdgeKey;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Puts nodes into columns, callers to the left of whom they call. */
final class GraphLayout {
  private final TreeMap<String, Integer> column = new TreeMap<>();
  private final TreeMap<String, Integer> row = new TreeMap<>();
  private final List<List<String>> columns = new ArrayList<>();

  GraphLayout(Collection<String> nodes, Collection<EdgeKey> edges) {
    nodes.forEach(node -> column.put(node, 0));
    List<EdgeKey> onward =
        edges.stream()
            .filter(edge -> !reachable(edge.callee(), edges).contains(edge.caller()))
            .toList();
    while (push(onward)) {
      // Ends: edges that are part of a circle were left out.
    }
    column.forEach(this::place);
  }

  private static Set<String> reachable(String from, Collection<EdgeKey> edges) {
    Set<String> seen = new TreeSet<>(Set.of(from));
    ArrayDeque<String> queue = new ArrayDeque<>(seen);
    while (!queue.isEmpty()) {
      String node = queue.remove();
      for (EdgeKey edge : edges) {
        if (edge.caller().equals(node) && seen.add(edge.callee())) {
          queue.add(edge.callee());
        }
      }
    }
    return seen;
  }

  private boolean push(List<EdgeKey> edges) {
    boolean moved = false;
    for (EdgeKey edge : edges) {
      int least = column(edge.caller()) + 1;
      if (column(edge.callee()) < least) {
        column.put(edge.callee(), least);
        moved = true;
      }
    }
    return moved;
  }

  private void place(String node, int at) {
    while (columns.size() <= at) {
      columns.add(new ArrayList<>());
    }
    row.put(node, columns.get(at).size());
    columns.get(at).add(node);
  }

  int columns() {
    return columns.size();
  }

  /** Nodes in the fullest column. */
  int rows() {
    return columns.stream().mapToInt(List::size).max().orElse(0);
  }

  int column(String node) {
    return column.getOrDefault(node, 0);
  }

  /** Place in its column in rows, from 0 at the top; columns are centred. */
  double row(String node) {
    int size = columns.get(column(node)).size();
    return row.getOrDefault(node, 0) + (rows() - size) / 2.0;
  }
}
