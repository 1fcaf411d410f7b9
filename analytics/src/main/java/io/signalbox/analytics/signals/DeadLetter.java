// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.signals;

import org.jspecify.annotations.Nullable;

/**
 * Input that could not be used, kept whole. Topic, partition and offset are transport fields:
 * outside the claim of determinism.
 *
 * @param reason one of the constants of {@link DeadLetterReason}
 * @param detail what exactly was wrong and where
 * @param topic source topic or file name
 * @param partition source partition, 0 for a file
 * @param offset record offset, or the index of the request in the file
 * @param service the service it claims to be of, if it could be read
 * @param bytes the record, or the single item when the rest of the record was good
 */
public record DeadLetter(
    String reason,
    String detail,
    String topic,
    int partition,
    long offset,
    @Nullable String service,
    byte[] bytes) {}
