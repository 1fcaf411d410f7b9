// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.output;

/** The four streams a world writes, by the names a Collector and a capture give them. */
public enum SignalTopic {
  /** Export requests of metrics. */
  METRICS("otlp_metrics", "metrics.zst"),
  /** Export requests of spans. */
  SPANS("otlp_spans", "traces.zst"),
  /** Export requests of log records. */
  LOGS("otlp_logs", "logs.zst"),
  /** CDEvents as JSON, one a record. */
  CHANGES("change-events", "changes.jsonl");

  private final String topic;
  private final String file;

  SignalTopic(String topic, String file) {
    this.topic = topic;
    this.file = file;
  }

  /** Name of the Kafka topic. */
  public String topic() {
    return topic;
  }

  /** Name of the file of a capture. */
  public String file() {
    return file;
  }
}
