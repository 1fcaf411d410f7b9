// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.incidents;

import io.signalbox.analytics.incidents.EdgeKey;
import io.signalbox.analytics.incidents.LearnedEdge;
import io.signalbox.schemas.signals.FlatReader;
import io.signalbox.schemas.signals.FlatWriter;

/**
 * What was learned of an edge, on its way to correlation.
 *
 * @param environment deployment environment, empty when none is stated
 * @param caller node that calls
 * @param callee node that is called
 * @param history its history, version first
 */
public record EdgeReport(String environment, String caller, String callee, byte[] history) {
  private static final int VERSION = 1;

  /** Writes what was learned. */
  public static EdgeReport of(String environment, LearnedEdge learned) {
    FlatWriter out = new FlatWriter(VERSION);
    EdgeHistoryCodec.write(out, learned.history());
    return new EdgeReport(
        environment, learned.key().caller(), learned.key().callee(), out.toBytes());
  }

  /**
   * Reads it.
   *
   * @throws IllegalArgumentException for bytes of a version that is not known
   */
  public LearnedEdge learned() {
    FlatReader in = new FlatReader(history, VERSION);
    return new LearnedEdge(
        new EdgeKey(caller, callee), EdgeHistoryCodec.read(in, EdgeHistoryCodec.LAYOUT));
  }
}
