// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.detection.EpisodeKind;
import java.util.Locale;

/** What each kind of evidence is worth, and how much of it a failing callee explains away. */
final class Weight {
  private Weight() {}

  /** Evidence that those who call a node notice. */
  static boolean isFelt(EpisodeKind kind) {
    return switch (kind) {
      case ERRORS, DURATION, COHORT, SILENCE, EDGE_ERRORS, EDGE_WIRE, QUALITY -> true;
      case METRIC, RATE, LOGS, SERVICE, COST -> false;
    };
  }

  /** Evidence about the way between two nodes. */
  static boolean isOfEdge(EpisodeKind kind) {
    return kind == EpisodeKind.EDGE_ERRORS || kind == EpisodeKind.EDGE_WIRE;
  }

  /** Worth of an episode of full strength. */
  static double of(EpisodeKind kind) {
    return switch (kind) {
      case COHORT -> 3;
      case SILENCE -> 2.5;
      case ERRORS, EDGE_ERRORS, QUALITY -> 1.5;
      case EDGE_WIRE -> 1.2;
      case DURATION -> 1;
      case METRIC -> 0.7;
      case SERVICE, LOGS, COST -> 0.4;
      case RATE -> 0.1;
    };
  }

  /** Evidence that is none, and that from which more says no more, nats. */
  private static final double NO_EVIDENCE = 4;

  private static final double FULL_EVIDENCE = 12;

  /**
   * A value that so many times exceeds what was expected, or falls short of it, has full effect.
   */
  private static final double MANY_TIMES = 8;

  private static final double FULL_EFFECT = StrictMath.log(MANY_TIMES);

  /**
   * Beyond this ratio one of the two is next to nothing, and the ratio tells no more. Not so with
   * time: counts often leave zero, but nobody waits a quarter of a second where it took nothing.
   */
  private static final double UNTOLD = 500;

  private static final double FROM_NOTHING = 0.5;
  private static final double LEAST_EFFECT = 0.05;

  /** Worth of what falls, where what rises has full worth. */
  private static final double FALLEN = 0.25;

  /** Strength of an episode, 0..1: how sure it is, and how far from usual in its own measure. */
  static double strength(Episode episode) {
    double nats = -StrictMath.log(Math.max(episode.pValue(), 1e-300));
    double sure = (nats - NO_EVIDENCE) / (FULL_EVIDENCE - NO_EVIDENCE);
    return Math.max(0, Math.min(1, sure)) * effect(episode);
  }

  private static double effect(Episode episode) {
    return switch (episode.kind()) {
      case DURATION, EDGE_WIRE -> effect(episode, Double.MAX_VALUE);
      case METRIC, RATE, COST -> effect(episode, UNTOLD);
      default -> 1;
    };
  }

  /** By the ratio, so that no unit matters. */
  private static double effect(Episode episode, double untold) {
    double value = episode.value();
    double expected = episode.expected();
    double larger = Math.max(Math.abs(value), Math.abs(expected));
    double smaller = Math.min(Math.abs(value), Math.abs(expected));
    boolean opposed = value * expected <= 0;
    if (opposed || larger > untold * smaller) {
      return FROM_NOTHING;
    }
    double times = StrictMath.log(larger / smaller);
    return Math.max(LEAST_EFFECT, Math.min(1, times / FULL_EFFECT));
  }

  /**
   * What falls inside a node is mostly what it was not asked for any more. Memory is not given back
   * for that, but by a restart.
   */
  static double ofDirection(Episode episode) {
    boolean falls = episode.value() < episode.expected();
    if (episode.kind() == EpisodeKind.COST) {
      return falls ? FALLEN : 1;
    }
    if (episode.kind() != EpisodeKind.METRIC || !falls) {
      return 1;
    }
    String name = SeriesName.of(episode.subject()).name().toLowerCase(Locale.ROOT);
    return name.contains("memory") || name.contains("heap") || name.contains("rss") ? 0.7 : FALLEN;
  }

  /** Fewer requests than usual. */
  static boolean isLessLoad(Episode episode) {
    return episode.kind() == EpisodeKind.RATE && episode.value() < episode.expected();
  }

  /** So large that even a metric whose meaning is only read from its name may wake a person. */
  static boolean isLarge(Episode episode) {
    return switch (episode.kind()) {
      case ERRORS, EDGE_ERRORS -> episode.value() - episode.expected() >= 0.05;
      case DURATION, EDGE_WIRE -> episode.value() >= 3 * episode.expected();
      default -> true;
    };
  }

  /** Eight times as long as usual: no one looks for the reason to call that slow. */
  static boolean isManyTimes(Episode episode) {
    return switch (episode.kind()) {
      case DURATION, EDGE_WIRE -> episode.value() >= MANY_TIMES * episode.expected();
      default -> false;
    };
  }

  /** The share of such evidence that trouble in a callee can account for, 0..1. */
  static double explainable(EpisodeKind kind) {
    return switch (kind) {
      case ERRORS, DURATION, RATE, EDGE_ERRORS, EDGE_WIRE -> 1;
      case LOGS -> 0.8;
      case METRIC, SERVICE, QUALITY, COST -> 0.4;
      case COHORT -> 0.2;
      case SILENCE -> 0;
    };
  }

  /**
   * Large enough to trouble a person, however improbable: one request in a hundred, half as long,
   * one answer in twenty.
   */
  static boolean isMaterial(Episode episode) {
    return switch (episode.kind()) {
      case ERRORS, EDGE_ERRORS, COHORT -> episode.value() - episode.expected() >= 0.01;
      case DURATION, EDGE_WIRE -> episode.value() >= 1.5 * episode.expected();
      case SILENCE -> true;
      case QUALITY -> Math.abs(episode.value() - episode.expected()) >= 0.05;
      case METRIC, RATE, LOGS, SERVICE, COST -> false;
    };
  }
}
