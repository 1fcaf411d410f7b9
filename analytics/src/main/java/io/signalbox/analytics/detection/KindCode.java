// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

/** The number that stands for a kind of episode in stored bytes; never reuse one. */
public final class KindCode {
  private KindCode() {}

  /** The number of a kind. */
  public static byte of(EpisodeKind kind) {
    return switch (kind) {
      case METRIC -> 0;
      case RATE -> 1;
      case ERRORS -> 2;
      case DURATION -> 3;
      case LOGS -> 4;
      case EDGE_ERRORS -> 5;
      case EDGE_WIRE -> 6;
      case COHORT -> 7;
      case SILENCE -> 8;
      case SERVICE -> 9;
      case QUALITY -> 10;
      case COST -> 11;
    };
  }

  /**
   * The kind of a number.
   *
   * @throws IllegalArgumentException when no kind has it
   */
  public static EpisodeKind kind(int code) {
    return switch (code) {
      case 0 -> EpisodeKind.METRIC;
      case 1 -> EpisodeKind.RATE;
      case 2 -> EpisodeKind.ERRORS;
      case 3 -> EpisodeKind.DURATION;
      case 4 -> EpisodeKind.LOGS;
      case 5 -> EpisodeKind.EDGE_ERRORS;
      case 6 -> EpisodeKind.EDGE_WIRE;
      case 7 -> EpisodeKind.COHORT;
      case 8 -> EpisodeKind.SILENCE;
      case 9 -> EpisodeKind.SERVICE;
      case 10 -> EpisodeKind.QUALITY;
      case 11 -> EpisodeKind.COST;
      default -> throw new IllegalArgumentException("unknown kind of episode " + code);
    };
  }
}
