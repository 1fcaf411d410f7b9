// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.faults;

import io.signalbox.simulator.world.Pod;
import io.signalbox.simulator.world.Service;
import io.signalbox.simulator.world.World;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** A service or silent peer is gone: it answers nothing, and nothing is heard of it. */
final class DependencyOutage extends Fault {
  private final @Nullable Service service;

  /**
   * Orders the outage.
   *
   * @param service the service that is gone, or null when the node is a silent peer
   */
  DependencyOutage(Window window, String node, @Nullable Service service) {
    super(window, node);
    this.service = service;
  }

  @Override
  public SortedSet<String> victims(World world) {
    return world.dependentsOf(node(), true);
  }

  @Override
  public void plan(Stage stage) {
    if (service != null) {
      long from = window().from();
      for (Pod pod : service.pods()) {
        stage.at(from, () -> pod.restart(from, window().to()));
      }
    }
  }

  @Override
  public boolean silences(String name, long at) {
    return window().holds(at) && node().equals(name);
  }
}
