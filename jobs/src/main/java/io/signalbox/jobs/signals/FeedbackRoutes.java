// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.signals;

import io.signalbox.analytics.detection.Feedback;
import io.signalbox.analytics.signals.DeadLetter;
import io.signalbox.analytics.signals.DeadLetterReason;
import io.signalbox.schemas.signals.SignalBatch;
import io.signalbox.schemas.topics.Topics;
import java.time.Instant;
import java.util.List;

/** Where a statement about alarms goes. */
final class FeedbackRoutes {
  /** Partition and offset of a statement are not known any more where it is found to be late. */
  private static final int UNKNOWN = -1;

  private FeedbackRoutes() {}

  /** One batch for each instance of the service that may have the series. */
  static List<SignalBatch> toInstances(Feedback said, SignalBatch batch) {
    return said.instances().stream()
        .map(
            instance ->
                new SignalBatch(
                    batch.kind(),
                    batch.environment(),
                    batch.service(),
                    instance,
                    batch.tickMs(),
                    batch.latestMs(),
                    batch.count(),
                    batch.payload()))
        .toList();
  }

  /** The dead letter of a statement that would change what was judged already. */
  static DeadLetter letter(Feedback said, SignalBatch batch, long watermarkMs) {
    return new DeadLetter(
        DeadLetterReason.TOO_LATE,
        "feedback "
            + said.id()
            + ": holds from "
            + said.effectiveAt()
            + ", but event time is "
            + Instant.ofEpochMilli(watermarkMs),
        Topics.FEEDBACK.name(),
        UNKNOWN,
        UNKNOWN,
        said.service(),
        batch.payload());
  }
}
