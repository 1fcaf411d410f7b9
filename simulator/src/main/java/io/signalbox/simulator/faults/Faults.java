// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.faults;

import io.signalbox.simulator.vitals.Reading;
import io.signalbox.simulator.world.Host;
import io.signalbox.simulator.world.Pod;
import io.signalbox.simulator.world.Service;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All faults of a world together: probabilities and times add up.
 *
 * @param all in the order in which they were ordered
 * @param vitals true in a world whose vital signs are read
 */
public record Faults(List<Fault> all, boolean vitals) {
  /** True when any fault silences the node; see {@link Fault#silences}. */
  public boolean silences(String name, long at) {
    for (Fault fault : all) {
      if (fault.silences(name, at)) {
        return true;
      }
    }
    return false;
  }

  /** True when any fault mutes the node; see {@link Fault#mutes}. */
  public boolean mutes(String name, long at) {
    for (Fault fault : all) {
      if (fault.mutes(name, at)) {
        return true;
      }
    }
    return false;
  }

  /** Product of {@link Fault#load}. */
  public double load(long at) {
    double load = 1;
    for (Fault fault : all) {
      load *= fault.load(at);
    }
    return load;
  }

  /** Tells every fault of a request that reaches a pod. */
  public void arrives(Pod pod, long at) {
    for (Fault fault : all) {
      fault.arrives(pod, at);
    }
  }

  /** The first {@link Fault#snag}, or null. */
  public @Nullable Snag snag(Pod caller, String callee, long at) {
    for (Fault fault : all) {
      Snag snag = fault.snag(caller, callee, at);
      if (snag != null) {
        return snag;
      }
    }
    return null;
  }

  /** Queries after every fault; see {@link Fault#queries}. */
  public double queries(Pod pod, String peer, double usual, long at) {
    double queries = usual;
    for (Fault fault : all) {
      queries = fault.queries(pod, peer, queries, at);
    }
    return queries;
  }

  /** A vital sign after every fault; see {@link Fault#reading}. */
  public double reading(Reading reading, double usual, long at) {
    double value = usual;
    for (Fault fault : all) {
      value = fault.reading(reading, value, at);
    }
    return value;
  }

  /** Sum of {@link Fault#clockShift}. */
  public long clockShift(Host host, long at) {
    long shift = 0;
    for (Fault fault : all) {
      shift += fault.clockShift(host, at);
    }
    return shift;
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

  /** Sum of {@link Fault#extraCpu}. */
  public double extraCpu(Pod pod, long at) {
    double extra = 0;
    for (Fault fault : all) {
      extra += fault.extraCpu(pod, at);
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
  public int turns(Service agent, int usual, long begun, long at) {
    int turns = usual;
    for (Fault fault : all) {
      turns = fault.turns(agent, turns, begun, at);
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

  /** Product of {@link Fault#found}. */
  public double found(Service service, long at) {
    double found = 1;
    for (Fault fault : all) {
      found *= fault.found(service, at);
    }
    return found;
  }

  /** Product of {@link Fault#length}. */
  public double length(Service service, long at) {
    double length = 1;
    for (Fault fault : all) {
      length *= fault.length(service, at);
    }
    return length;
  }

  /** Sum of {@link Fault#injectedShare}. */
  public double injectedShare(Service asked, String tenant, long at) {
    double share = 0;
    for (Fault fault : all) {
      share += fault.injectedShare(asked, tenant, at);
    }
    return share;
  }

  /** Sum of {@link Fault#deniedShare}. */
  public double deniedShare(Service asked, String tenant, long at) {
    double share = 0;
    for (Fault fault : all) {
      share += fault.deniedShare(asked, tenant, at);
    }
    return share;
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
