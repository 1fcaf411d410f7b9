// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.quality;

import io.signalbox.jobs.EmbeddedFlink.Backend;

/** What the events of a bench go through. */
public enum QualityPipeline {
  /** Shuffled by the answer and thrown away: what any job needs. */
  FLOOR(Backend.HASHMAP),
  /** The job, its state on the heap. */
  HEAP(Backend.HASHMAP),
  /** The job, its state in RocksDB. */
  ROCKSDB(Backend.ROCKSDB);

  private final Backend backend;

  QualityPipeline(Backend backend) {
    this.backend = backend;
  }

  /** Where state is kept. */
  Backend backend() {
    return backend;
  }
}
