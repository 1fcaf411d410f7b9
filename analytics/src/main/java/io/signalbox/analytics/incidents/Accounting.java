// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import org.jspecify.annotations.Nullable;

/** Whether a link really accounts for the trouble of its victim. */
final class Accounting {
  private final Scene scene;
  private final long slackMs;

  Accounting(Scene scene, long slackMs) {
    this.scene = scene;
    this.slackMs = slackMs;
  }

  /**
   * A cause does not come later than its effect, a cohort or silence is its own explanation, and a
   * caller who floods its callee, or of whom it complains, is not the callee's victim.
   */
  boolean holds(Link link) {
    if (isImposed(link.kind())) {
      return true;
    }
    SceneNode victim = scene.node(link.victim());
    if (victim.isSelfEvident() || isReversed(link)) {
      return false;
    }
    return victim.felt.isEmpty() || link.onsetMs() <= victim.onsetMs() + slackMs;
  }

  /** Who floods or starves this node, or null. */
  @Nullable String imposedBy(String node) {
    for (Link link : scene.accountingFor(node)) {
      if (isImposed(link.kind())) {
        return link.cause();
      }
    }
    return null;
  }

  /** What stands next to each other does not account for one who complains of the other. */
  private boolean isReversed(Link link) {
    boolean seen = link.kind().isOfCalls();
    return scene.accountingFor(link.cause()).stream()
        .filter(back -> back.cause().equals(link.victim()))
        .anyMatch(back -> isImposed(back.kind()) || (!seen && back.kind() == LinkKind.NAMED));
  }

  private static boolean isImposed(LinkKind kind) {
    return kind == LinkKind.STARVED || kind == LinkKind.LOADED;
  }
}
