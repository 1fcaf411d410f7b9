// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.catalogue;

import java.time.Instant;

/** Rules as somebody would write them. */
final class RuleSamples {
  static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  private RuleSamples() {}

  static Instant at(int minute) {
    return START.plusSeconds(60L * minute);
  }

  static long ms(int minute) {
    return at(minute).toEpochMilli();
  }

  /** Fires on two events of a type within ten minutes. */
  static String twice(String id, int version, int minute, String type) {
    return """
        apiVersion: signalbox/v1
        kind: FailurePattern
        metadata: {id: %s, version: %d, effectiveAt: %s}
        spec:
          key: service
          within: 10m
          sequence:
            - {stage: first, where: e.type == "%s"}
            - {stage: second, where: e.type == "%s"}
          emit: {title: "{service} twice", confidence: 0.5}
        """
        .formatted(id, version, at(minute), type, type);
  }

  static String removal(String id, int version, int minute) {
    return """
        apiVersion: signalbox/v1
        kind: FailurePatternRemoval
        metadata: {id: %s, version: %d, effectiveAt: %s}
        """
        .formatted(id, version, at(minute));
  }
}
