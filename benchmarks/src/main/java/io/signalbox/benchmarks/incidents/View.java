// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.incidents;

import java.io.Serializable;

/**
 * What is done to a data set before it is told, to see what it changes.
 *
 * @param unitFactor every value of a plain metric is multiplied by it: 1 leaves it as it is
 * @param askLaterMs cases are asked this much later, or sooner where negative, milliseconds
 * @param untraced share of the services that send no spans, 0..1; which ones hangs on their names
 */
public record View(double unitFactor, long askLaterMs, double untraced) implements Serializable {
  /** As it is. */
  public static final View PLAIN = new View(1, 0, 0);

  /** True for a service that sends no spans. */
  boolean hidesSpansOf(String service) {
    int bits = (service.hashCode() * 0x9E3779B9) >>> 8;
    return bits / (double) (1 << 24) < untraced;
  }
}
