// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator;

import io.signalbox.simulator.faults.Fault;
import io.signalbox.simulator.faults.Faults;
import io.signalbox.simulator.hindsight.Hindsight;
import io.signalbox.simulator.output.SignalTopic;
import io.signalbox.simulator.output.SimulationOutput;
import io.signalbox.simulator.telemetry.Announcer;
import io.signalbox.simulator.telemetry.Collector;
import io.signalbox.simulator.telemetry.Meter;
import io.signalbox.simulator.telemetry.Rounds;
import io.signalbox.simulator.telemetry.Scribe;
import io.signalbox.simulator.telemetry.Tracer;
import io.signalbox.simulator.world.Origin;
import io.signalbox.simulator.world.World;
import io.signalbox.simulator.world.Worlds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Runs a world through its event time and writes down what an operator would see of it. */
public final class Simulation {
  private static final int SPANS_PER_REQUEST = 512;
  private static final int POINTS_PER_REQUEST = 400;
  private static final int RECORDS_PER_REQUEST = 512;

  private final long startNs;
  private final long endNs;
  private final List<Collector> collectors;
  private final Agenda agenda;
  private final Arrivals arrivals;
  private final Meter meter;
  private final @Nullable Rounds rounds;

  private Simulation(
      SimulationOptions options,
      World world,
      Faults faults,
      SimulationOutput output,
      Hindsight hindsight) {
    startNs = world.origin().startNs();
    endNs = startNs + options.duration().toNanos();
    Collector points = new Collector(SignalTopic.METRICS, POINTS_PER_REQUEST, output);
    Collector spans = new Collector(SignalTopic.SPANS, SPANS_PER_REQUEST, output);
    Collector records = new Collector(SignalTopic.LOGS, RECORDS_PER_REQUEST, output);
    collectors = List.of(points, spans, records);
    Scribe scribe = new Scribe(faults, records);
    agenda = new Agenda(new Announcer(options.seed(), output), scribe);
    Tracer tracer = new Tracer(faults, spans, scribe, hindsight);
    arrivals = new Arrivals(world, options.rate(), faults, tracer);
    meter = new Meter(world, faults, points, scribe);
    rounds = options.vitals() ? new Rounds(world, faults, points) : null;
    faults.all().forEach(fault -> fault.plan(agenda));
  }

  /**
   * Runs a world from its first to its last second. Requests still under way then are seen to their
   * end.
   *
   * @param output takes what it says; left open
   * @return what really went wrong
   * @throws IllegalArgumentException when a fault cannot happen in that world
   * @throws IOException when the output fails
   */
  public static Truth run(SimulationOptions options, SimulationOutput output) throws IOException {
    return run(options, output, Hindsight.NONE);
  }

  /**
   * The same world, of which somebody hears what can be judged later.
   *
   * @throws IllegalArgumentException when a fault cannot happen in that world
   * @throws IOException when the output fails
   */
  public static Truth run(SimulationOptions options, SimulationOutput output, Hindsight hindsight)
      throws IOException {
    World world = world(options);
    List<Fault> faults = faults(options, world);
    try {
      new Simulation(options, world, new Faults(faults, options.vitals()), output, hindsight).run();
    } catch (UncheckedIOException problem) {
      throw problem.getCause();
    }
    return Truth.of(options, world, faults);
  }

  /**
   * The truth about a world that need not be run for it.
   *
   * @throws IllegalArgumentException when a fault cannot happen in that world
   */
  public static Truth foretell(SimulationOptions options) {
    World world = world(options);
    return Truth.of(options, world, faults(options, world));
  }

  static World world(SimulationOptions options) {
    long startNs = TimeUnit.MILLISECONDS.toNanos(options.start().toEpochMilli());
    Origin origin = new Origin(options.seed(), startNs);
    return options.random()
        ? Worlds.random(origin, options.services())
        : Worlds.of(origin, options.services());
  }

  private static List<Fault> faults(SimulationOptions options, World world) {
    return options.faults().stream().map(order -> order.in(world, options.duration())).toList();
  }

  private void run() throws IOException {
    long tick = startNs + Origin.SECOND;
    long at = nextEvent();
    while (at < endNs) {
      for (; tick <= at; tick += Origin.SECOND) {
        sendUntil(tick);
      }
      act(at);
      at = nextEvent();
    }
    for (; !collectors.stream().allMatch(Collector::isEmpty); tick += Origin.SECOND) {
      sendUntil(tick);
    }
  }

  private long nextEvent() {
    long reading = rounds == null ? Long.MAX_VALUE : rounds.next();
    long metering = Math.min(meter.next(), reading);
    return Math.min(agenda.next(), Math.min(arrivals.next(), metering));
  }

  private void act(long at) {
    if (agenda.next() == at) {
      agenda.take();
    } else if (arrivals.next() == at) {
      arrivals.take();
    } else if (rounds != null && rounds.next() == at) {
      rounds.read();
    } else {
      meter.read();
    }
  }

  private void sendUntil(long tick) throws IOException {
    for (Collector collector : collectors) {
      collector.sendUntil(tick);
    }
  }
}
