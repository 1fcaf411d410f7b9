// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.faults;

/**
 * A rule of the Collector drops whatever is said of a service, by itself and by the cluster, while
 * it answers its callers as ever.
 */
final class TelemetrySilence extends Fault {
  TelemetrySilence(Window window, String service) {
    super(window, service);
  }

  @Override
  public boolean mutes(String name, long at) {
    return window().holds(at) && name.equals(node());
  }
}
