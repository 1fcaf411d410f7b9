// SPDX-License-Identifier: Apache-2.0
package io.signalbox.testbed;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/**
 * The fixed loopback ports of one cluster, counted from a base. TaskManagers take free ones.
 *
 * @param base first of four ports, 1024..65532
 */
public record Ports(int base) {
  /** Where a cluster listens unless told otherwise. */
  public static final Ports DEFAULT = new Ports(19400);

  /** Refuses a base that leaves no room. */
  public Ports {
    if (base < 1024 || base > 65532) {
      throw new IllegalArgumentException("port base " + base + " is not in 1024..65532");
    }
  }

  /** Kafka's listener for clients. */
  public int kafka() {
    return base;
  }

  /** Kafka's listener for its own controller. */
  public int controller() {
    return base + 1;
  }

  /** Where TaskManagers find the JobManager. */
  public int jobManager() {
    return base + 2;
  }

  /** Flink's REST interface and web page. */
  public int rest() {
    return base + 3;
  }

  /** What Kafka clients are given as {@code bootstrap.servers}. */
  public String bootstrapServers() {
    return "127.0.0.1:" + kafka();
  }

  /**
   * Makes sure that a port can be had.
   *
   * @throws IllegalStateException naming the port and its purpose when another process listens
   *     there
   */
  static void requireFree(int port, String purpose) {
    try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      probe.setReuseAddress(true);
    } catch (IOException taken) {
      throw new IllegalStateException(
          "port " + port + " (" + purpose + ") is taken: free it or choose another --port-base",
          taken);
    }
  }
}
