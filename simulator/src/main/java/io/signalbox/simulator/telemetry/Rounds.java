// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.telemetry;

import io.signalbox.simulator.faults.Faults;
import io.signalbox.simulator.world.Dice;
import io.signalbox.simulator.world.Host;
import io.signalbox.simulator.world.Peer;
import io.signalbox.simulator.world.Pod;
import io.signalbox.simulator.world.Service;
import io.signalbox.simulator.world.Subject;
import io.signalbox.simulator.world.World;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Reads the vital signs of pods, of the cluster's view of them, of machines and of databases each
 * ten seconds, each at a moment of its own.
 */
public final class Rounds {
  private final Faults faults;
  private final Collector collector;
  private final long startNs;
  private final MetricWriter writer = new MetricWriter();
  private final List<Turn> turns = new ArrayList<>();
  private long round;
  private int next;

  /** Makes rounds that export to the Collector. */
  public Rounds(World world, Faults faults, Collector collector) {
    this.faults = faults;
    this.collector = collector;
    this.startNs = world.origin().startNs();
    long seed = world.origin().seed();
    Wards wards = new Wards(world);
    for (Service service : world.services()) {
      for (Pod pod : service.pods()) {
        String owner = service.name() + "/" + pod.slot();
        add(pod, false, new Chart(wards.ofProcess(pod), Dice.of(seed, owner, "process")));
        add(pod, true, new Chart(wards.ofContainer(pod), Dice.of(seed, owner, "container")));
      }
    }
    for (Host host : world.hosts()) {
      add(host, false, new Chart(Wards.ofHost(host), Dice.of(seed, host.node(), "host")));
    }
    for (Peer peer : world.peers()) {
      add(peer, false, new Chart(Wards.ofPeer(peer), Dice.of(seed, peer.node(), "peer")));
    }
    turns.sort(Comparator.comparingLong(Turn::first));
  }

  /** When the next one is to be read, epoch nanoseconds. */
  public long next() {
    return turns.get(next).first + round * Meter.EVERY;
  }

  /** Reads that one. */
  public void read() {
    long at = next();
    Turn turn = turns.get(next);
    if (++next == turns.size()) {
      next = 0;
      round++;
    }
    if (!faults.mutes(turn.subject.node(), at)) {
      read(turn, at);
    }
  }

  private void read(Turn turn, long at) {
    Chart chart = turn.chart;
    long since = startNs;
    long shift = 0;
    byte[] resource = turn.subject.resource();
    if (turn.subject instanceof Pod pod) {
      if (turn.byCluster) {
        resource = pod.clusterView();
      } else if (!pod.isUp(at)) {
        return;
      } else {
        since = pod.startedAt();
        shift = faults.clockShift(pod.host(), at);
      }
    }
    writer.scrape(since + shift, at + shift);
    chart.read(writer, faults, since, at);
    long delay = (chart.dice().any() >>> 1) % Collector.LONGEST_DELAY;
    collector.take(at + delay, resource, writer.toBytes(), writer.points());
  }

  private void add(Subject subject, boolean byCluster, Chart chart) {
    if (!chart.isEmpty()) {
      long phase = (chart.dice().any() >>> 1) % Meter.EVERY;
      turns.add(new Turn(startNs + phase, subject, byCluster, chart));
    }
  }

  private record Turn(long first, Subject subject, boolean byCluster, Chart chart) {}
}
