// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.focus;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where the columns of a data set stand. */
final class Columns {
  private final Map<String, Integer> places = new HashMap<>();

  Columns(List<String> header) {
    for (int i = 0; i < header.size(); i++) {
      places.putIfAbsent(header.get(i).trim(), i);
    }
  }

  boolean has(String column) {
    return places.containsKey(column);
  }

  /** Its place in a row; -1 if there is none, where every row has null. */
  int place(String column) {
    return places.getOrDefault(column, -1);
  }
}
