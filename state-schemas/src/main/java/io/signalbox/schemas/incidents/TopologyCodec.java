// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.incidents;

import io.signalbox.analytics.incidents.EdgeHistory;
import io.signalbox.analytics.incidents.EdgeKey;
import io.signalbox.analytics.incidents.Topology;
import io.signalbox.schemas.signals.FlatReader;
import io.signalbox.schemas.signals.FlatWriter;

/** Edges with what is known of them, as part of a block. */
final class TopologyCodec {
  private TopologyCodec() {}

  static void write(FlatWriter out, Topology topology) {
    out.count(topology.size());
    topology.forEach((key, edge) -> write(out, key, edge));
  }

  private static void write(FlatWriter out, EdgeKey key, EdgeHistory edge) {
    out.text(key.caller()).text(key.callee());
    EdgeHistoryCodec.write(out, edge);
  }

  /** Reads them in an older or the present layout, see {@link EdgeHistoryCodec}. */
  static void read(FlatReader in, Topology topology, int layout) {
    for (int left = in.length(); left > 0; left--) {
      EdgeKey key = readKey(in);
      topology.put(key, EdgeHistoryCodec.read(in, layout));
    }
  }

  static EdgeKey readKey(FlatReader in) {
    return new EdgeKey(in.text(), in.text());
  }
}
