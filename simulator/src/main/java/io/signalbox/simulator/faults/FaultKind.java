// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.faults;

import io.signalbox.simulator.world.Service;
import io.signalbox.simulator.world.Shop;
import io.signalbox.simulator.world.World;
import java.util.Arrays;
import java.util.Locale;
import java.util.SortedSet;
import java.util.stream.Collectors;

/** What can be ordered to go wrong. */
public enum FaultKind {
  /** A new version fails most requests; see {@link BadDeploy}. */
  BAD_DEPLOY("payment", "a new version fails most requests until it is rolled back") {
    @Override
    Fault make(Window window, String target, World world) {
      return new BadDeploy(window, service(target, world));
    }
  },
  /** A service or database goes silent; see {@link DependencyOutage}. */
  DEPENDENCY_OUTAGE("shipping", "a service or database goes silent and its callers fail") {
    @Override
    Fault make(Window window, String target, World world) {
      Service service = world.service(target);
      if (service == null && world.peer(target) == null) {
        throw unknown(target, "service or database", world);
      }
      return new DependencyOutage(window, target, service);
    }
  },
  /** One edge loses time; see {@link SlowEdge}. */
  SLOW_EDGE("checkout/payment", "calls of one edge, CALLER/CALLEE, lose time on the way") {
    @Override
    Fault make(Window window, String target, World world) {
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
  },
  /** Memory climbs until containers are killed; see {@link MemoryLeak}. */
  MEMORY_LEAK("catalogue", "memory climbs until containers are killed, again and again") {
    @Override
    Fault make(Window window, String target, World world) {
      return new MemoryLeak(window, service(target, world));
    }
  },
  /** A slow callee is called again and again; see {@link RetryStorm}. */
  RETRY_STORM("catalogue", "a slow service is called again by impatient callers") {
    @Override
    Fault make(Window window, String target, World world) {
      return new RetryStorm(window, service(target, world));
    }
  },
  /** The model provider refuses calls; see {@link ProviderLimit}. */
  PROVIDER_429(Shop.MODEL_PROVIDER, "the model provider refuses most calls with status 429") {
    @Override
    Fault make(Window window, String target, World world) {
      return new ProviderLimit(window, only(Shop.MODEL_PROVIDER, target, world));
    }
  },
  /** The agent loops; see {@link RunawayAgent}. */
  RUNAWAY_AGENT(Shop.AGENT, "the agent loops and burns tokens") {
    @Override
    Fault make(Window window, String target, World world) {
      return new RunawayAgent(window, service(only(Shop.AGENT, target, world), world));
    }
  },
  /** A model switch makes answers worse; see {@link QualityDrop}. */
  QUALITY_DROP(Shop.ASSISTANT, "a model switch makes answers worse while all else stays green") {
    @Override
    Fault make(Window window, String target, World world) {
      Service assistant = service(only(Shop.ASSISTANT, target, world), world);
      return new QualityDrop(window, assistant, Shop.MODEL);
    }
  };

  private final String usualTarget;
  private final String summary;

  FaultKind(String usualTarget, String summary) {
    this.usualTarget = usualTarget;
    this.summary = summary;
  }

  /** The name it is ordered by, such as {@code bad-deploy}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What it hits when the order does not say. */
  public String usualTarget() {
    return usualTarget;
  }

  /** What happens, in one line. */
  public String summary() {
    return summary;
  }

  /**
   * The kind of that name.
   *
   * @throws IllegalArgumentException naming all kinds when there is none
   */
  public static FaultKind of(String label) {
    for (FaultKind kind : values()) {
      if (kind.label().equals(label)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("there is no fault '" + label + "'; choose one of " + all());
  }

  private static String all() {
    return Arrays.stream(values()).map(FaultKind::label).collect(Collectors.joining(", "));
  }

  abstract Fault make(Window window, String target, World world);

  private static Service service(String name, World world) {
    Service service = world.service(name);
    if (service == null) {
      throw unknown(name, "service", world);
    }
    return service;
  }

  private static String only(String expected, String target, World world) {
    if (!target.equals(expected)) {
      throw new IllegalArgumentException("it can only hit " + expected + ", not '" + target + "'");
    }
    if (world.service(target) == null && world.peer(target) == null) {
      throw new IllegalArgumentException(
          target + " is not part of this world; it takes at least " + Shop.WHOLE + " services");
    }
    return target;
  }

  private static IllegalArgumentException unknown(String name, String what, World world) {
    String some =
        world.services().stream().limit(Shop.WHOLE).map(Service::name).sorted().toList().toString();
    return new IllegalArgumentException(
        "there is no " + what + " '" + name + "' here; try " + some);
  }
}
