// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

/**
 * Receives the metrics of a request. The views are reused: read them inside the call. When the
 * reader throws, the request is malformed and what was shown of it must be discarded.
 */
public interface MetricVisitor {
  /** A resource; the metrics and points up to the next call are its. */
  default void resource(ResourceView resource) {}

  /** A metric that has data; the points up to the next call are its. */
  default void metric(MetricView metric) {}

  /** A point. */
  void point(MetricPointView point);
}
