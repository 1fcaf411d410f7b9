// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.faults;

import io.signalbox.simulator.vitals.Reading;
import io.signalbox.simulator.vitals.Vital;
import io.signalbox.simulator.world.Host;
import io.signalbox.simulator.world.Origin;
import io.signalbox.simulator.world.Pod;
import io.signalbox.simulator.world.Service;
import io.signalbox.simulator.world.Severity;
import io.signalbox.simulator.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The disk of a machine fills up over half the window. Then writes fail on it, a little later it is
 * mounted read-only and its pods are put off it and started anew, until it is tidied up.
 */
final class DiskFull extends Fault {
  private static final double FULL = 1;
  private static final double ERRORS = 0.35;
  private static final long COMPLAINS = 12 * Origin.SECOND;
  private static final int ABSENCE = 20;

  private final Host host;
  private final long full;
  private final List<Pod> pods = new ArrayList<>();
  private final SortedSet<String> victims = new TreeSet<>();

  private DiskFull(Window window, Host host) {
    super(window, host.node());
    this.host = host;
    this.full = window.from() + window.length() / 2;
  }

  static Fault make(Window window, String target, World world) {
    DiskFull fault = new DiskFull(window, Targets.host(target, world));
    for (Service service : world.services()) {
      for (Pod pod : service.pods()) {
        if (pod.host().equals(fault.host)) {
          fault.pods.add(pod);
          fault.victims.add(service.name());
        }
      }
    }
    return fault;
  }

  @Override
  public SortedSet<String> victims(World world) {
    return victims;
  }

  @Override
  public void plan(Stage stage) {
    Line complaint = Line.of(Severity.ERROR, "write /var/lib/data/{n}: no space left on device");
    for (Pod pod : pods) {
      every(stage, full, COMPLAINS, at -> stage.write(pod, complaint, at));
    }
    long readOnly = full + window().length() / 8;
    stage.at(
        readOnly,
        () -> {
          String words = "EXT4-fs error: remounting filesystem read-only";
          stage.write(host, Line.of(Severity.ERROR, words), readOnly);
        });
    for (int i = 0; i < pods.size(); i++) {
      Pod pod = pods.get(i);
      long at = readOnly + (i + 1L) * ABSENCE * Origin.SECOND;
      stage.at(at, () -> putOff(stage, pod, at));
    }
  }

  @Override
  public double errorShare(Pod pod, long at) {
    return pod.host().equals(host) && at >= full && window().holds(at) ? ERRORS : 0;
  }

  @Override
  public double reading(Reading reading, double usual, long at) {
    if (!reading.is(Vital.DISK, node()) || !window().holds(at)) {
      return usual;
    }
    double part = (at - window().from()) / (double) (full - window().from());
    return Math.min(FULL, usual + (FULL - usual) * Math.min(1, part));
  }

  private void putOff(Stage stage, Pod pod, long at) {
    String why = "The node was low on resource: ephemeral-storage";
    stage.write(pod, Line.cluster(Severity.WARN, "Pod", pod.name(), "Evicted", why), at);
    pod.restart(at, at + ABSENCE * Origin.SECOND);
  }
}
