// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.world;

/**
 * Something services call that sends no telemetry of its own; a receiver beside it may read its
 * vital signs.
 *
 * @param name its address, and what callers name it by
 * @param port TCP port
 * @param system {@code postgresql}, {@code redis}, or for a model provider its name
 * @param resource encoded resource field of what a receiver reads of it
 */
public record Peer(String name, int port, String system, byte[] resource) implements Subject {
  @Override
  public String node() {
    return name;
  }
}
