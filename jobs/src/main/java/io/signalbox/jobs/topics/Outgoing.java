// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.topics;

import io.signalbox.schemas.json.RecordJson;
import io.signalbox.schemas.topics.Progress;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * A Kafka record to be.
 *
 * @param partition where it goes, or {@link #ANY} to leave that to Kafka
 * @param eventMs event time, epoch milliseconds
 * @param key what it is keyed by, null for progress
 * @param value JSON
 */
public record Outgoing(int partition, long eventMs, @Nullable String key, byte[] value) {
  /** No partition in particular. */
  static final int ANY = -1;

  /** The record that promises that a partition is complete up to an event time. */
  static Outgoing progress(int partition, long progressMs) {
    byte[] json = RecordJson.write(new Progress(progressMs, partition));
    return new Outgoing(partition, progressMs, null, json);
  }

  /** The partition that Kafka's own partitioner would choose. */
  static int partitionOf(String key, int partitions) {
    byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
    return Utils.toPositive(Utils.murmur2(bytes)) % partitions;
  }
}
