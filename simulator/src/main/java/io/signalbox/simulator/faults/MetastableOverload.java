// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.faults;

import io.signalbox.simulator.world.Origin;
import io.signalbox.simulator.world.Pod;
import io.signalbox.simulator.world.Service;
import io.signalbox.simulator.world.World;
import java.util.SortedSet;

/**
 * A service has room for 1.7 times its usual load. Within a minute and a half up to 2.6 times as
 * much comes in, for a fifth of the window: requests queue, callers give up and call again, and
 * that keeps the queue full when the spike is long over. Only shedding the queue at the end of the
 * window helps.
 */
final class MetastableOverload extends Fault {
  private static final double SPIKE = 2.6;
  private static final long RISES = 30 * Origin.SECOND;
  private static final double ROOM = 1.7;
  private static final int SPIKE_PART = 5;
  private static final double LONGEST_WAIT = 4;
  private static final double OUT_OF_ORDER = 4;
  private static final double SECONDS = 1.0 / Origin.SECOND;

  private final Service service;
  private long first;
  private long last;
  private double usualArrivals;
  private double waiting;

  MetastableOverload(Window window, Service service) {
    super(window, service.name());
    this.service = service;
  }

  @Override
  public SortedSet<String> victims(World world) {
    return world.dependentsOf(node(), false);
  }

  @Override
  public double load(long at) {
    long into = at - window().from();
    boolean spike = into >= 0 && into < window().length() / SPIKE_PART;
    return spike ? 1 + (SPIKE - 1) * Math.min(1, into / (double) RISES) : 1;
  }

  /**
   * Counts what is usual until the window begins; from then on it is a queue that drains. The calls
   * of one request are told before the next request, so that time goes back by seconds: what an
   * empty queue could have drained meanwhile counts for those that are told after it.
   */
  @Override
  public void arrives(Pod pod, long at) {
    if (pod.service() != service) {
      return;
    }
    if (at < window().from()) {
      first = first == 0 ? at : first;
      usualArrivals++;
    } else {
      double drained = capacity() * Math.max(0, at - last) * SECONDS;
      double most = LONGEST_WAIT * capacity();
      double spare = OUT_OF_ORDER * capacity();
      waiting = Math.min(most, Math.max(-spare, waiting - drained) + 1);
    }
    last = Math.max(last, at);
  }

  @Override
  public double extraWorkMs(Pod pod, long at) {
    boolean here = pod.service() == service && window().holds(at);
    return here ? 1e3 * Math.max(0, waiting) / capacity() : 0;
  }

  /** Requests it can answer in a second. */
  private double capacity() {
    double seconds = Math.max(1, (window().from() - first) * SECONDS);
    return Math.max(1, ROOM * usualArrivals / seconds);
  }
}
