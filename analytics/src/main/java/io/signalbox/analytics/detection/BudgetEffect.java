// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What feedback makes of the alarm budget of a series, and why.
 *
 * @param series the subject of its episodes, or null for every series without an effect of its own
 * @param multiplier of the budget, a power of two from {@link FeedbackLog#LEAST} to {@link
 *     FeedbackLog#MOST}; 1 changes nothing
 * @param confirmed statements that raise it
 * @param normal statements that lower it
 * @param because the ids of all of them, sorted
 */
public record BudgetEffect(
    @Nullable String series, double multiplier, int confirmed, int normal, List<String> because) {
  private static final int NAMED = 3;

  /** The multiplier, 1 where nothing was said. */
  static double multiplierOf(@Nullable BudgetEffect effect) {
    return effect == null ? 1 : effect.multiplier();
  }

  /** An episode that says by which feedback it was judged. */
  static Episode explain(Episode episode, @Nullable BudgetEffect effect) {
    return effect == null ? episode : episode.withReason(episode.reason() + "; " + effect.text());
  }

  /** The effect for a person, such as {@code alarm budget 1/8 by feedback a, b}. */
  public String text() {
    long factor = (long) (multiplier < 1 ? 1 / multiplier : multiplier);
    String names = because.stream().limit(NAMED).collect(Collectors.joining(", "));
    int more = because.size() - NAMED;
    return "alarm budget "
        + (multiplier < 1 ? "1/" : "x")
        + factor
        + " by feedback "
        + names
        + (more > 0 ? " and " + more + " more" : "");
  }
}
