// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.incidents.storm;

import java.io.Serializable;

/**
 * What is played.
 *
 * @param services nodes of the graph
 * @param edges edges of the graph
 * @param hubCallers how many call the node that most call
 * @param activations episodes that begin within ten seconds, in each storm
 * @param storms one after the other; the first one is not measured
 * @param tasks that learn edges side by side
 * @param seed of graph and faults
 */
public record StormSpec(
    int services, int edges, int hubCallers, int activations, int storms, int tasks, long seed)
    implements Serializable {
  /** One fault for so many activations. */
  private static final int EACH_FAULT = 250;

  /**
   * Refuses what cannot be built.
   *
   * @throws IllegalArgumentException for a number out of range
   */
  public StormSpec {
    if (services < 1000 || edges < services || edges > 64L * services) {
      throw new IllegalArgumentException(
          services + " services and " + edges + " edges: from 1,000 services, 1 to 64 edges each");
    }
    if (hubCallers < 1
        || hubCallers > services / 2
        || activations < 100
        || storms < 2
        || tasks < 1) {
      throw new IllegalArgumentException(
          hubCallers
              + " callers of the hub, "
              + activations
              + " activations, "
              + storms
              + " storms, "
              + tasks
              + " tasks");
    }
  }

  int faults() {
    return Math.max(2, activations / EACH_FAULT);
  }
}
