// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node that may have caused an incident.
 *
 * @param node service name or peer address
 * @param kind {@code service}, {@code version} when one version alone is at fault, or {@code
 *     external} for a node that sends no telemetry
 * @param version the version at fault, or the one just changed to; null when none is suspected
 * @param score greater is likelier; comparable within one incident only
 * @param confidence chance that it is the cause, 0..1: those of all suspects leave something for
 *     none of them
 * @param evidence strongest first
 */
public record Suspect(
    String node,
    String kind,
    @Nullable String version,
    double score,
    double confidence,
    List<Evidence> evidence) {
  /** The same with another chance that it is the cause. */
  Suspect withConfidence(double chance) {
    return new Suspect(node, kind, version, score, chance, evidence);
  }

  /** The same with other evidence. */
  Suspect with(List<Evidence> other) {
    return new Suspect(node, kind, version, score, confidence, other);
  }
}
