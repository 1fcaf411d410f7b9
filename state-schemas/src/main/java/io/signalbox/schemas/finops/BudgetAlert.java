// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import io.signalbox.analytics.finops.budgets.BudgetNotice;
import io.signalbox.analytics.finops.budgets.BudgetStatus;
import io.signalbox.analytics.finops.budgets.BurnEpisode;
import io.signalbox.analytics.finops.budgets.Crossing;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something told of a budget: that a threshold was reached, or that it burns too fast. The last
 * record of a threshold in a period holds.
 *
 * @param kind crossed, moved (by another use, or with another sum) or withdrawn of a threshold;
 *     burning or calm of a burn rule
 * @param budget its name
 * @param toldAt event time at which it was told
 * @param percent of the amount, null of a burn rule
 * @param crossedAt time of the use with which so much was spent; null where it is not
 * @param by id of that use
 * @param crossedSpent in the period up to it and with it, in USD, an exact decimal
 * @param beforeAt the same of what was told last, null where nothing was
 * @param beforeBy id of that use
 * @param beforeSpent up to that use, in USD
 * @param cause of the last change: use, revision or price; null of a burn rule
 * @param rate of the burn rule, null of a threshold
 * @param longSeconds its long window
 * @param shortSeconds its short window
 * @param burntFrom second of the first use at which it burnt too fast
 * @param burntTo second of the last one until now
 * @param state how the budget stands, in the period of the threshold, or of the time of telling
 */
public record BudgetAlert(
    String kind,
    String budget,
    Instant toldAt,
    @Nullable Long percent,
    @Nullable Instant crossedAt,
    @Nullable String by,
    @Nullable String crossedSpent,
    @Nullable Instant beforeAt,
    @Nullable String beforeBy,
    @Nullable String beforeSpent,
    @Nullable String cause,
    @Nullable String rate,
    @Nullable Long longSeconds,
    @Nullable Long shortSeconds,
    @Nullable Instant burntFrom,
    @Nullable Instant burntTo,
    BudgetState state) {
  private static final long SECOND = 1000;

  /** What is told of a threshold at a time, epoch milliseconds. */
  public static BudgetAlert of(long foundMs, BudgetNotice notice, BudgetStatus status) {
    Crossing now = notice.crossing();
    Crossing before = notice.before();
    return new BudgetAlert(
        notice.kind().label(),
        notice.budget().name(),
        Instant.ofEpochMilli(foundMs),
        (long) notice.percent(),
        at(now),
        now == null ? null : now.key().id(),
        now == null ? null : TotalsJson.money(now.spent()),
        at(before),
        before == null ? null : before.key().id(),
        before == null ? null : TotalsJson.money(before.spent()),
        notice.cause().label(),
        null,
        null,
        null,
        null,
        null,
        BudgetState.of(status, foundMs));
  }

  /** What is told of an episode at a time, epoch milliseconds. */
  public static BudgetAlert of(
      long foundMs, BurnEpisode episode, boolean over, BudgetStatus status) {
    return new BudgetAlert(
        over ? "calm" : "burning",
        status.budget(),
        Instant.ofEpochMilli(foundMs),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        TotalsJson.money(episode.rule().rate()),
        episode.rule().longMs() / SECOND,
        episode.rule().shortMs() / SECOND,
        Instant.ofEpochMilli(episode.fromMs()),
        Instant.ofEpochMilli(episode.toMs()),
        BudgetState.of(status, foundMs));
  }

  private static @Nullable Instant at(@Nullable Crossing crossing) {
    return crossing == null ? null : Instant.ofEpochMilli(crossing.key().atMs());
  }
}
