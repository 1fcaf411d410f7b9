// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Opens and closes the episode of one value of one attribute, over all operations. */
final class CohortGate {
  private static final GateSettings SETTINGS = new GateSettings(CohortWatch.OPEN_BELOW, 1, 1e-2, 3);

  private final EpisodeGate gate = new EpisodeGate();
  private String subject;
  private String operation = "";

  CohortGate(String subject) {
    this.subject = subject;
  }

  String subject() {
    return subject;
  }

  boolean isCalm() {
    return gate.startedAtMs == 0;
  }

  /**
   * Takes in the worst comparison of the cohort.
   *
   * @param worst null when it could not be compared in any operation
   * @param pValue corrected, 0..1
   */
  void step(Judgement look, @Nullable Comparison worst, double pValue) {
    if (worst != null && pValue < gate.worstP) {
      operation = worst.cohort().key().operation();
    }
    Episode revision =
        gate.step(
            look.about(EpisodeKind.COHORT, subject), SETTINGS, observation(look, worst, pValue));
    if (revision != null) {
      look.episodes().accept(revision.withReason(reason(revision)));
    }
  }

  void release(Judgement look) {
    look.release(gate, EpisodeKind.COHORT, subject);
  }

  private static Observation observation(
      Judgement look, @Nullable Comparison worst, double pValue) {
    if (worst == null) {
      return new Observation(look.atMs(), 1, 0, 0, 0, 0, 0);
    }
    double other = worst.otherShare();
    double spread = other * (1 - other) * (1.0 / worst.calls() + 1.0 / worst.otherCalls());
    return new Observation(
        look.atMs(),
        pValue,
        worst.share(),
        other,
        0,
        Math.min(1, other + 3 * Math.sqrt(spread)),
        worst.calls() + worst.otherCalls());
  }

  private String reason(Episode revision) {
    return String.format(
        Locale.ROOT,
        "%s fails in %.1f %% of calls with %s, in %.1f %% of the others at the same time (p %.1e)",
        operation,
        100 * revision.value(),
        subject,
        100 * revision.expected(),
        revision.pValue());
  }

  void walk(Fields fields) {
    subject = fields.text(subject);
    operation = fields.text(operation);
    fields.gate(gate);
  }
}
