// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import io.signalbox.patterns.catalogue.TableForm;
import io.signalbox.patterns.symptoms.SymptomTableFile;
import io.signalbox.schemas.topics.Topics;
import io.signalbox.testbed.stories.TimedRule;
import java.time.Instant;
import java.util.List;

/** Rules that find something in any world: services that live. */
final class LiveRuleSamples {
  private static final String ID = "heartbeats";
  private static final String HEARTBEAT = "{symptom: heartbeat, presence: telemetry, per: service";

  private LiveRuleSamples() {}

  /**
   * A table that tells heartbeats more rarely, a pattern of two heartbeats, and one of three. The
   * table comes first: the job that reads telemetry is ahead of the one that matches.
   *
   * @param start when the world begins
   */
  static List<TimedRule> rules(Instant start) {
    return List.of(
        table(start.plusSeconds(120), start.plusSeconds(600)),
        pattern(1, 2, start.plusSeconds(120), start.plusSeconds(480)),
        pattern(2, 3, start.plusSeconds(630), start.plusSeconds(900)));
  }

  private static TimedRule pattern(int version, int times, Instant sendAt, Instant effectiveAt) {
    String text =
        """
        apiVersion: signalbox/v1
        kind: FailurePattern
        metadata: {id: %s, version: %d, effectiveAt: %s}
        spec:
          key: service
          within: 10m
          sequence:
            - {stage: beat, times: %d, where: e.type == "symptom.heartbeat"}
          emit: {title: "{service} lives", confidence: 0.5}
        """
            .formatted(ID, version, effectiveAt, times);
    return new TimedRule(
        ID,
        version,
        text,
        Topics.PATTERN_RULES,
        Topics.PATTERN_VERDICTS,
        1,
        "Match patterns",
        sendAt);
  }

  private static TimedRule table(Instant sendAt, Instant effectiveAt) {
    String text =
        SymptomTableFile.shipped()
            .replaceFirst("(?m)^version: .*$", "version: 1000\neffectiveAt: " + effectiveAt)
            .replace(HEARTBEAT + "}", HEARTBEAT + ", refractory: 90s}");
    return new TimedRule(
        TableForm.ID,
        1000,
        text,
        Topics.SYMPTOM_RULES,
        Topics.SYMPTOM_VERDICTS,
        0,
        "Read symptoms",
        sendAt);
  }
}
