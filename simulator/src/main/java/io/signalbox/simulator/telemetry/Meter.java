// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.telemetry;

import io.signalbox.simulator.faults.Faults;
import io.signalbox.simulator.world.Dice;
import io.signalbox.simulator.world.Origin;
import io.signalbox.simulator.world.Pod;
import io.signalbox.simulator.world.Service;
import io.signalbox.simulator.world.Shop;
import io.signalbox.simulator.world.Tally;
import io.signalbox.simulator.world.World;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads every pod's metrics each ten seconds, each pod at a moment of its own. */
public final class Meter {
  /** Time between two readings of a pod, nanoseconds. */
  public static final long EVERY = 10 * Origin.SECOND;

  private static final double MURMUR_CHANCE = 0.05;
  private static final double[] BOUNDS = Tally.bounds();
  private static final double[] QUANTILES = {0, 0.5, 1};

  private final Faults faults;
  private final Collector collector;
  private final Scribe scribe;
  private final MetricWriter writer = new MetricWriter();
  private final List<Turn> turns = new ArrayList<>();
  private long round;
  private int next;

  /** Makes a meter that exports to the Collector. */
  public Meter(World world, Faults faults, Collector collector, Scribe scribe) {
    this.faults = faults;
    this.collector = collector;
    this.scribe = scribe;
    long seed = world.origin().seed();
    for (Service service : world.services()) {
      for (Pod pod : service.pods()) {
        Dice dice = Dice.of(seed, service.name(), "metrics-" + pod.slot());
        long phase = (dice.any() >>> 1) % EVERY;
        turns.add(new Turn(world.origin().startNs() + phase, new Gauges(pod, dice)));
      }
    }
    turns.sort(Comparator.comparingLong(Turn::first));
  }

  /** When the next pod is to be read, epoch nanoseconds. */
  public long next() {
    return turns.get(next).first + round * EVERY;
  }

  /** Reads that pod. */
  public void read() {
    long at = next();
    Gauges gauges = turns.get(next).gauges;
    if (++next == turns.size()) {
      next = 0;
      round++;
    }
    Pod pod = gauges.pod();
    if (pod.isUp(at) && !faults.mutes(pod.service().name(), at)) {
      gauges.advance(faults, at);
      scrape(gauges, pod, at);
      long delay = (gauges.dice().any() >>> 1) % Collector.LONGEST_DELAY;
      collector.take(at + delay, pod.resource(), writer.toBytes(), writer.points());
      if (gauges.dice().chance(MURMUR_CHANCE)) {
        scribe.murmur(pod, gauges.dice(), at);
      }
    }
  }

  private void scrape(Gauges gauges, Pod pod, long at) {
    Tally tally = pod.tally();
    long shift = faults.clockShift(pod.host(), at);
    writer.scrape(pod.startedAt() + shift, at + shift);
    writer.gauge("k8s.pod.cpu.usage", "{cpu}", gauges.cpu());
    writer.gauge("k8s.pod.memory.working_set", "By", gauges.memory());
    writer.gauge("k8s.container.restarts", "{restart}", (long) pod.restarts());
    writer.gauge("process.uptime", "s", gauges.uptime());
    writer.gauge("app.queue.length", "{request}", gauges.queue());
    writer.counter("app.requests", "{request}", tally.good(), "outcome", "ok");
    writer.counter("app.requests", "{request}", tally.bad(), "outcome", "error");
    writer.upDown("process.thread.count", "{thread}", gauges.threads(), "", "");
    writer.upDown("process.open_file_descriptor.count", "{count}", gauges.openFiles(), "", "");
    if (!faults.vitals()) {
      writer.upDown("db.client.connection.count", "{connection}", gauges.pool(), "state", "used");
    }
    long received = gauges.bytesReceived();
    writer.delta("k8s.pod.network.io", "By", gauges.since(), received, "direction", "receive");
    writer.histogram(
        "http.server.request.duration", "s", BOUNDS, tally.durations(), tally.durationSum());
    writer.exponential(
        "http.server.request.body.size", "By", Tally.SIZE_SCALE, tally.sizes(), tally.sizeSum());
    pauses(gauges, tally);
    if (pod.service().name().equals(Shop.ASSISTANT)) {
      tokens("input", tally.inputTokens());
      tokens("output", tally.outputTokens());
    }
  }

  private void pauses(Gauges gauges, Tally tally) {
    double mean = tally.pauses() == 0 ? 0 : tally.pauseSum() / tally.pauses();
    double[] values = {mean / 4, mean * 0.9, mean * (2 + gauges.dice().unit())};
    writer.summary(
        "runtime_gc_duration_seconds", tally.pauses(), tally.pauseSum(), QUANTILES, values);
  }

  private void tokens(String direction, long count) {
    writer.counter(
        "gen_ai.client.inference.usage." + direction + "_tokens", "{token}", count, "", "");
  }

  private record Turn(long first, Gauges gauges) {}
}
