// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import io.signalbox.analytics.signals.Change;
import io.signalbox.analytics.signals.EdgeWindow;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The dependency edges of one environment as learned from calls; silent ones are forgotten. */
public final class Topology {
  /** Kind of a change by which people declare that a service calls another, or no longer does. */
  public static final String DECLARED = "dependency";

  /** Calls that were under way when a node fell silent do not count. */
  private static final long STILL_MS = 20_000;

  private static final long TELL_EVERY_MS = 300_000;
  private static final long SPREAD_MS = 10_000;

  private final EdgeStore store = new EdgeStore();
  private final EdgeGraph graph = new EdgeGraph(store);

  /** How many edges it knows. */
  public int size() {
    return store.size();
  }

  /** All edges, by caller and callee; histories are not to be changed. */
  public void forEach(BiConsumer<EdgeKey, EdgeHistory> action) {
    for (String caller : graph.nodes()) {
      int[] edges = graph.from(caller);
      List<String> callees = graph.callees(caller, edge -> true);
      for (int i = 0; i < edges.length; i++) {
        action.accept(new EdgeKey(caller, callees.get(i)), store.read(edges[i]));
      }
    }
  }

  /** Puts an edge with its history in place: restoring. */
  public void put(EdgeKey key, EdgeHistory history) {
    store.write(graph.connect(key.caller(), key.callee()), history);
  }

  /** Puts an edge in place that people say is there. */
  public void declare(EdgeKey key) {
    declare(graph.connect(key.caller(), key.callee()), true);
  }

  private void declare(int edge, boolean declared) {
    EdgeHistory history = store.read(edge);
    history.declared = declared;
    store.write(edge, history);
  }

  /** Takes in a declaration: the version is the callee, the previous version one that was. */
  void declare(Change change) {
    if (change.version() != null) {
      declare(new EdgeKey(change.service(), change.version()));
    }
    if (change.previousVersion() != null) {
      int known = graph.find(change.service(), change.previousVersion());
      if (known >= 0) {
        declare(known, false);
      }
    }
  }

  /**
   * Takes in what was learned of an edge elsewhere.
   *
   * @return false when the edge is new and there is no room for it
   */
  boolean know(LearnedEdge learned, int maxEdges) {
    String caller = learned.key().caller();
    String callee = learned.key().callee();
    int edge = graph.find(caller, callee);
    if (edge < 0) {
      if (size() >= maxEdges) {
        return false;
      }
      edge = graph.connect(caller, callee);
    }
    EdgeHistory history = learned.history().copy();
    history.declared = store.isDeclared(edge);
    store.write(edge, history);
    return true;
  }

  /** What became of a window. */
  enum Learned {
    /** Nothing that anyone must hear of now. */
    NOTHING,
    /** The edge is new, was or is not as usual, or has not been told of for long. */
    NEWS,
    /** The edge is new and there is no room for it. */
    NO_ROOM
  }

  /** Takes in one window and says whether those who keep a copy of the edge must hear of it. */
  Learned learn(EdgeWindow window, int maxEdges) {
    int edge = graph.find(window.caller(), window.callee());
    boolean news = edge < 0;
    if (edge < 0) {
      if (size() >= maxEdges) {
        return Learned.NO_ROOM;
      }
      edge = graph.connect(window.caller(), window.callee());
    }
    EdgeHistory history = store.read(edge);
    boolean silent = history.calleeSilent;
    boolean learned = history.learnsDurations();
    long lastMs = history.lastEndMs;
    news |= history.isEventful();
    history.add(window);
    store.write(edge, history);
    news |= history.isEventful() || silent != history.calleeSilent;
    news |= learned != history.learnsDurations() || isDue(window, lastMs, history.lastEndMs);
    return news ? Learned.NEWS : Learned.NOTHING;
  }

  /** Every five minutes, each edge at another time, so that not all are told at once. */
  private static boolean isDue(EdgeWindow window, long fromMs, long toMs) {
    long offset = (31L * window.caller().hashCode() + window.callee().hashCode()) * SPREAD_MS;
    return Math.floorDiv(fromMs + offset, TELL_EVERY_MS)
        != Math.floorDiv(toMs + offset, TELL_EVERY_MS);
  }

  /** Forgets edges without calls since a time, epoch milliseconds. */
  void forgetBefore(long ms) {
    for (int edge = size() - 1; edge >= 0; edge--) {
      if (store.lastEndMs(edge) < ms && !store.isDeclared(edge)) {
        graph.remove(edge);
      }
    }
  }

  /** What is known of an edge, or null when it is not known. Not to be changed. */
  public @Nullable EdgeHistory edge(String caller, String callee) {
    int edge = graph.find(caller, callee);
    return edge < 0 ? null : store.read(edge);
  }

  /** True when one node is known to call another. */
  boolean calls(String caller, String callee) {
    return graph.find(caller, callee) >= 0;
  }

  /** How many call a node. */
  int callerCount(String callee) {
    return graph.to(callee).length;
  }

  /** True when a node is known to call another. */
  boolean isCaller(String node) {
    return graph.from(node).length > 0;
  }

  /** Who calls a node, sorted. */
  List<String> callers(String callee) {
    return graph.callers(callee, edge -> true);
  }

  /** Whom a node calls, sorted. */
  List<String> callees(String caller) {
    return graph.callees(caller, edge -> true);
  }

  /** Who calls a node over an edge that is not as usual, sorted. */
  List<String> eventfulCallers(String callee) {
    return graph.callers(callee, store::isEventful);
  }

  /** Whom a node calls over an edge that is not as usual, sorted. */
  List<String> eventfulCallees(String caller) {
    return graph.callees(caller, store::isEventful);
  }

  /**
   * True when others went on calling a node after a time, or are said to call it.
   *
   * @param sinceMs epoch milliseconds
   */
  boolean isMissed(String node, long sinceMs) {
    for (int edge : graph.to(node)) {
      if (store.isDeclared(edge) || store.lastEndMs(edge) > sinceMs + STILL_MS) {
        return true;
      }
    }
    return false;
  }

  /** A node and all that it calls, near or far. */
  Set<String> below(String node) {
    return graph.below(node);
  }

  /** A node and all who call it, near or far. */
  Set<String> above(String node) {
    return graph.above(node);
  }

  /** All who call or are called, sorted. */
  List<String> nodes() {
    return graph.nodes();
  }

  /** True when a node calls or is called. */
  boolean knows(String node) {
    return graph.knows(node);
  }

  /** True for a node that is known from its callers alone. */
  boolean isSilent(String node) {
    if (isCaller(node) || callerCount(node) == 0) {
      return false;
    }
    for (int edge : graph.to(node)) {
      if (store.isDeclared(edge) || !store.isCalleeSilent(edge)) {
        return false;
      }
    }
    return true;
  }
}
