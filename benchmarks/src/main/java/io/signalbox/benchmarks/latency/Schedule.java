// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.latency;

import java.io.Serializable;

/**
 * When each request is to be sent, whatever happened to those before it: number n of a source at
 * start + n x gap. Each parallel source has its own services and its share of the rate.
 *
 * @param startNanos of the first request, epoch nanoseconds
 * @param gapNanos between two requests of one source
 * @param sources parallel sources
 */
record Schedule(long startNanos, double gapNanos, int sources) implements Serializable {

  /** A schedule of so many points a second in all, with so many points a request. */
  static Schedule of(long startNanos, double pointsPerSecond, int pointsOfRequest, int sources) {
    return new Schedule(startNanos, 1e9 * sources * pointsOfRequest / pointsPerSecond, sources);
  }

  /** The intended time of a request, epoch nanoseconds. */
  long at(long number) {
    return startNanos + (long) (number * gapNanos);
  }

  /** Requests of all sources that were to be sent before an instant in epoch nanoseconds. */
  long dueBefore(long nanos) {
    return nanos <= startNanos ? 0 : sources * (long) ((nanos - startNanos) / gapNanos);
  }
}
