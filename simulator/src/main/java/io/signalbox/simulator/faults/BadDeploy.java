// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.faults;

import io.signalbox.simulator.world.Origin;
import io.signalbox.simulator.world.Pod;
import io.signalbox.simulator.world.Service;
import io.signalbox.simulator.world.World;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** A new version rolls out, pod by pod, and fails most requests until it is rolled back. */
final class BadDeploy extends Fault {
  private static final double ERRORS = 0.6;
  private static final long ROLL_OUT = 8 * Origin.SECOND;
  private static final long ROLL_BACK = 3 * Origin.SECOND;

  private final Service service;
  private final String version;

  BadDeploy(Window window, Service service) {
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
    Rollout.plan(stage, service, "upgraded", version, service.version(), window().from(), ROLL_OUT);
    Rollout.plan(
        stage, service, "rolledback", service.version(), version, window().to(), ROLL_BACK);
  }

  @Override
  public double errorShare(Pod pod, long at) {
    return pod.service() == service && pod.version().equals(version) ? ERRORS : 0;
  }
}
