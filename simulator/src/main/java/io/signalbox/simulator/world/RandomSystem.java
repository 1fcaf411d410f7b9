// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.world;

import static io.signalbox.simulator.world.WorldBuilder.call;
import static io.signalbox.simulator.world.WorldBuilder.query;
import static io.signalbox.simulator.world.WorldBuilder.request;

import java.util.ArrayList;
import java.util.List;

/**
 * A system that nobody has designed: its depth, fan-out, names, speeds, error floors, what it
 * stores where and who of it sends no traces are left to chance.
 */
final class RandomSystem {
  private static final double USUAL_WORK_MS = 6;
  private static final double USUAL_WIRE_MS = 1.2;
  private static final double UNTRACED = 0.08;
  private static final double METRICS_ONLY = 0.05;
  private static final double UNCALLED_FIRST = 0.7;
  private static final double ANY_LAYER = 0.75;
  private static final double CRITICAL = 0.7;
  private static final double SHARED_PEER = 0.3;
  private static final String[] LANGUAGES = {"java", "go", "python", "nodejs", "dotnet", "rust"};
  private static final String[] SYSTEMS = {"postgresql", "mysql", "redis", "mongodb"};
  private static final int[] PORTS = {5432, 3306, 6379, 27017};

  private final WorldBuilder world;
  private final Dice dice;
  private final RandomNames names;
  private final int layers;
  private final int fanOut;
  private final List<Peer> peers = new ArrayList<>();
  private final List<Operation> uncalled = new ArrayList<>();

  private RandomSystem(WorldBuilder world, Dice dice) {
    this.world = world;
    this.dice = dice;
    this.names = new RandomNames(dice);
    this.layers = 3 + dice.below(4);
    this.fanOut = 1 + dice.below(3);
  }

  /** Adds that many services, at least one a layer, and lets requests come in at the uppermost. */
  static void addTo(WorldBuilder world, Origin origin, int count) {
    new RandomSystem(world, Dice.of(origin.seed(), "random", "system")).add(count);
  }

  private void add(int count) {
    List<Operation> below = List.of();
    List<Operation> all = new ArrayList<>();
    int left = count;
    for (int layer = 0; layer < layers; layer++) {
      int here = layer == layers - 1 ? left : share(left, layers - layer);
      List<Operation> made = new ArrayList<>();
      for (int i = 0; i < here; i++) {
        made.addAll(service(layer, below, all));
      }
      uncalled.addAll(made);
      all.addAll(made);
      below = made;
      left -= here;
    }
    for (Operation operation : uncalled) {
      world.entrance(operation, dice.around(1, 0.8), names.word());
    }
  }

  /** The upper layers have fewer services than the lower ones. */
  private int share(int left, int layersLeft) {
    double part = left * 1.3 / layersLeft * (0.7 + 0.6 * dice.unit());
    return Math.max(1, Math.min(left - layersLeft + 1, (int) part));
  }

  private List<Operation> service(int layer, List<Operation> below, List<Operation> all) {
    String version = (1 + dice.below(6)) + "." + dice.below(20) + "." + dice.below(10);
    String language = LANGUAGES[dice.below(LANGUAGES.length)];
    int pods = 1 + dice.below(4);
    Service service =
        world.service(names.next(), language, version, habits(), pods, names.sayings());
    List<Operation> made = new ArrayList<>();
    int operations = 1 + dice.below(3);
    for (int i = 0; i < operations; i++) {
      List<Step> steps = new ArrayList<>();
      calls(steps, below, all);
      if (dice.chance(layer == 0 ? 0.7 : 0.25)) {
        steps.add(peerCall(service));
      }
      double workMs = dice.around(USUAL_WORK_MS, 0.9);
      Step[] inOrder = steps.toArray(new Step[0]);
      made.add(
          dice.chance(0.5)
              ? world.grpc(service, names.word() + ".Api/" + names.word(), workMs, inOrder)
              : world.http(service, "GET /" + names.word(), workMs, inOrder));
    }
    return made;
  }

  private Habits habits() {
    double errors = dice.chance(0.7) ? 0.0005 : Math.min(0.02, dice.around(0.003, 0.8));
    double background = dice.chance(0.3) ? dice.around(3, 0.6) : 0;
    double seen = dice.unit();
    Instrumentation instrumentation =
        seen < METRICS_ONLY
            ? Instrumentation.METRICS_ONLY
            : seen < METRICS_ONLY + UNTRACED ? Instrumentation.UNTRACED : Instrumentation.FULL;
    return new Habits(background, errors, 0.2 + 0.5 * dice.unit(), instrumentation);
  }

  private void calls(List<Step> steps, List<Operation> below, List<Operation> all) {
    int calls = below.isEmpty() ? 0 : 1 + dice.below(fanOut + 1);
    for (int i = 0; i < calls; i++) {
      List<Operation> from = !uncalled.isEmpty() && dice.chance(UNCALLED_FIRST) ? uncalled : all;
      from = dice.chance(ANY_LAYER) ? from : below;
      Operation callee = from.get(dice.below(from.size()));
      uncalled.remove(callee);
      double wireMs = dice.around(USUAL_WIRE_MS, 0.5);
      long timeoutMs = 500 + 500L * dice.below(6);
      steps.add(
          call(
              callee,
              0.3 + 0.7 * dice.unit(),
              dice.chance(CRITICAL),
              timeoutMs,
              1 + dice.below(3),
              wireMs));
    }
  }

  private Step peerCall(Service caller) {
    if (peers.isEmpty() || !dice.chance(SHARED_PEER)) {
      peers.add(peer(caller));
    }
    Peer peer = peers.get(peers.size() - 1 - dice.below(Math.min(3, peers.size())));
    double chance = 0.4 + 0.6 * dice.unit();
    boolean critical = dice.chance(CRITICAL);
    return peer.system().equals(RandomNames.PARTNER)
        ? request(peer, "/v2/" + names.word(), chance, critical, dice.around(60, 0.6))
        : query(peer, names.word(), "SELECT " + names.word(), chance, dice.around(3, 0.8));
  }

  private Peer peer(Service caller) {
    if (dice.chance(0.25)) {
      return world.peer(names.partner(), 443, RandomNames.PARTNER);
    }
    int system = dice.below(SYSTEMS.length);
    return world.peer(
        caller.name() + "-" + SYSTEMS[system] + peers.size(), PORTS[system], SYSTEMS[system]);
  }
}
