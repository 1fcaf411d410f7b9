// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.world;

/** One thing an operation does. */
public sealed interface Step {
  /** True when the operation fails if this fails. */
  boolean critical();

  /**
   * Calls another service.
   *
   * @param callee what is called
   * @param chance probability that it is called at all, 0..1
   * @param critical whether the caller fails with it
   * @param timeoutMs how long the caller waits for one attempt, milliseconds
   * @param attempts how often it tries when there is no answer, at least 1
   * @param wireMs median of the time between the two, both ways together, milliseconds
   * @param attributes encoded attributes that every client span of it has
   */
  record ServiceCall(
      Operation callee,
      double chance,
      boolean critical,
      long timeoutMs,
      int attempts,
      double wireMs,
      byte[] attributes)
      implements Step {}

  /**
   * Calls a database or cache that sends no telemetry.
   *
   * @param peer what is called
   * @param name span name
   * @param chance probability that it is called at all, 0..1
   * @param critical whether the caller fails with it
   * @param workMs median of the call as the client sees it, milliseconds
   * @param attributes encoded attributes that every client span of it has
   */
  record PeerCall(
      Peer peer, String name, double chance, boolean critical, double workMs, byte[] attributes)
      implements Step {}

  /**
   * Asks a model provider.
   *
   * @param provider who is asked
   * @param model the model usually asked for
   * @param fallback who is asked when that one refuses, in a world whose vital signs are read
   * @param fallbackModel the model asked for then
   */
  record ModelCall(Peer provider, String model, Peer fallback, String fallbackModel)
      implements Step {
    @Override
    public boolean critical() {
      return true;
    }
  }

  /**
   * Thinks and uses tools in turns until the case is solved.
   *
   * @param think asks the assistant
   * @param tool looks something up
   * @param turns usual number of turns, at least 1
   */
  record AgentLoop(ServiceCall think, ServiceCall tool, int turns) implements Step {
    @Override
    public boolean critical() {
      return true;
    }
  }
}
