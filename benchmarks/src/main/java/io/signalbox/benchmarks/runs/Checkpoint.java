// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.runs;

/**
 * A completed checkpoint.
 *
 * @param durationMs from its trigger to its end
 * @param fullBytes all state that it refers to
 * @param writtenBytes what was written for it; less than all of it when it is incremental
 */
public record Checkpoint(long durationMs, long fullBytes, long writtenBytes) {}
