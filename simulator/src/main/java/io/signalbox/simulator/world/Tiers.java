// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.world;

import static io.signalbox.simulator.world.WorldBuilder.likes;
import static io.signalbox.simulator.world.WorldBuilder.needs;
import static io.signalbox.simulator.world.WorldBuilder.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The part of a world that has no names worth knowing: tiers of services in which each calls a few
 * of the tiers below, a few hubs that many call, and a database for every twenty of the lowest.
 */
final class Tiers {
  private static final double EDGE_SHARE = 0.05;
  private static final double LOGIC_SHARE = 0.30;
  private static final int SERVICES_PER_HUB = 500;
  private static final int SERVICES_PER_DATABASE = 20;
  private static final double HUB_CHANCE = 0.3;
  private static final double TRAFFIC = 1.0;
  private static final String[] LANGUAGES = {"java", "go", "python", "nodejs", "dotnet", "rust"};

  private final WorldBuilder world;
  private final Dice dice;
  private final List<Operation> hubs = new ArrayList<>();

  private Tiers(WorldBuilder world, Dice dice) {
    this.world = world;
    this.dice = dice;
  }

  /**
   * Adds that many services, and lets half of all requests come in there.
   *
   * @param count at least 1
   */
  static void addTo(WorldBuilder world, Origin origin, int count) {
    new Tiers(world, Dice.of(origin.seed(), "tiers", "graph")).add(count);
  }

  private void add(int count) {
    int hubCount = Math.max(count > 4 ? 1 : 0, count / SERVICES_PER_HUB);
    int edge = Math.max(1, (int) (count * EDGE_SHARE));
    int logic = (int) (count * LOGIC_SHARE);
    int data = Math.max(0, count - hubCount - edge - 2 * logic);
    for (int i = 0; i < hubCount; i++) {
      hubs.add(answer(service("hub", i, 8), "hub", new Step[0]));
    }
    List<Operation> lowest = dataTier(data);
    List<Operation> lower = tier("logic", logic, lowest, lowest);
    List<Operation> upper = tier("flow", logic, lower, lowest);
    List<Operation> entrances = tier("edge", count - hubCount - data - 2 * logic, upper, lower);
    for (Operation entrance : entrances) {
      world.entrance(entrance, TRAFFIC / entrances.size(), "batch");
    }
  }

  private List<Operation> dataTier(int count) {
    List<Operation> made = new ArrayList<>();
    Peer database = null;
    for (int i = 0; i < count; i++) {
      if (database == null || i % SERVICES_PER_DATABASE == 0) {
        database = world.peer(name("postgres", i / SERVICES_PER_DATABASE), 5432, "postgresql");
      }
      Step read = query(database, "records", "SELECT records", 0.7, 2);
      made.add(answer(service("data", i, 2), "data", read));
    }
    return made;
  }

  private List<Operation> tier(
      String kind, int count, List<Operation> below, List<Operation> furtherBelow) {
    List<Operation> made = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<Step> steps = new ArrayList<>();
      int calls = 1 + dice.below(3);
      for (int k = 0; k < calls; k++) {
        List<Operation> from = dice.chance(0.8) ? below : furtherBelow;
        if (!from.isEmpty()) {
          Operation callee = from.get(dice.below(from.size()));
          steps.add(dice.chance(0.7) ? needs(callee, 0.6) : likes(callee, 0.4));
        }
      }
      if (!hubs.isEmpty() && dice.chance(HUB_CHANCE)) {
        steps.add(needs(hubs.get(dice.below(hubs.size())), 0.5));
      }
      made.add(answer(service(kind, i, 4), kind, steps.toArray(new Step[0])));
    }
    return made;
  }

  private Service service(String kind, int i, double background) {
    return world.service(
        name(kind, i),
        LANGUAGES[dice.below(LANGUAGES.length)],
        dice.around(background, 0.6),
        kind + " batch {id} done, {n} records in {ms} ms",
        "lease renewed for {n} s by {ip}");
  }

  private Operation answer(Service service, String kind, Step... steps) {
    String method = "tiers." + kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1);
    return world.grpc(service, method + "/Handle", dice.around(4, 0.5), steps);
  }

  private static String name(String kind, int i) {
    return String.format(Locale.ROOT, "%s-%05d", kind, i);
  }
}
