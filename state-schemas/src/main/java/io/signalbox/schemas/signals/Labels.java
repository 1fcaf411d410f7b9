// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The label of each series, {@code name{key=value,...}} with keys in order, remembered by the hash
 * of the series. Forgets all when it is full: what it returns is the same either way.
 */
final class Labels {
  private static final int MOST = 200_000;
  private final Map<Long, byte[]> known = new HashMap<>();

  byte[] of(long series, MetricPointView point) {
    byte[] label = known.get(series);
    if (label == null) {
      if (known.size() >= MOST) {
        known.clear();
      }
      label = label(point).getBytes(StandardCharsets.UTF_8);
      known.put(series, label);
    }
    return label;
  }

  private static String label(MetricPointView point) {
    AttributesView attributes = point.attributes();
    String name = point.metric().name().toString();
    if (attributes.size() == 0) {
      return name;
    }
    String[] pairs = new String[attributes.size()];
    for (int i = 0; i < pairs.length; i++) {
      pairs[i] = attributes.key(i) + "=" + attributes.text(i);
    }
    Arrays.sort(pairs);
    return name + "{" + String.join(",", pairs) + "}";
  }
}
