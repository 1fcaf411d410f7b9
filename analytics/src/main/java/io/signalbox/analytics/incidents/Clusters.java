// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import java.util.TreeMap;

/** Names joined into sets; each set goes by its first name. */
final class Clusters {
  private final TreeMap<String, String> parents = new TreeMap<>();

  String find(String name) {
    String at = name;
    for (String up = parents.get(at); up != null; up = parents.get(at)) {
      at = up;
    }
    return at;
  }

  void join(String one, String other) {
    String a = find(one);
    String b = find(other);
    if (a.compareTo(b) < 0) {
      parents.put(b, a);
    } else if (b.compareTo(a) < 0) {
      parents.put(a, b);
    }
  }
}
