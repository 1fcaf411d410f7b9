// SPDX-License-Identifier: Apache-2.0
package io.signalbox.testbed.savepoints;

import io.signalbox.schemas.signals.SignalKind;
import io.signalbox.simulator.Simulation;
import io.signalbox.simulator.SimulationOptions;
import io.signalbox.simulator.output.SignalTopic;
import io.signalbox.simulator.output.SimulationOutput;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** A request of a simulated world, as it comes over Kafka. */
record Request(SignalKind kind, long atMs, byte[] bytes) implements Serializable {

  /** All requests of a world in the order in which they are sent. */
  static List<Request> of(SimulationOptions world) throws IOException {
    List<Request> requests = new ArrayList<>();
    SimulationOutput output =
        new SimulationOutput() {
          @Override
          public void accept(SignalTopic topic, long atMs, byte[] value) {
            requests.add(new Request(kind(topic), atMs, value));
          }

          @Override
          public void close() {
            // nothing is open
          }
        };
    Simulation.run(world, output);
    return requests;
  }

  private static SignalKind kind(SignalTopic topic) {
    return switch (topic) {
      case METRICS -> SignalKind.METRICS;
      case SPANS -> SignalKind.TRACES;
      case LOGS -> SignalKind.LOGS;
      case CHANGES -> SignalKind.CHANGES;
    };
  }
}
