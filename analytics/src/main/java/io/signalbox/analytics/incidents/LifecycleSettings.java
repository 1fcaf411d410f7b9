// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import java.time.Duration;

/**
 * What holds an incident back, and what keeps it.
 *
 * @param minimumSeverity {@code minor}, {@code major} or {@code critical}: nothing less opens
 * @param minimumServices an event that involves fewer nodes does not open
 * @param holdAfter an incident that was reopened so often is held open
 * @param hold for so much longer than others, after its last evidence
 * @param maxWindows windows remembered; further ones are counted and refused
 * @param maxOpinions statements about incidents remembered; the oldest go first
 * @param maxPast incidents remembered that can be spoken of; the oldest go first
 * @param maxMeasures rows of measures remembered; the oldest go first
 * @param remember how long incidents are remembered, and rows of measures may change
 */
public record LifecycleSettings(
    String minimumSeverity,
    int minimumServices,
    int holdAfter,
    Duration hold,
    int maxWindows,
    int maxOpinions,
    int maxPast,
    int maxMeasures,
    Duration remember) {
  /** The shipped configuration. */
  public static final LifecycleSettings DEFAULT = of("minor", 1);

  /** The shipped configuration with another least impact. */
  public static LifecycleSettings of(String minimumSeverity, int minimumServices) {
    return new LifecycleSettings(
        minimumSeverity,
        minimumServices,
        2,
        Duration.ofSeconds(75),
        1_000,
        1_000,
        1_000,
        5_000,
        Duration.ofDays(7));
  }
}
