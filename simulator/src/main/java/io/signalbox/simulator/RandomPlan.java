// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator;

import static io.signalbox.simulator.faults.FaultKind.BAD_DEPLOY;
import static io.signalbox.simulator.faults.FaultKind.CPU_SATURATION;
import static io.signalbox.simulator.faults.FaultKind.DEPENDENCY_OUTAGE;
import static io.signalbox.simulator.faults.FaultKind.ERROR_BURST;
import static io.signalbox.simulator.faults.FaultKind.HARMLESS_DEPLOY;
import static io.signalbox.simulator.faults.FaultKind.MEMORY_LEAK;
import static io.signalbox.simulator.faults.FaultKind.PEER_REFUSAL;
import static io.signalbox.simulator.faults.FaultKind.RETRY_STORM;
import static io.signalbox.simulator.faults.FaultKind.SLOW_EDGE;
import static io.signalbox.simulator.faults.FaultKind.SLOW_NODE;

import io.signalbox.simulator.faults.FaultKind;
import io.signalbox.simulator.faults.FaultOrder;
import io.signalbox.simulator.world.Dice;
import io.signalbox.simulator.world.Service;
import io.signalbox.simulator.world.Traffic;
import io.signalbox.simulator.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Chooses by a seed alone a system of 15 to 60 services, how busy it is, and what goes wrong where:
 * faults of all kinds in turn, one after the other, each at another node or edge that takes at
 * least a call in two seconds, and about as many harmless deployments in between.
 */
public final class RandomPlan {
  private static final FaultKind[] KINDS = {
    BAD_DEPLOY,
    DEPENDENCY_OUTAGE,
    SLOW_EDGE,
    ERROR_BURST,
    PEER_REFUSAL,
    MEMORY_LEAK,
    SLOW_NODE,
    RETRY_STORM,
    CPU_SATURATION
  };

  private static final int FEWEST_SERVICES = 15;
  private static final int MORE_SERVICES = 46;
  private static final double FEWEST_CALLS = 80;
  private static final double RANGE_OF_CALLS = 5;
  private static final double LEAST_CALLS = 0.5;
  private static final long WARM_UP = 20 * 60;
  private static final long APART = 11 * 60;
  private static final long SHORTEST = 4 * 60;
  private static final int SPREAD = 2 * 60;

  private final Dice dice;
  private final World world;
  private final Traffic traffic;
  private final double rate;
  private final List<String> taken = new ArrayList<>();

  private RandomPlan(Dice dice, World world) {
    this.dice = dice;
    this.world = world;
    this.traffic = Traffic.of(world);
    double calls = FEWEST_CALLS * StrictMath.pow(RANGE_OF_CALLS, dice.unit());
    this.rate = Math.rint(10 * calls / traffic.total()) / 10;
  }

  /**
   * The options of a system.
   *
   * @param faults how many go wrong; without any it is quiet for as long as with six
   */
  public static SimulationOptions of(long seed, int faults) {
    Dice dice = Dice.of(seed, "random", "plan");
    int services = FEWEST_SERVICES + dice.below(MORE_SERVICES);
    Duration lasting = Duration.ofSeconds(WARM_UP + APART * (faults == 0 ? 6 : faults));
    SimulationOptions bare = options(seed, services, 1, lasting, List.of());
    RandomPlan plan = new RandomPlan(dice, Simulation.world(bare));
    return options(seed, services, plan.rate, lasting, plan.orders(seed, faults));
  }

  private static SimulationOptions options(
      long seed, int services, double rate, Duration lasting, List<FaultOrder> orders) {
    return new SimulationOptions(
        services, rate, lasting, SimulationOptions.START, seed, orders, false, true);
  }

  private List<FaultOrder> orders(long seed, int faults) {
    List<FaultOrder> orders = new ArrayList<>();
    for (int i = 0; i < faults; i++) {
      FaultKind kind = KINDS[(int) Math.floorMod(seed * faults + i, (long) KINDS.length)];
      long start = WARM_UP + i * APART + dice.below(SPREAD);
      orders.add(order(kind, target(kind), start, SHORTEST + dice.below(SPREAD)));
      long around = start - SPREAD + dice.below(2 * SPREAD);
      untouched(services())
          .ifPresent(decoy -> orders.add(order(HARMLESS_DEPLOY, decoy, around, SPREAD)));
    }
    return orders;
  }

  private static FaultOrder order(FaultKind kind, String target, long start, long lasting) {
    return new FaultOrder(kind, target, Duration.ofSeconds(start), Duration.ofSeconds(lasting));
  }

  private String target(FaultKind kind) {
    return switch (kind) {
      case SLOW_EDGE -> any(edges());
      case PEER_REFUSAL -> any(peers());
      case SLOW_NODE, DEPENDENCY_OUTAGE -> any(dice.chance(0.5) ? peers() : services());
      default -> any(services());
    };
  }

  /** One of them that nothing has happened to, else any. */
  private String any(List<String> all) {
    return untouched(all).orElseGet(() -> all.get(dice.below(all.size())));
  }

  private Optional<String> untouched(List<String> all) {
    List<String> left = all.stream().filter(one -> !taken.contains(one)).toList();
    if (left.isEmpty()) {
      return Optional.empty();
    }
    String chosen = left.get(dice.below(left.size()));
    taken.add(chosen);
    return Optional.of(chosen);
  }

  private List<String> services() {
    return busy(world.services().stream().map(Service::name).toList());
  }

  private List<String> peers() {
    return busy(world.peers().stream().map(peer -> peer.name()).toList());
  }

  private List<String> busy(List<String> nodes) {
    return nodes.stream()
        .filter(node -> rate * traffic.nodes().getOrDefault(node, 0.0) >= LEAST_CALLS)
        .toList();
  }

  /** Edges whose two ends are both seen in traces: else nothing tells their time from the work. */
  private List<String> edges() {
    return traffic.edges().entrySet().stream()
        .filter(edge -> rate * edge.getValue() >= LEAST_CALLS)
        .map(edge -> edge.getKey())
        .filter(edge -> traced(edge.substring(0, edge.indexOf('/'))))
        .filter(edge -> traced(edge.substring(edge.indexOf('/') + 1)))
        .toList();
  }

  private boolean traced(String node) {
    Service service = world.service(node);
    return service != null && service.habits().instrumentation().traced();
  }
}
