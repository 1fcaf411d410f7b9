// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.faults;

import io.signalbox.simulator.vitals.Reading;
import io.signalbox.simulator.vitals.Vital;
import io.signalbox.simulator.world.Failure;
import io.signalbox.simulator.world.Origin;
import io.signalbox.simulator.world.Peer;
import io.signalbox.simulator.world.Pod;
import io.signalbox.simulator.world.Service;
import io.signalbox.simulator.world.Severity;
import io.signalbox.simulator.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * The members of a database cluster cannot hear each other well, and take the lead from each other
 * every minute and a half. For some seconds after each change writes are refused.
 */
final class FailoverFlapping extends Fault {
  private static final long BETWEEN = 90 * Origin.SECOND;
  private static final long REFUSED = 12 * Origin.SECOND;
  private static final double REFUSAL_MS = 3;

  private final Peer database;
  private final List<Pod> writers = new ArrayList<>();
  private long told;

  FailoverFlapping(Window window, Peer database, World world) {
    super(window, database.name());
    this.database = database;
    for (Service service : world.services()) {
      if (world.directCallersOf(database.name()).contains(service.name())) {
        writers.addAll(service.pods());
      }
    }
  }

  @Override
  public SortedSet<String> victims(World world) {
    return world.dependentsOf(node(), true);
  }

  @Override
  public void plan(Stage stage) {
    every(stage, window().from(), BETWEEN, at -> change(stage, at));
  }

  @Override
  public @Nullable Snag snag(Pod caller, String callee, long at) {
    boolean refuses =
        callee.equals(node()) && window().holds(at) && (at - window().from()) % BETWEEN < REFUSED;
    return refuses ? new Snag(0.95, Failure.UNREACHABLE, REFUSAL_MS) : null;
  }

  @Override
  public double reading(Reading reading, double usual, long at) {
    if (!reading.is(Vital.LEADERS, node()) || at < window().from()) {
      return usual;
    }
    long changes = (Math.min(at, window().to() - 1) - window().from()) / BETWEEN + 1;
    long fresh = changes - told;
    told = changes;
    return usual + fresh;
  }

  private void change(Stage stage, long at) {
    String member = node() + "-" + (at - window().from()) / BETWEEN % 2;
    for (Pod pod : writers) {
      String words = "could not write: database refused, transaction is read-only, ref {id}";
      stage.write(pod, Line.of(Severity.ERROR, words), at + 2 * Origin.SECOND);
    }
    stage.write(
        database,
        Line.of(Severity.WARN, "promoted self to leader by acquiring session lock: " + member),
        at);
  }
}
