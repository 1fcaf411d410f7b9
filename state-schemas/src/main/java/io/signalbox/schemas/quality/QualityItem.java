// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.quality;

import io.signalbox.analytics.quality.Observation;
import io.signalbox.analytics.signals.Change;
import io.signalbox.schemas.signals.SignalBatch;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is folded with the answers of a service; one of the two parts is there.
 *
 * @param foundMs event time at which it was found: the record's timestamp, epoch milliseconds
 * @param observation what is known of an answer
 * @param change what was changed about the service
 */
public record QualityItem(
    long foundMs, @Nullable Observation observation, @Nullable Change change) {
  /** The item of what is known of an answer. */
  public static QualityItem of(long foundMs, Observation seen) {
    return new QualityItem(foundMs, seen, null);
  }

  /** The item of a change. */
  public static QualityItem of(long foundMs, Change change) {
    return new QualityItem(foundMs, null, change);
  }

  /** The service, in its environment. */
  public String key() {
    if (observation != null) {
      return SignalBatch.keyOf(
          observation.answer().environment(), observation.answer().service(), "");
    }
    return change == null ? "" : SignalBatch.keyOf(change.environment(), change.service(), "");
  }
}
