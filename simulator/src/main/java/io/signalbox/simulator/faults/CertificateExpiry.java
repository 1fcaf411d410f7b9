// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.faults;

import io.signalbox.simulator.vitals.Reading;
import io.signalbox.simulator.vitals.Vital;
import io.signalbox.simulator.world.Failure;
import io.signalbox.simulator.world.Origin;
import io.signalbox.simulator.world.Pod;
import io.signalbox.simulator.world.Service;
import io.signalbox.simulator.world.World;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * The certificate of a service ends when the window begins, as could be read for weeks. New
 * connections fail at once; within a minute, as old ones are closed, all calls do.
 */
final class CertificateExpiry extends Fault {
  private static final long OLD_CONNECTIONS = 45 * Origin.SECOND;
  private static final double HANDSHAKE_MS = 9;

  private final Service service;

  CertificateExpiry(Window window, Service service) {
    super(window, service.name());
    this.service = service;
  }

  @Override
  public SortedSet<String> victims(World world) {
    return world.dependentsOf(node(), true);
  }

  @Override
  public @Nullable Snag snag(Pod caller, String callee, long at) {
    if (!callee.equals(service.name()) || !window().holds(at)) {
      return null;
    }
    double share = 0.3 + 0.7 * (at - window().from()) / OLD_CONNECTIONS;
    return new Snag(Math.min(1, share), Failure.UNTRUSTED, HANDSHAKE_MS);
  }

  @Override
  public double reading(Reading reading, double usual, long at) {
    boolean before = at < window().to();
    return reading.is(Vital.CERTIFICATE, node()) && before
        ? (window().from() - at) / (double) Origin.SECOND
        : usual;
  }
}
