// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.finops;

import io.signalbox.jobs.EmbeddedFlink.Backend;
import java.nio.file.Path;

/**
 * A price that was wrong for a while, and is told anew.
 *
 * @param backend where usages rest
 * @param history file of prices
 * @param model whose price it is
 * @param wrongSince when the wrong price became known, ISO-8601
 * @param mendedAt when the right one did
 * @param usages charged in between
 * @param parallelism tasks of each operator
 * @param checkpointMs wall time between checkpoints
 * @param managedMegabytes memory of RocksDB
 */
public record RepricingSpec(
    Backend backend,
    String history,
    String model,
    String wrongSince,
    String mendedAt,
    int usages,
    int parallelism,
    long checkpointMs,
    int managedMegabytes) {

  /** The same on another backend. */
  public RepricingSpec on(Backend other) {
    return new RepricingSpec(
        other,
        history,
        model,
        wrongSince,
        mendedAt,
        usages,
        parallelism,
        checkpointMs,
        managedMegabytes);
  }

  /** The same without the folder of its history, which is of one machine alone. */
  public RepricingSpec anywhere() {
    return new RepricingSpec(
        backend,
        String.valueOf(Path.of(history).getFileName()),
        model,
        wrongSince,
        mendedAt,
        usages,
        parallelism,
        checkpointMs,
        managedMegabytes);
  }
}
