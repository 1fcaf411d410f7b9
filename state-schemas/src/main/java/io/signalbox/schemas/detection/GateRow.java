// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.detection;

import io.signalbox.analytics.detection.EpisodeGate;

/** The gate of one series in version 1 of the block; there only when it is not at rest. */
final class GateRow {
  static final int SERIES_ROW = 0;
  static final int HITS = 4;
  static final int CALM = 8;
  static final int REVISION = 12;
  static final int STARTED_AT = 16;
  static final int WORST = 24;
  static final int BYTES = WORST + 6 * 8;

  private GateRow() {}

  static void read(byte[] block, int at, EpisodeGate gate) {
    gate.hits = Bytes.getInt(block, at + HITS);
    gate.calm = Bytes.getInt(block, at + CALM);
    gate.revision = Bytes.getInt(block, at + REVISION);
    gate.startedAtMs = Bytes.getLong(block, at + STARTED_AT);
    gate.worstP = Bytes.getDouble(block, at + WORST);
    gate.worstValue = Bytes.getDouble(block, at + WORST + 8);
    gate.worstExpected = Bytes.getDouble(block, at + WORST + 16);
    gate.worstLower = Bytes.getDouble(block, at + WORST + 24);
    gate.worstUpper = Bytes.getDouble(block, at + WORST + 32);
    gate.worstSupport = Bytes.getLong(block, at + WORST + 40);
  }
}
