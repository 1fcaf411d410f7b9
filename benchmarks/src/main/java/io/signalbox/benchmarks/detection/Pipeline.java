// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection;

import io.signalbox.jobs.EmbeddedFlink.Backend;

/** What is measured, from the barest floor up; each floor does one thing more than that before. */
public enum Pipeline {
  /** Requests are made and dropped: what the load itself costs. */
  SEND("send", Backend.HASHMAP, false),
  /** Every point's series, time and value are read, nothing is made of them. */
  READ("+ read", Backend.HASHMAP, false),
  /** Requests are cut into batches. */
  CUT("+ cut", Backend.HASHMAP, false),
  /** The pass-through: batches are shuffled by key and dropped. */
  PASS_THROUGH("+ shuffle", Backend.HASHMAP, false),
  /** Batches are held until the watermark, put in order and dropped. */
  HOLD("+ hold", Backend.HASHMAP, true),
  /** Points are folded into series that stay decoded and are never stored. */
  FOLD("+ arithmetic", Backend.HASHMAP, true),
  /** The whole job, its blocks on the heap. */
  DETECT_HEAP("detect, heap", Backend.HASHMAP, true),
  /** The whole job, its blocks in RocksDB. */
  DETECT_ROCKSDB("detect, rocksdb", Backend.ROCKSDB, true),
  /** Flink as one would write it first: a keyed point, a POJO of state, an EWMA. */
  NAIVE_FLINK("naive Flink", Backend.ROCKSDB, true),
  /** The same EWMA in a Kafka Streams processor over its own RocksDB store. */
  KAFKA_STREAMS("Kafka Streams", Backend.ROCKSDB, false);

  private final String title;
  private final Backend backend;
  private final boolean stateful;

  Pipeline(String title, Backend backend, boolean stateful) {
    this.title = title;
    this.backend = backend;
    this.stateful = stateful;
  }

  /** Its name in tables. */
  public String title() {
    return title;
  }

  /** Where Flink keeps its state. */
  Backend backend() {
    return backend;
  }

  /** True when checkpoints are part of its cost. */
  boolean stateful() {
    return stateful;
  }

  /** The whole job on a backend. */
  public static Pipeline detect(Backend backend) {
    return backend == Backend.ROCKSDB ? DETECT_ROCKSDB : DETECT_HEAP;
  }
}
