// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.incidents;

import io.signalbox.analytics.incidents.CorrelationSettings;
import io.signalbox.analytics.incidents.EdgeLearning;
import io.signalbox.schemas.signals.FlatReader;
import io.signalbox.schemas.signals.FlatWriter;

/** What is learned of edges as one block of flat bytes. */
public final class EdgeLearningCodec {
  private static final int VERSION = 1;

  private EdgeLearningCodec() {}

  /** The block, its version first; settings are not part of it. */
  public static byte[] encode(EdgeLearning learning) {
    FlatWriter out = new FlatWriter(VERSION);
    out.signed(learning.forgottenMs).count(learning.refused);
    TopologyCodec.write(out, learning.topology());
    out.count(learning.spoken().size());
    learning
        .spoken()
        .forEach(
            (id, open) ->
                out.text(id).text(open.caller()).text(open.callee()).signed(open.updatedMs()));
    return out.toBytes();
  }

  /**
   * What was learned, from a block.
   *
   * @throws IllegalArgumentException for bytes of a version that is not known
   */
  public static EdgeLearning decode(byte[] bytes, CorrelationSettings settings) {
    FlatReader in = new FlatReader(bytes, VERSION);
    EdgeLearning learning = new EdgeLearning(settings);
    learning.forgottenMs = in.signed();
    learning.refused = in.count();
    TopologyCodec.read(in, learning.topology(), EdgeHistoryCodec.LAYOUT);
    for (int left = in.length(); left > 0; left--) {
      learning.put(in.text(), new EdgeLearning.Spoken(in.text(), in.text(), in.signed()));
    }
    return learning;
  }
}
