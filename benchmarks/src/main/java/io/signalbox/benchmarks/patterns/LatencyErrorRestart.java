// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.patterns;

import io.signalbox.patterns.reading.PatternTexts;
import java.util.List;

/** The story that all engines match: slow, then failing, then restarted, within five minutes. */
final class LatencyErrorRestart {
  /** Types of events by stage. */
  static final List<String> TYPES =
      List.of("symptom.throttled", "symptom.connection_error", "symptom.restart");

  /** Greatest time from the first event to the last, milliseconds. */
  static final long WITHIN_MS = 300_000;

  /** The story as a rule. */
  static final String TEXT = text("latency-error-restart", "");

  /**
   * Another one of the same types that is accepted while the jobs run and never takes effect: live
   * rules are on.
   */
  static final String LATER = text("later", ", effectiveAt: 2100-01-01T00:00:00Z");

  private LatencyErrorRestart() {}

  private static String text(String id, String more) {
    return """
        apiVersion: signalbox/v1
        kind: FailurePattern
        metadata: {id: %s, version: 1%s}
        spec:
          key: service
          skip: NO_SKIP
          within: 5m
          bound: 10000
          sequence:
            - {stage: slow, where: e.type == "%s"}
            - {stage: failing, where: e.type == "%s"}
            - {stage: restarted, where: e.type == "%s"}
          emit: {title: "{service} restarted", confidence: 0.5}
        """
        .formatted(id, more, TYPES.get(0), TYPES.get(1), TYPES.get(2));
  }

  /** The story, compiled where it is matched. */
  static PatternTexts source() {
    return new PatternTexts(List.of(TEXT));
  }
}
