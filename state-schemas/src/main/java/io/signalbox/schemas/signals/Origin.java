// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

/**
 * Where a request came from: for dead letters, and to tell times that lie ahead of their record.
 *
 * @param topic topic or file name
 * @param partition partition, 0 for a file
 * @param offset record offset, or the index of the request in the file
 * @param recordTimeMs time of the Kafka record, epoch milliseconds; {@link Long#MAX_VALUE} for a
 *     file, which has none
 */
public record Origin(String topic, int partition, long offset, long recordTimeMs) {
  /** How far a producer's clock may run ahead of its record: an hour. */
  private static final long AHEAD_MS = 3_600_000;

  /** True when an item of this time may have come in this record. */
  boolean allows(long unixNano) {
    return EventTime.possible(unixNano)
        && (recordTimeMs == Long.MAX_VALUE || EventTime.toMs(unixNano) - AHEAD_MS <= recordTimeMs);
  }
}
