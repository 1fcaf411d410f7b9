// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.faults;

import io.signalbox.simulator.vitals.Reading;
import io.signalbox.simulator.world.Host;
import io.signalbox.simulator.world.Pod;
import io.signalbox.simulator.world.Service;
import io.signalbox.simulator.world.World;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Something that goes wrong for a while. By itself it does nothing; each kind bends one thing. */
public abstract class Fault {
  private final Window window;
  private final String node;

  /**
   * Makes a fault.
   *
   * @param window when it holds
   * @param node the culprit, as an SRE would name it
   */
  Fault(Window window, String node) {
    this.window = window;
    this.node = node;
  }

  /** When it holds. */
  public final Window window() {
    return window;
  }

  /** The culprit, as an SRE would name it: a service, or the address of a silent peer. */
  public final String node() {
    return node;
  }

  /** The version (or model) at fault, or null when none is. */
  public @Nullable String version() {
    return null;
  }

  /** The caller when one edge alone is at fault, else null. */
  public @Nullable String caller() {
    return null;
  }

  /** Services that suffer without being at fault, sorted. */
  public SortedSet<String> victims(World world) {
    return new TreeSet<>();
  }

  /** Puts down what is to happen, once, before the world begins. */
  public void plan(Stage stage) {}

  /** Does something each {@code pause} nanoseconds, from that time to the end of the window. */
  final void every(Stage stage, long from, long pause, LongConsumer act) {
    if (window.holds(from)) {
      stage.at(
          from,
          () -> {
            act.accept(from);
            every(stage, from + pause, pause, act);
          });
    }
  }

  /** True when the node says nothing and answers nothing at that time. */
  public boolean silences(String name, long at) {
    return false;
  }

  /** True when nothing is heard of the node, whether it works or not. */
  public boolean mutes(String name, long at) {
    return silences(name, at);
  }

  /** How many requests come in, as a multiple of the usual. */
  public double load(long at) {
    return 1;
  }

  /** Hears of a request that reaches a pod. */
  public void arrives(Pod pod, long at) {}

  /** Probability that the pod fails a request it could have answered. */
  public double errorShare(Pod pod, long at) {
    return 0;
  }

  /** Work the pod has with a request beyond the usual, milliseconds. */
  public double extraWorkMs(Pod pod, long at) {
    return 0;
  }

  /** Processors the pod uses beyond the usual. */
  public double extraCpu(Pod pod, long at) {
    return 0;
  }

  /** Time a call spends between caller and callee beyond the usual, milliseconds. */
  public double extraWireMs(Service caller, String callee, long at) {
    return 0;
  }

  /** Why calls from a pod to another node do not come about, or null. */
  public @Nullable Snag snag(Pod caller, String callee, long at) {
    return null;
  }

  /** Mean number of queries in place of each usual one. */
  public double queries(Pod pod, String peer, double usual, long at) {
    return usual;
  }

  /** A vital sign, given what it would read. */
  public double reading(Reading reading, double usual, long at) {
    return usual;
  }

  /** By how much the clock of a machine is off, nanoseconds. */
  public long clockShift(Host host, long at) {
    return 0;
  }

  /** Probability that the provider refuses a call with status 429. */
  public double refusedShare(String provider, long at) {
    return 0;
  }

  /**
   * Turns an agent takes with a case, given how many it usually takes.
   *
   * @param begun when it began with the case
   */
  public int turns(Service agent, int usual, long begun, long at) {
    return usual;
  }

  /** The model a service asks for, given the one it usually asks for. */
  public String model(Service service, String usual, long at) {
    return usual;
  }

  /** Share of the usual documents that a service finds for a question, 0..1. */
  public double found(Service service, long at) {
    return 1;
  }

  /** Length of a model's answers as a multiple of the usual. */
  public double length(Service service, long at) {
    return 1;
  }

  /** Probability that a question of the tenant hides orders to the model. */
  public double injectedShare(Service asked, String tenant, long at) {
    return 0;
  }

  /** Probability that a question of the tenant makes the model ask for a tool it must not use. */
  public double deniedShare(Service asked, String tenant, long at) {
    return 0;
  }

  /** How much worse the answers of a service are rated, 0..1. */
  public double qualityLoss(Service service, long at) {
    return 0;
  }
}
