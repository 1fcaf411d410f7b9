// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.outcomes;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Decides which of all deliveries of an outcome counts: the highest revision, and of two that
 * contradict each other under one revision always the same. So the order of arrival is forgotten.
 */
public final class LatestOutcome {
  private LatestOutcome() {}

  /**
   * The one of two that counts.
   *
   * @param before the one that counted so far, or null
   * @param contradicted told of the one that is refused, where they contradict each other
   */
  public static Outcome of(Outcome next, @Nullable Outcome before, Consumer<Outcome> contradicted) {
    if (before == null) {
      return next;
    }
    if (next.revision() != before.revision()) {
      return next.revision() > before.revision() ? next : before;
    }
    int order = next.content().compareTo(before.content());
    if (order == 0) {
      return before;
    }
    contradicted.accept(order > 0 ? before : next);
    return order > 0 ? next : before;
  }
}
