// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.detection;

import io.signalbox.analytics.quality.AnswerReading;
import io.signalbox.analytics.signals.Change;
import io.signalbox.analytics.signals.GenAiEvent;
import io.signalbox.schemas.signals.SignalBatch;

/**
 * A model that has answered a service, or the announcement that another will.
 *
 * @param foundMs event time at which it was found: the record's timestamp, epoch milliseconds
 * @param environment deployment environment, empty when none is stated
 * @param service who asked
 * @param model that answered; empty for an announcement
 * @param announcedMs when an announced change took effect, epoch milliseconds; 0 for an answer
 */
public record ModelSighting(
    long foundMs, String environment, String service, String model, long announcedMs) {
  static ModelSighting of(long foundMs, GenAiEvent answer) {
    return new ModelSighting(
        foundMs, answer.environment(), answer.service(), AnswerReading.model(answer), 0);
  }

  static ModelSighting of(long foundMs, Change change) {
    return new ModelSighting(
        foundMs, change.environment(), change.service(), "", change.at().toEpochMilli());
  }

  String key() {
    return SignalBatch.keyOf(environment, service, "");
  }
}
