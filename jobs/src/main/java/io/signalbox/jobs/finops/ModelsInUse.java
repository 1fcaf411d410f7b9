// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.finops;

import io.signalbox.analytics.finops.LivePrices;
import java.util.HashMap;
import java.util.Map;

/**
 * Which models a task has charges of, and until when, so that not every price that is told makes it
 * look at all of them. After a restart it does not know until it has looked.
 */
final class ModelsInUse {
  private static final int MOST = 100_000;

  private final Map<String, Long> latest = new HashMap<>();
  private boolean complete;

  /** A model was used at a time. */
  void add(String model, long atMs) {
    Long before = latest.get(model);
    if (before != null && before >= atMs) {
      return; // most are: a second is told in no order
    }
    if (latest.size() < MOST) {
      latest.put(model, atMs);
    } else {
      complete = false;
    }
  }

  /** All charges have been added. */
  void complete() {
    complete = latest.size() < MOST;
  }

  /** Whether there may be a charge that a change concerns. */
  boolean mayHold(LivePrices.Change change) {
    if (!complete) {
      return true;
    }
    for (Map.Entry<String, Long> one : latest.entrySet()) {
      if (one.getValue() >= change.fromMs() && isOf(one.getKey(), change)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a usage of a model may have those prices; price lists may name its seller before it.
   */
  static boolean isOf(String model, LivePrices.Change change) {
    String priced = change.model();
    return priced.endsWith(model)
        && (priced.length() == model.length()
            || priced.charAt(priced.length() - model.length() - 1) == '/');
  }
}
