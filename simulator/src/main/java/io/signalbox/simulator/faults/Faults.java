// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.faults;

import io.signalbox.simulator.world.Pod;
import io.signalbox.simulator.world.Service;
import java.util.List;

/**
 * All faults of a world together: probabilities and times add up.
 *
 * @param all in the order in which they were ordered
 */
public record Faults(List<Fault> all) {
  /** True when any fault silences the node; see {@link Fault#silences}. */
  public boolean silences(String name, long at) {
    for (Fault fault : all) {
      if (fault.silences(name, at)) {
        return true;
      }
    }
    return false;
  }

  /** Sum of {@link Fault#errorShare}. */
  public double errorShare(Pod pod, long at) {
    double share = 0;
    for (Fault fault : all) {
      share += fault.errorShare(pod, at);
    }
    return share;
  }

  /** Sum of {@link Fault#extraWorkMs}. */
  public double extraWorkMs(Pod pod, long at) {
    double extra = 0;
    for (Fault fault : all) {
      extra += fault.extraWorkMs(pod, at);
    }
    return extra;
  }

  /** Sum of {@link Fault#extraWireMs}. */
  public double extraWireMs(Service caller, String callee, long at) {
    double extra = 0;
    for (Fault fault : all) {
      extra += fault.extraWireMs(caller, callee, at);
    }
    return extra;
  }

  /** Sum of {@link Fault#refusedShare}. */
  public double refusedShare(String provider, long at) {
    double share = 0;
    for (Fault fault : all) {
      share += fault.refusedShare(provider, at);
    }
    return share;
  }

  /** Turns after every fault; see {@link Fault#turns}. */
  public int turns(Service agent, int usual, long at) {
    int turns = usual;
    for (Fault fault : all) {
      turns = fault.turns(agent, turns, at);
    }
    return turns;
  }

  /** The model after every fault; see {@link Fault#model}. */
  public String model(Service service, String usual, long at) {
    String model = usual;
    for (Fault fault : all) {
      model = fault.model(service, model, at);
    }
    return model;
  }

  /** Sum of {@link Fault#qualityLoss}. */
  public double qualityLoss(Service service, long at) {
    double loss = 0;
    for (Fault fault : all) {
      loss += fault.qualityLoss(service, at);
    }
    return loss;
  }
}
