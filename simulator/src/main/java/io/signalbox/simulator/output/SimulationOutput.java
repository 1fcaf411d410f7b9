// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.output;

import java.io.IOException;

/** Takes what the world says, one Kafka record value at a time. */
@FunctionalInterface
public interface SimulationOutput extends AutoCloseable {
  /**
   * Takes one record. Calls come from one thread, and per topic {@code atMs} never falls.
   *
   * @param topic what it is
   * @param atMs event time at which a Collector would have sent it, epoch milliseconds; no item in
   *     it is later
   * @param record an Export request, or a CDEvent in JSON; the receiver may keep it
   * @throws IOException when it cannot be put away
   */
  void accept(SignalTopic topic, long atMs, byte[] record) throws IOException;

  /** Puts away what is still held back. By default there is nothing. */
  @Override
  default void close() throws IOException {}
}
