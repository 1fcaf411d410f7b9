// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.topics;

/**
 * A Kafka record as it came, of a topic that another job has written.
 *
 * @param topic where it came from
 * @param partition where in the topic
 * @param offset where in the partition
 * @param eventMs event time, epoch milliseconds; for progress what is complete
 * @param progress true when it only says what is complete
 * @param value JSON
 */
public record Incoming(
    String topic, int partition, long offset, long eventMs, boolean progress, byte[] value) {}
