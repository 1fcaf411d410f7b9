// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.world;

/**
 * A machine that pods run on.
 *
 * @param node its name
 * @param zone availability zone it stands in
 * @param resource encoded resource field of what its agent says
 */
public record Host(String node, String zone, byte[] resource) implements Subject {
  /** A machine of a zone. */
  static Host of(String node, String zone) {
    return new Host(node, zone, Resources.host(node, zone));
  }
}
