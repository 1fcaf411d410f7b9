// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.world;

/** What a service says of itself. */
public enum Instrumentation {
  /** Metrics, logs and traces. */
  FULL,
  /** Metrics and logs; of its requests only the spans of those that call it are seen. */
  UNTRACED,
  /** Metrics alone. */
  METRICS_ONLY;

  /** True when its spans are exported. */
  public boolean traced() {
    return this == FULL;
  }

  /** True when its log records are exported. */
  public boolean logged() {
    return this != METRICS_ONLY;
  }
}
