// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

/**
 * The parts of a series' label, {@code name{key=value,...}@instance}.
 *
 * @param name of the metric
 * @param peer whom the service calls, where the series is about calls to one peer; else empty
 */
record SeriesName(String name, String peer) {
  private static final String[] PEERS = {
    "peer.service=", "service.peer.name=", "destination_workload="
  };

  static SeriesName of(String label) {
    int open = label.indexOf('{');
    if (open < 0) {
      int at = label.indexOf('@');
      return new SeriesName(at < 0 ? label : label.substring(0, at), "");
    }
    int close = label.indexOf('}', open);
    String attributes = label.substring(open + 1, close < 0 ? label.length() : close);
    for (String one : attributes.split(",")) {
      for (String key : PEERS) {
        if (one.startsWith(key)) {
          return new SeriesName(label.substring(0, open), one.substring(key.length()));
        }
      }
    }
    return new SeriesName(label.substring(0, open), "");
  }
}
