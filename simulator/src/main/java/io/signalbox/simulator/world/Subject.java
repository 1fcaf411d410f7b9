// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.world;

/** One that readings are taken of, and that may write log records. */
public sealed interface Subject permits Pod, Host, Peer {
  /** What an SRE calls it: of a pod its service. */
  String node();

  /** Its encoded resource field; the same array means the same resource. */
  byte[] resource();
}
