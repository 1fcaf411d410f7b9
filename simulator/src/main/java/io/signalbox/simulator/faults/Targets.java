// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.faults;

import io.signalbox.simulator.world.Host;
import io.signalbox.simulator.world.Peer;
import io.signalbox.simulator.world.Service;
import io.signalbox.simulator.world.Shop;
import io.signalbox.simulator.world.World;
import java.util.List;
import java.util.SortedSet;

/** Finds what a fault is to hit, or says what it could hit. */
final class Targets {
  private Targets() {}

  static Service service(String name, World world) {
    Service service = world.service(name);
    if (service == null) {
      throw unknown(name, "service", world);
    }
    return service;
  }

  static Service only(String expected, String target, World world) {
    return service(part(expected, target, world), world);
  }

  static String part(String expected, String target, World world) {
    if (!target.equals(expected)) {
      throw new IllegalArgumentException("it can only hit " + expected + ", not '" + target + "'");
    }
    if (world.service(target) == null && world.peer(target) == null) {
      throw new IllegalArgumentException(
          target + " is not part of this world; it takes at least " + Shop.WHOLE + " services");
    }
    return target;
  }

  static Host host(String name, World world) {
    Host host = world.host(name);
    if (host == null) {
      List<String> some = world.hosts().stream().limit(Shop.WHOLE).map(Host::node).toList();
      throw new IllegalArgumentException("there is no machine '" + name + "' here; try " + some);
    }
    return host;
  }

  static Peer database(String name, World world) {
    Peer peer = world.peer(name);
    if (peer == null || !peer.system().equals("postgresql")) {
      List<String> some =
          world.peers().stream()
              .filter(each -> each.system().equals("postgresql"))
              .limit(Shop.WHOLE)
              .map(Peer::name)
              .toList();
      throw new IllegalArgumentException("there is no database '" + name + "' here; try " + some);
    }
    return peer;
  }

  static Peer peer(String name, World world) {
    Peer peer = world.peer(name);
    if (peer == null) {
      List<String> some = world.peers().stream().limit(Shop.WHOLE).map(Peer::name).toList();
      throw new IllegalArgumentException("there is no peer '" + name + "' here; try " + some);
    }
    return peer;
  }

  static Fault slow(Window window, String target, World world) {
    requireNode(target, world);
    return new SlowNode(window, target, world);
  }

  static Fault outage(Window window, String target, World world) {
    requireNode(target, world);
    return new DependencyOutage(window, target, world.service(target));
  }

  static Fault slowEdge(Window window, String target, World world) {
    int slash = target.indexOf('/');
    String callee = target.substring(slash + 1);
    SortedSet<String> callers = world.directCallersOf(callee);
    if (callers.isEmpty()) {
      throw unknown(callee, "callee", world);
    }
    String caller = slash < 0 ? callers.first() : target.substring(0, slash);
    if (!callers.contains(caller)) {
      throw new IllegalArgumentException(
          caller + " does not call " + callee + "; its callers are " + callers);
    }
    return new SlowEdge(window, caller, callee);
  }

  private static void requireNode(String name, World world) {
    if (world.service(name) == null && world.peer(name) == null) {
      throw unknown(name, "service or database", world);
    }
  }

  private static IllegalArgumentException unknown(String name, String what, World world) {
    String some =
        world.services().stream().limit(Shop.WHOLE).map(Service::name).sorted().toList().toString();
    return new IllegalArgumentException(
        "there is no " + what + " '" + name + "' here; try " + some);
  }
}
