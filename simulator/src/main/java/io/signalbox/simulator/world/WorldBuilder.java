// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.world;

import io.signalbox.simulator.world.Step.AgentLoop;
import io.signalbox.simulator.world.Step.ModelCall;
import io.signalbox.simulator.world.Step.PeerCall;
import io.signalbox.simulator.world.Step.ServiceCall;
import io.signalbox.simulator.world.World.Entrance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts a world together, the called before their callers. */
final class WorldBuilder {
  private static final double WIRE_MS = 1.2;
  private static final long PATIENCE_MS = 1_000;
  private static final int ATTEMPTS = 3;
  private static final int ZONES = 3;
  private static final int SERVICES_PER_RACK = 12;

  private final Origin origin;
  private final Map<String, Host> hosts = new TreeMap<>();
  private final List<Service> services = new ArrayList<>();
  private final List<Peer> peers = new ArrayList<>();
  private final List<Operation> operations = new ArrayList<>();
  private final List<Entrance> entrances = new ArrayList<>();

  WorldBuilder(Origin origin) {
    this.origin = origin;
  }

  Service service(String name, String language, String version, int pods, String... sayings) {
    return service(name, language, version, Habits.usual(0), pods, List.of(sayings));
  }

  Service service(String name, String language, double background, String... sayings) {
    return service(name, language, "1.0.0", Habits.usual(background), 2, List.of(sayings));
  }

  Service service(
      String name, String language, String version, Habits habits, int pods, List<String> sayings) {
    Service service = new Service(origin, name, language, version, habits, sayings, places(pods));
    services.add(service);
    return service;
  }

  Peer peer(String name, int port, String system) {
    Peer peer = new Peer(name, port, system, Resources.peer(name));
    peers.add(peer);
    return peer;
  }

  Operation http(Service service, String route, double workMs, Step... steps) {
    return operation(service, Protocol.HTTP, route, workMs, steps);
  }

  Operation grpc(Service service, String method, double workMs, Step... steps) {
    return operation(service, Protocol.GRPC, method, workMs, steps);
  }

  void entrance(Operation operation, double weight, String feature) {
    entrances.add(new Entrance(operation, weight, feature));
  }

  /** A call whose failure is the caller's failure. */
  static ServiceCall needs(Operation callee, double chance) {
    return call(callee, chance, true, PATIENCE_MS, ATTEMPTS, WIRE_MS);
  }

  /** A call the caller can do without. */
  static ServiceCall likes(Operation callee, double chance) {
    return call(callee, chance, false, PATIENCE_MS, ATTEMPTS, WIRE_MS);
  }

  /** A call that takes long and must not be made twice. */
  static ServiceCall waitsFor(Operation callee, long timeoutMs) {
    return call(callee, 1, true, timeoutMs, 1, WIRE_MS);
  }

  static PeerCall query(Peer peer, String namespace, String summary, double chance, double workMs) {
    byte[] attributes = Conventions.database(peer, namespace, summary);
    return new PeerCall(peer, summary, chance, true, workMs, attributes);
  }

  /** A request to a service of someone else. */
  static PeerCall request(Peer peer, String route, double chance, boolean critical, double ms) {
    byte[] attributes = Conventions.external(peer, route);
    return new PeerCall(peer, "POST", chance, critical, ms, attributes);
  }

  static ModelCall ask(Peer provider, String model, Peer fallback, String fallbackModel) {
    return new ModelCall(provider, model, fallback, fallbackModel);
  }

  static AgentLoop agent(ServiceCall think, ServiceCall tool, int turns) {
    return new AgentLoop(think, tool, turns);
  }

  World build() {
    return new World(origin, services, peers, List.copyOf(hosts.values()), operations, entrances);
  }

  /** One place in each zone in turn, so that pods of a service share no machine. */
  private List<Host> places(int pods) {
    int rack = 2 * (services.size() / SERVICES_PER_RACK) + services.size() % 2 + 1;
    List<Host> places = new ArrayList<>();
    for (int i = 0; i < pods; i++) {
      char zone = (char) ('a' + i % ZONES);
      places.add(
          hosts.computeIfAbsent(
              "node-" + zone + rack, name -> Host.of(name, "eu-central-1" + zone)));
    }
    return places;
  }

  private Operation operation(
      Service service, Protocol protocol, String name, double workMs, Step... steps) {
    byte[] attributes = Conventions.server(service.name(), protocol, name);
    Operation operation =
        new Operation(service, name, protocol, workMs, List.of(steps), attributes);
    operations.add(operation);
    return operation;
  }

  /** A call of any sort. */
  static ServiceCall call(
      Operation callee,
      double chance,
      boolean critical,
      long timeoutMs,
      int attempts,
      double wireMs) {
    byte[] attributes = Conventions.client(callee);
    return new ServiceCall(callee, chance, critical, timeoutMs, attempts, wireMs, attributes);
  }
}
