// SPDX-License-Identifier: Apache-2.0
package io.signalbox.testbed.savepoints;

import io.signalbox.jobs.EmbeddedFlink.Backend;
import io.signalbox.jobs.Job;
import io.signalbox.jobs.options.JobOptions;
import io.signalbox.jobs.savepoints.Bootstrap;
import io.signalbox.jobs.savepoints.Savepoint;
import io.signalbox.jobs.savepoints.SeriesBaseline;
import io.signalbox.schemas.signals.SignalKind;
import io.signalbox.simulator.SimulationOptions;
import io.signalbox.simulator.faults.FaultOrder;
import io.signalbox.simulator.output.FileOutput;
import io.signalbox.simulator.output.SignalTopic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A small savepoint with something open in it, and what comes after it: a few services of a shop,
 * one of which breaks two minutes before.
 */
final class ReleaseSavepoint {
  /** The service that breaks. */
  static final String BROKEN = "payment";

  private static final Set<String> SERVICES = Set.of(BROKEN, "checkout");
  private static final Duration HISTORY = Duration.ofMinutes(8);
  private static final SimulationOptions WORLD =
      new SimulationOptions(
          10,
          8,
          Duration.ofSeconds(810),
          SimulationOptions.START,
          3,
          List.of(FaultOrder.parse("bad-deploy:" + BROKEN + "@6m+110s")));

  private ReleaseSavepoint() {}

  /**
   * Writes {@code savepoint/}, {@code live/} and {@code series.txt} into a new folder.
   *
   * @throws IOException when the folder exists: what was released does not change
   */
  static void write(Path folder) throws Exception {
    Files.createDirectory(folder);
    long cutMs = WORLD.start().plus(HISTORY).toEpochMilli();
    List<Request> past = new ArrayList<>();
    try (FileOutput live = new FileOutput(Files.createDirectory(folder.resolve("live")))) {
      FewServices few = new FewServices(SERVICES);
      for (Request request : Request.of(WORLD)) {
        Request part = few.only(request);
        if (part.atMs() < cutMs) {
          past.add(part);
        } else if (part.bytes().length > 0) {
          live.accept(topic(part.kind()), part.atMs(), part.bytes());
        }
      }
    }
    JobOptions options = JobOptions.of();
    RequestSequence history = new RequestSequence(past, options.time().disorder().toMillis());
    Path savepoint = folder.resolve("savepoint");
    new Bootstrap(Job.ALL, List.of(history), null, 1, Backend.HASHMAP, options).run(savepoint);
    Files.write(folder.resolve("series.txt"), known(new Savepoint(savepoint)));
  }

  /** Service, instance, kind and name of every series, sorted. */
  static List<String> known(Savepoint savepoint) throws Exception {
    TreeSet<String> all = new TreeSet<>();
    for (String service : SERVICES) {
      for (SeriesBaseline one : savepoint.series(service)) {
        all.add(service + " " + one.instance() + " " + one.kind() + " " + one.series());
      }
    }
    return List.copyOf(all);
  }

  private static SignalTopic topic(SignalKind kind) {
    return switch (kind) {
      case METRICS -> SignalTopic.METRICS;
      case TRACES -> SignalTopic.SPANS;
      case LOGS -> SignalTopic.LOGS;
      case CHANGES -> SignalTopic.CHANGES;
      case FEEDBACK -> throw new IllegalArgumentException("no world says " + kind);
    };
  }
}
