// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.patterns;

import io.signalbox.jobs.EmbeddedFlink.Backend;

/** What matches, and where its state is. */
public enum PatternEngine {
  /** What is in front of the matcher of the jobs: source, gathering, shuffle and watermarks. */
  FLOOR("no matcher", Backend.HASHMAP),
  /** What is in front of the matchers that take event by event. */
  FLOOR_OF_SINGLE("no matcher, one by one", Backend.HASHMAP),
  /** A state machine for this one story. */
  HAND_HEAP("hand-written, heap", Backend.HASHMAP),
  /** The same on RocksDB. */
  HAND_ROCKSDB("hand-written, RocksDB", Backend.ROCKSDB),
  /** The operator of the jobs. */
  OURS_HEAP("automaton, heap", Backend.HASHMAP),
  /** The same on RocksDB. */
  OURS_ROCKSDB("automaton, RocksDB", Backend.ROCKSDB),
  /** The operator of flink-cep. */
  CEP_HEAP("flink-cep, heap", Backend.HASHMAP),
  /** The same on RocksDB. */
  CEP_ROCKSDB("flink-cep, RocksDB", Backend.ROCKSDB),
  /** Siddhi, without Flink. */
  SIDDHI("Siddhi, heap, no Flink", Backend.HASHMAP);

  private final String title;
  private final Backend backend;

  PatternEngine(String title, Backend backend) {
    this.title = title;
    this.backend = backend;
  }

  /** Its name in tables. */
  public String title() {
    return title;
  }

  Backend backend() {
    return backend;
  }
}
