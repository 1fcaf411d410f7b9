// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator;

import io.signalbox.simulator.faults.Faults;
import io.signalbox.simulator.telemetry.Tracer;
import io.signalbox.simulator.world.Dice;
import io.signalbox.simulator.world.LoadCurve;
import io.signalbox.simulator.world.Origin;
import io.signalbox.simulator.world.World;
import io.signalbox.simulator.world.World.Entrance;
import java.util.List;

/** Requests that come in as a Poisson process whose rate follows the hour of the day. */
final class Arrivals {
  private final World world;
  private final Tracer tracer;
  private final Faults faults;
  private final double rate;
  private final Dice gaps;
  private final double[] weights;
  private long next;
  private long count;

  Arrivals(World world, double rate, Faults faults, Tracer tracer) {
    this.world = world;
    this.faults = faults;
    this.tracer = tracer;
    this.rate = rate;
    this.gaps = Dice.of(world.origin().seed(), "world", "arrivals");
    this.weights = cumulative(world.entrances());
    this.next = world.origin().startNs();
    waitFrom(next);
  }

  /** When the next request comes in, epoch nanoseconds. */
  long next() {
    return next;
  }

  /** Lets it come in. */
  void take() {
    Dice dice = Dice.of(world.origin().seed(), "request", count++);
    Entrance entrance = world.entrances().get(pick(dice));
    long at = next;
    waitFrom(at);
    tracer.arrive(entrance.operation(), entrance.feature(), dice, at);
  }

  private void waitFrom(long from) {
    double seconds = gaps.gap(1 / (rate * LoadCurve.at(from) * faults.load(from)));
    next = from + (long) (seconds * Origin.SECOND);
  }

  private int pick(Dice dice) {
    double thrown = dice.unit() * weights[weights.length - 1];
    int low = 0;
    int high = weights.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (weights[middle] > thrown) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private static double[] cumulative(List<Entrance> entrances) {
    double[] sums = new double[entrances.size()];
    double sum = 0;
    for (int i = 0; i < sums.length; i++) {
      sum += entrances.get(i).weight();
      sums[i] = sum;
    }
    return sums;
  }
}
