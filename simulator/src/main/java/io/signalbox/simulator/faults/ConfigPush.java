// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.faults;

import io.signalbox.simulator.world.Origin;
import io.signalbox.simulator.world.Pod;
import io.signalbox.simulator.world.Service;
import io.signalbox.simulator.world.World;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A configuration that many services share is changed. Each reads it anew at a moment of its own
 * within two minutes and from then on fails some of its requests, until the change is taken back.
 */
final class ConfigPush extends Fault {
  private static final double ERRORS = 0.4;
  private static final long BETWEEN = 25 * Origin.SECOND;
  private static final List<String> READERS =
      List.of("ad", "cart", "currency", "recommendation", "shipping");

  private final List<Service> readers;

  ConfigPush(Window window, String key, World world) {
    super(window, key);
    readers = READERS.stream().map(name -> Targets.service(name, world)).toList();
  }

  @Override
  public SortedSet<String> victims(World world) {
    SortedSet<String> victims = new TreeSet<>(READERS);
    READERS.forEach(reader -> victims.addAll(world.dependentsOf(reader, true)));
    return victims;
  }

  @Override
  public void plan(Stage stage) {
    announce(stage, "r42", "r41", window().from());
    announce(stage, "r41", "r42", window().to());
  }

  @Override
  public double errorShare(Pod pod, long at) {
    int turn = readers.indexOf(pod.service());
    long reads = window().from() + (turn + 1) * BETWEEN + pod.slot() * BETWEEN / 5;
    return turn >= 0 && at >= reads && at < window().to() ? ERRORS : 0;
  }

  private void announce(Stage stage, String to, String from, long at) {
    for (Service reader : readers) {
      stage.at(at, () -> stage.announce("config", reader.name(), to, from, "config/" + node(), at));
    }
  }
}
