// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.telemetry;

import io.signalbox.simulator.faults.Faults;
import io.signalbox.simulator.world.Dice;
import io.signalbox.simulator.world.Habits;
import io.signalbox.simulator.world.LoadCurve;
import io.signalbox.simulator.world.Origin;
import io.signalbox.simulator.world.Pod;
import io.signalbox.simulator.world.Tally;

/** What can be read off one pod at a scrape, moved on from scrape to scrape. */
final class Gauges {
  private static final double BACKGROUND_MS = 6;
  private static final int SHADES = 3;
  private static final double CPU_PER_REQUEST = 0.006;
  private static final double INERTIA = 0.9;
  private static final int POOL = 20;

  private final Pod pod;
  private final Dice dice;
  private final double idleCpu;
  private long lastAt;
  private long lastRequests;
  private long fresh;
  private double drift;
  private double burnt;
  private double concurrency;

  Gauges(Pod pod, Dice dice) {
    this.pod = pod;
    this.dice = dice;
    this.idleCpu = 0.02 + 0.03 * dice.unit();
  }

  Pod pod() {
    return pod;
  }

  Dice dice() {
    return dice;
  }

  /** Moves on to that time. */
  void advance(Faults faults, long at) {
    Tally tally = pod.tally();
    double seconds = Meter.EVERY / (double) Origin.SECOND;
    answerBackground(faults, tally, seconds, at);
    long requests = tally.good() + tally.bad();
    fresh = requests >= lastRequests ? requests - lastRequests : requests;
    lastRequests = requests;
    lastAt = at;
    drift = INERTIA * drift + (1 - INERTIA) * dice.normal();
    concurrency = tally.takeBusyNs() / (double) Meter.EVERY;
    burnt = faults.extraCpu(pod, at);
    boolean pressed = pod.isShortOfMemory(at);
    int pauses = dice.poisson(0.4 + fresh / 60.0 + (pressed ? 25 : 0));
    tally.paused(pauses, pauses * dice.around(0.002, 0.3));
  }

  private void answerBackground(Faults faults, Tally tally, double seconds, long at) {
    Habits habits = pod.service().habits();
    double background = habits.background();
    if (background == 0) {
      return;
    }
    int requests = dice.poisson(background * seconds * LoadCurve.at(at));
    double slower = faults.extraWorkMs(pod, at);
    int bad =
        Math.min(requests, dice.poisson(requests * (habits.errors() + faults.errorShare(pod, at))));
    tally.answered((long) ((BACKGROUND_MS + slower) * Origin.MILLI), true, bad);
    int good = requests - bad;
    for (int i = SHADES; i > 0; i--) {
      int part = good / i;
      double ms = dice.around(BACKGROUND_MS, 0.5) + slower;
      tally.answered((long) (ms * Origin.MILLI), false, part);
      good -= part;
    }
  }

  /** When this pod was read before, or when its container started, whichever is later. */
  long since() {
    return Math.max(lastAt - Meter.EVERY, pod.startedAt());
  }

  double cpu() {
    double load = fresh * CPU_PER_REQUEST * Origin.SECOND / Meter.EVERY;
    double collecting = pod.isShortOfMemory(lastAt) ? 0.4 : 0;
    return Math.max(0.001, idleCpu * (1 + 0.5 * drift) + load + collecting + burnt);
  }

  long memory() {
    double noise = 1 + 0.02 * drift;
    return (long) Math.min(Pod.MEMORY_LIMIT, pod.memory(lastAt) * noise + concurrency * 2e6);
  }

  double uptime() {
    return (lastAt - pod.startedAt()) / (double) Origin.SECOND;
  }

  long queue() {
    return dice.poisson(0.3 * concurrency);
  }

  long pool() {
    return Math.min(POOL, dice.poisson(1 + concurrency));
  }

  long bytesReceived() {
    return 4_000 + (long) (fresh * 1_800 * (1 + 0.1 * drift));
  }

  long threads() {
    return 18 + pod.slot() + Math.min(200, (long) (2 * concurrency)) + dice.below(2);
  }

  long openFiles() {
    return 64 + Math.min(400, (long) (3 * concurrency)) + dice.below(4);
  }
}
