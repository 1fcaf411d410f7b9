// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.faults;

import io.signalbox.simulator.vitals.Reading;
import io.signalbox.simulator.vitals.Vital;
import io.signalbox.simulator.world.Origin;
import io.signalbox.simulator.world.Pod;
import io.signalbox.simulator.world.Service;
import io.signalbox.simulator.world.Severity;
import io.signalbox.simulator.world.World;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * A new version is rolled out that cannot start: its containers fall after some seconds, are
 * started again after pauses that double, and are never ready, until the version is rolled back.
 */
final class CrashLoop extends Fault {
  private static final long PAUSE_BETWEEN_PODS = 15 * Origin.SECOND;
  private static final long LIVES = 4 * Origin.SECOND;
  private static final long FIRST_PAUSE = 10 * Origin.SECOND;
  private static final int MOST_DOUBLINGS = 4;

  private final Service service;
  private final String version;

  CrashLoop(Window window, Service service) {
    super(window, service.name());
    this.service = service;
    this.version = Versions.nextMinor(service.version());
  }

  @Override
  public @Nullable String version() {
    return version;
  }

  @Override
  public SortedSet<String> victims(World world) {
    return world.dependentsOf(node(), true);
  }

  @Override
  public void plan(Stage stage) {
    long from = window().from();
    long to = window().to();
    String artifact = "shop/" + node();
    stage.at(
        from, () -> stage.announce("upgraded", node(), version, service.version(), artifact, from));
    for (Pod pod : service.pods()) {
      long turn = from + (pod.slot() + 1) * PAUSE_BETWEEN_PODS;
      stage.at(turn, () -> pod.replace(version, turn));
      stage.at(turn + LIVES, () -> fall(stage, pod, turn + LIVES, 0));
      stage.at(to, () -> pod.replace(service.version(), to + LIVES));
    }
    stage.at(
        to, () -> stage.announce("rolledback", node(), service.version(), version, artifact, to));
  }

  @Override
  public double errorShare(Pod pod, long at) {
    return isBad(pod) ? 1 : 0;
  }

  @Override
  public double reading(Reading reading, double usual, long at) {
    if (reading.is(Vital.AVAILABLE, node())) {
      return service.pods().stream().filter(pod -> pod.isUp(at) && !isBad(pod)).count();
    }
    return reading.is(Vital.READY, node()) && isBad(reading.pod()) ? 0 : usual;
  }

  private boolean isBad(Pod pod) {
    return pod.service() == service && pod.version().equals(version);
  }

  private void fall(Stage stage, Pod pod, long at, int round) {
    long back = at + (FIRST_PAUSE << Math.min(round, MOST_DOUBLINGS));
    stage.lastWords(pod, "cannot start: required setting CART_TTL is missing", at);
    pod.restart(at, back);
    String why = "Back-off restarting failed container " + node() + " in pod " + pod.name();
    stage.write(pod, Line.cluster(Severity.WARN, "Pod", pod.name(), "BackOff", why), at);
    if (back + LIVES < window().to()) {
      stage.at(back + LIVES, () -> fall(stage, pod, back + LIVES, round + 1));
    }
  }
}
