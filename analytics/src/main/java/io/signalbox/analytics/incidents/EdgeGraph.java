// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;

/**
 * Which edge joins which nodes. Edges and nodes are numbers; of each node its edges are kept in the
 * order of the names at their other ends.
 */
final class EdgeGraph {
  private static final int[] NONE = {};

  private final NodeIds ids = new NodeIds();
  private final EdgeStore store;
  private int[][] incoming = new int[0][];
  private int[][] outgoing = new int[0][];

  EdgeGraph(EdgeStore store) {
    this.store = store;
  }

  /** The edge from one node to another, or -1 when none is known. */
  int find(String caller, String callee) {
    int from = ids.find(caller);
    int to = ids.find(callee);
    if (from >= 0 && to >= 0) {
      for (int edge : outgoing[from]) {
        if (store.callee(edge) == to) {
          return edge;
        }
      }
    }
    return -1;
  }

  /** The same, which is made when it is not known. */
  int connect(String caller, String callee) {
    int known = find(caller, callee);
    if (known >= 0) {
      return known;
    }
    int from = node(caller);
    int to = node(callee);
    int edge = store.add(from, to);
    outgoing[from] = inserted(outgoing[from], edge, true);
    incoming[to] = inserted(incoming[to], edge, false);
    return edge;
  }

  private int node(String name) {
    int id = ids.of(name);
    if (id >= incoming.length) {
      int known = incoming.length;
      int room = Math.max(id + 1, known + known / 4);
      incoming = Arrays.copyOf(incoming, room);
      outgoing = Arrays.copyOf(outgoing, room);
      Arrays.fill(incoming, known, room, NONE);
      Arrays.fill(outgoing, known, room, NONE);
    }
    return id;
  }

  private int[] inserted(int[] edges, int edge, boolean byCallee) {
    String name = end(edge, byCallee);
    int low = 0;
    int high = edges.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (end(edges[middle], byCallee).compareTo(name) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    int[] more = Arrays.copyOf(edges, edges.length + 1);
    System.arraycopy(edges, low, more, low + 1, edges.length - low);
    more[low] = edge;
    return more;
  }

  private String end(int edge, boolean callee) {
    return ids.name(callee ? store.callee(edge) : store.caller(edge));
  }

  /** Forgets an edge, and the nodes that have no other; the last edge takes its number. */
  void remove(int edge) {
    int caller = store.caller(edge);
    int callee = store.callee(edge);
    outgoing[caller] = without(outgoing[caller], edge);
    incoming[callee] = without(incoming[callee], edge);
    int last = store.size() - 1;
    replace(outgoing[store.caller(last)], last, edge);
    replace(incoming[store.callee(last)], last, edge);
    store.remove(edge);
    releaseIfAlone(caller);
    if (caller != callee) {
      releaseIfAlone(callee);
    }
  }

  private void releaseIfAlone(int node) {
    if (outgoing[node].length + incoming[node].length == 0) {
      ids.release(node);
    }
  }

  private static int[] without(int[] edges, int edge) {
    return Arrays.stream(edges).filter(one -> one != edge).toArray();
  }

  private static void replace(int[] edges, int old, int edge) {
    for (int i = 0; i < edges.length; i++) {
      edges[i] = edges[i] == old ? edge : edges[i];
    }
  }

  /** The edges to a node, by caller. Not to be changed. */
  int[] to(String callee) {
    int id = ids.find(callee);
    return id < 0 ? NONE : incoming[id];
  }

  /** The edges from a node, by callee. Not to be changed. */
  int[] from(String caller) {
    int id = ids.find(caller);
    return id < 0 ? NONE : outgoing[id];
  }

  /** True when a node calls or is called. */
  boolean knows(String node) {
    return ids.find(node) >= 0;
  }

  /** Some of those who call a node, sorted. */
  List<String> callers(String callee, IntPredicate some) {
    return ends(to(callee), some, false);
  }

  /** Some of those whom a node calls, sorted. */
  List<String> callees(String caller, IntPredicate some) {
    return ends(from(caller), some, true);
  }

  private List<String> ends(int[] edges, IntPredicate some, boolean ofCallees) {
    List<String> found = new ArrayList<>();
    for (int edge : edges) {
      if (some.test(edge)) {
        found.add(end(edge, ofCallees));
      }
    }
    return found;
  }

  /** A node and all that it calls, near or far. */
  Set<String> below(String node) {
    return reach(node, outgoing, true);
  }

  /** A node and all who call it, near or far. */
  Set<String> above(String node) {
    return reach(node, incoming, false);
  }

  private Set<String> reach(String node, int[][] edges, boolean toCallees) {
    TreeSet<String> found = new TreeSet<>(List.of(node));
    BitSet seen = new BitSet();
    ArrayDeque<Integer> queue = new ArrayDeque<>();
    if (knows(node)) {
      seen.set(ids.find(node));
      queue.add(ids.find(node));
    }
    while (!queue.isEmpty()) {
      for (int edge : edges[queue.remove()]) {
        int next = toCallees ? store.callee(edge) : store.caller(edge);
        if (!seen.get(next)) {
          seen.set(next);
          found.add(ids.name(next));
          queue.add(next);
        }
      }
    }
    return found;
  }

  /** All nodes, sorted. */
  List<String> nodes() {
    List<String> sorted = new ArrayList<>();
    ids.all().forEach(sorted::add);
    sorted.sort(null);
    return sorted;
  }
}
