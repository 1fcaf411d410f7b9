// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import java.util.List;

/**
 * Says when a part of an incident is an event of its own. Calls that suffer come and go, and with
 * them what joins a victim to its cause; so what began together stays together, unless a part
 * speaks for itself or calls tell that it has nothing to do with the rest.
 */
final class Parting {
  private final Scene scene;
  private final long slackMs;
  private final long nowMs;

  Parting(Scene scene, CorrelationSettings settings, long nowMs) {
    this.scene = scene;
    this.slackMs = settings.slack().toMillis();
    this.nowMs = nowMs;
  }

  /**
   * True when nothing holds a part to the rest; what nobody feels never belongs to it by itself.
   */
  boolean isApart(Group part, Group rest) {
    List<SceneNode> roots = nodes(part);
    return part.episodes().stream().noneMatch(episode -> Weight.isFelt(episode.kind()))
        || Math.abs(part.onsetMs() - rest.onsetMs()) > slackMs
        || roots.stream().anyMatch(SceneNode::isSelfEvident)
        || roots.stream()
            .anyMatch(root -> nodes(rest).stream().anyMatch(other -> areBelied(root, other)));
  }

  private List<SceneNode> nodes(Group group) {
    return group.roots().stream().map(scene::node).toList();
  }

  private boolean areBelied(SceneNode one, SceneNode other) {
    return CallsToCome.belie(scene.topology, one, other, nowMs)
        || CallsToCome.belie(scene.topology, other, one, nowMs);
  }
}
