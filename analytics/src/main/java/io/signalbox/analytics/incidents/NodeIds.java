// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Small numbers for the names of nodes; those of forgotten nodes are given again. */
final class NodeIds {
  private static final int UNKNOWN = -1;

  private final Map<String, Integer> ids = new HashMap<>();
  private final List<String> names = new ArrayList<>();
  private final ArrayDeque<Integer> free = new ArrayDeque<>();

  /** The number of a name, or -1 when it has none. */
  int find(String name) {
    return ids.getOrDefault(name, UNKNOWN);
  }

  /** The number of a name, which is given one when it has none. */
  int of(String name) {
    int known = find(name);
    if (known != UNKNOWN) {
      return known;
    }
    Integer left = free.poll();
    int id = left == null ? names.size() : left;
    if (left == null) {
      names.add(name);
    } else {
      names.set(id, name);
    }
    ids.put(name, id);
    return id;
  }

  String name(int id) {
    return names.get(id);
  }

  /** Takes back a number whose node is forgotten. */
  void release(int id) {
    ids.remove(names.get(id));
    names.set(id, "");
    free.push(id);
  }

  /** All names that have a number, in no particular order. */
  Iterable<String> all() {
    return ids.keySet();
  }
}
