// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.finops;

import io.signalbox.jobs.EmbeddedFlink.Backend;

/** What is measured, from the barest floor up, and what else one would write. */
public enum FinopsPipeline {
  /** Usages are made and dropped: what the load itself costs. */
  SEND("send", Backend.HASHMAP, false),
  /** The pass-through: usages are read, gathered, shuffled by their shard and dropped. */
  PASS_THROUGH("+ read and shuffle", Backend.HASHMAP, false),
  /** The job to postings and sums by tenant and day, its charges on the heap. */
  CHARGE_HEAP("finops, heap", Backend.HASHMAP, true),
  /** The same, its charges in RocksDB. */
  CHARGE_ROCKSDB("finops, rocksdb", Backend.ROCKSDB, true),
  /** The same on the heap, and sums by period and every dimension, as the job has by default. */
  SUMS_HEAP("finops, heap, + sums by all dimensions", Backend.HASHMAP, true),
  /** The same, its charges and sums in RocksDB. */
  SUMS_ROCKSDB("finops, rocksdb, + sums by all dimensions", Backend.ROCKSDB, true),
  /** Without them on the heap, and a FOCUS row as JSON for each meter. */
  ROWS_HEAP("finops, heap, + rows", Backend.HASHMAP, true),
  /** Without rows on the heap, and three budgets, one of which counts every usage. */
  BUDGETS_HEAP("finops, heap, + budgets", Backend.HASHMAP, true),
  /** The same, its charges and spends in RocksDB. */
  BUDGETS_ROCKSDB("finops, rocksdb, + budgets", Backend.ROCKSDB, true),
  /** Flink as one would write it first: a mapped object, POJOs of state, sums of doubles. */
  NAIVE_HEAP("naive Flink, heap", Backend.HASHMAP, true),
  /** The same in RocksDB. */
  NAIVE_ROCKSDB("naive Flink, rocksdb", Backend.ROCKSDB, true);

  private final String title;
  private final Backend backend;
  private final boolean stateful;

  FinopsPipeline(String title, Backend backend, boolean stateful) {
    this.title = title;
    this.backend = backend;
    this.stateful = stateful;
  }

  /** Its name in tables. */
  public String title() {
    return title;
  }

  Backend backend() {
    return backend;
  }

  boolean stateful() {
    return stateful;
  }
}
