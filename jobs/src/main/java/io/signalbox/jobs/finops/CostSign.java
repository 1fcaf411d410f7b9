// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.finops;

import io.signalbox.schemas.finops.CostEpisode;
import org.jspecify.annotations.Nullable;

/**
 * What is told of a subject of costs: that a service made calls, or that its cost is unusual.
 *
 * @param subject whose cost, as a text
 * @param foundMs event time at which it was found, epoch milliseconds
 * @param environment deployment environment of the service, or empty
 * @param service that made calls, or empty
 * @param calls how many in that minute
 * @param episode a revision, or null
 */
public record CostSign(
    String subject,
    long foundMs,
    String environment,
    String service,
    long calls,
    @Nullable CostEpisode episode) {
  /** That a cost is unusual. */
  static CostSign of(long foundMs, CostEpisode episode) {
    return new CostSign(episode.subject().text(), foundMs, "", "", 0, episode);
  }
}
