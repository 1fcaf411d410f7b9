// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.telemetry;

import io.signalbox.simulator.world.Dice;

/** One request on its way through the services: its trace, its dice and on whose behalf it is. */
final class Trip {
  private static final String[] TENANTS = {"acme", "globex", "initech", "umbrella"};
  private static final String[] TEAMS = {"storefront", "growth", "care"};

  private static final long CONTEXT = 120_000;

  private final Dice dice;
  private final long traceHigh;
  private final long traceLow;
  private final String feature;
  private final String tenant;
  private final String team;
  private long history;

  Trip(Dice dice, String feature) {
    this.dice = dice;
    this.feature = feature;
    this.traceHigh = dice.any();
    this.traceLow = newId();
    int first = dice.below(TENANTS.length);
    this.tenant = TENANTS[Math.min(first, dice.below(TENANTS.length))];
    this.team = TEAMS[dice.below(TEAMS.length)];
  }

  Dice dice() {
    return dice;
  }

  long traceHigh() {
    return traceHigh;
  }

  long traceLow() {
    return traceLow;
  }

  /** The case that an agent works on. */
  String run() {
    return "case-" + Long.toHexString(traceLow);
  }

  String feature() {
    return feature;
  }

  String tenant() {
    return tenant;
  }

  String team() {
    return team;
  }

  /** Tokens of earlier turns that a model has to read again. */
  long history() {
    return history;
  }

  void remember(long tokens) {
    history = Math.min(CONTEXT, history + tokens);
  }

  /** An id that is not zero. */
  long newId() {
    return dice.any() | 1;
  }
}
