// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import io.signalbox.analytics.detection.Episode;
import java.util.List;

/** How bad an event is: who feels it and how much of their requests fail. */
final class Severity {
  private static final List<String> ORDER = List.of("minor", "major", "critical");
  private static final double MANY = 0.2;
  private static final double SOME = 0.05;
  private static final int MANY_VICTIMS = 3;
  private static final double MUCH_SLOWER = 3;

  private final Scene scene;
  private final Group group;

  private Severity(Scene scene, Group group) {
    this.scene = scene;
    this.group = group;
  }

  /** {@code critical}, {@code major} or {@code minor}. */
  static String of(Scene scene, Group group, int victims) {
    Severity severity = new Severity(scene, group);
    boolean entry = severity.reachesEntry();
    boolean silent = severity.hasSilence();
    double failing = severity.worstShare();
    if ((entry && failing >= MANY) || (silent && victims > 0)) {
      return "critical";
    }
    boolean slow = entry && severity.slowest() >= MUCH_SLOWER;
    return failing >= SOME || silent || slow || victims >= MANY_VICTIMS ? "major" : "minor";
  }

  /** True when one is not as bad as another. */
  static boolean isLess(String one, String other) {
    return ORDER.indexOf(one) < ORDER.indexOf(other);
  }

  /** The worse of two. */
  static String worse(String one, String other) {
    return ORDER.indexOf(one) >= ORDER.indexOf(other) ? one : other;
  }

  /** True when it is felt by a node that no one in the graph calls: where users come in. */
  private boolean reachesEntry() {
    return group.involved().stream()
        .anyMatch(node -> scene.topology.callerCount(node) == 0 && scene.topology.isCaller(node));
  }

  private boolean hasSilence() {
    return group.roots().stream()
        .map(scene::node)
        .flatMap(node -> node.felt.stream())
        .anyMatch(
            episode ->
                switch (episode.kind()) {
                  case SILENCE -> scene.topology.callerCount(episode.service()) > 0;
                  default -> false;
                });
  }

  private double worstShare() {
    double worst = 0;
    for (Episode episode : group.episodes()) {
      switch (episode.kind()) {
        case ERRORS, EDGE_ERRORS, COHORT -> worst = Math.max(worst, episode.value());
        default -> {}
      }
    }
    return worst;
  }

  private double slowest() {
    double most = 1;
    for (Episode episode : group.episodes()) {
      switch (episode.kind()) {
        case DURATION, EDGE_WIRE ->
            most = Math.max(most, episode.value() / Math.max(1, episode.expected()));
        default -> {}
      }
    }
    return most;
  }
}
