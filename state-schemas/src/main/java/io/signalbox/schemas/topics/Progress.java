// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.topics;

/**
 * A writer's promise in a partition of a sparse topic: nothing of this or an earlier event time
 * will follow in it.
 *
 * @param progressMs event time, epoch milliseconds
 * @param partition the partition it speaks of
 */
public record Progress(long progressMs, int partition) {}
