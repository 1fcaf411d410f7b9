// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import io.signalbox.analytics.signals.Change;
import io.signalbox.analytics.signals.EdgeWindow;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The dependency edges of one environment as learned from calls; silent ones are forgotten. */
public final class Topology {
  private final TreeMap<EdgeKey, EdgeHistory> edges = new TreeMap<>();
  private final TreeMap<String, TreeSet<String>> callers = new TreeMap<>();

  /** All edges, by caller and callee. */
  public NavigableMap<EdgeKey, EdgeHistory> edges() {
    return Collections.unmodifiableNavigableMap(edges);
  }

  /** Puts an edge with its history in place: restoring. */
  public void put(EdgeKey key, EdgeHistory history) {
    edges.put(key, history);
    callers.computeIfAbsent(key.callee(), callee -> new TreeSet<>()).add(key.caller());
  }

  /** Calls that were under way when a node fell silent do not count. */
  private static final long STILL_MS = 20_000;

  /** Kind of a change by which people declare that a service calls another, or no longer does. */
  public static final String DECLARED = "dependency";

  /** Puts an edge in place that people say is there. */
  public void declare(EdgeKey key) {
    EdgeHistory history = edges.get(key);
    if (history == null) {
      history = new EdgeHistory();
      put(key, history);
    }
    history.declared = true;
  }

  /** Takes in a declaration: the version is the callee, the previous version one that was. */
  void declare(Change change) {
    if (change.version() != null) {
      declare(new EdgeKey(change.service(), change.version()));
    }
    if (change.previousVersion() != null) {
      EdgeHistory known = edges.get(new EdgeKey(change.service(), change.previousVersion()));
      if (known != null) {
        known.declared = false;
      }
    }
  }

  /**
   * Takes in one window.
   *
   * @return false when the edge is new and there is no room for it
   */
  boolean add(EdgeWindow window, int maxEdges) {
    EdgeKey key = new EdgeKey(window.caller(), window.callee());
    EdgeHistory history = edges.get(key);
    if (history == null) {
      if (edges.size() >= maxEdges) {
        return false;
      }
      history = new EdgeHistory();
      put(key, history);
    }
    history.add(window);
    return true;
  }

  /** Forgets edges without calls since a time, epoch milliseconds. */
  void forgetBefore(long ms) {
    edges
        .entrySet()
        .removeIf(
            edge -> {
              boolean silent = edge.getValue().lastEndMs < ms && !edge.getValue().declared;
              if (silent) {
                dropCaller(edge.getKey());
              }
              return silent;
            });
  }

  private void dropCaller(EdgeKey key) {
    TreeSet<String> left = callers.get(key.callee());
    if (left != null && left.remove(key.caller()) && left.isEmpty()) {
      callers.remove(key.callee());
    }
  }

  /** The history of an edge, or null when it is not known. */
  @Nullable EdgeHistory edge(String caller, String callee) {
    return edges.get(new EdgeKey(caller, callee));
  }

  /** Who calls a node, sorted. */
  NavigableSet<String> callers(String callee) {
    TreeSet<String> found = callers.get(callee);
    return found == null ? Collections.emptyNavigableSet() : found;
  }

  /** The edges from a node, by callee. */
  SortedMap<EdgeKey, EdgeHistory> from(String caller) {
    return edges.subMap(new EdgeKey(caller, ""), new EdgeKey(caller + '\0', ""));
  }

  /**
   * True when others went on calling a node after a time, or are said to call it.
   *
   * @param sinceMs epoch milliseconds
   */
  boolean isMissed(String node, long sinceMs) {
    for (String caller : callers(node)) {
      EdgeHistory history = edge(caller, node);
      if (history != null && (history.declared || history.lastEndMs > sinceMs + STILL_MS)) {
        return true;
      }
    }
    return false;
  }

  /** A node and all that it calls, near or far. */
  Set<String> below(String node) {
    TreeSet<String> found = new TreeSet<>(List.of(node));
    ArrayDeque<String> queue = new ArrayDeque<>(found);
    while (!queue.isEmpty()) {
      for (EdgeKey edge : from(queue.remove()).keySet()) {
        if (found.add(edge.callee())) {
          queue.add(edge.callee());
        }
      }
    }
    return found;
  }

  /** All who call or are called. */
  NavigableSet<String> nodes() {
    TreeSet<String> all = new TreeSet<>(callers.keySet());
    edges.keySet().forEach(edge -> all.add(edge.caller()));
    return all;
  }

  /** True when a node calls or is called. */
  boolean knows(String node) {
    return callers.containsKey(node) || !from(node).isEmpty();
  }

  /** True for a node that is known from its callers alone. */
  boolean isSilent(String node) {
    if (!from(node).isEmpty() || callers(node).isEmpty()) {
      return false;
    }
    for (String caller : callers(node)) {
      EdgeHistory history = edge(caller, node);
      if (history != null && (history.declared || !history.calleeSilent)) {
        return false;
      }
    }
    return true;
  }
}
