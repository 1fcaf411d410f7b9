// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.patterns;

/**
 * A rule that is going to hold from an epoch of event time on.
 *
 * @param id of the pattern
 * @param version of the pattern
 * @param effectiveMs first millisecond at which it holds
 * @param removed true when the pattern holds no more
 * @param text YAML or JSON of the pattern
 */
public record AcceptedRule(String id, int version, long effectiveMs, boolean removed, String text) {
  /** True when this one outranks another of the same pattern that holds, too. */
  boolean outranks(AcceptedRule other) {
    return effectiveMs != other.effectiveMs
        ? effectiveMs > other.effectiveMs
        : version > other.version;
  }
}
