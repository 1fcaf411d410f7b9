// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.faults;

import io.signalbox.simulator.vitals.Reading;
import io.signalbox.simulator.world.Failure;
import io.signalbox.simulator.world.Origin;
import io.signalbox.simulator.world.Pod;
import io.signalbox.simulator.world.Service;
import io.signalbox.simulator.world.World;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * The name of a service has no address any more. Callers that look it up fail at once; those that
 * still know an old address fail half a minute later, when nobody listens there.
 */
final class DnsFailure extends Fault {
  private static final long OLD_ADDRESSES = 30 * Origin.SECOND;
  private static final double LOOKUP_MS = 4;
  private static final double LOOKUPS_TRIED = 9;
  private static final int ALTERNATE = 3;

  DnsFailure(Window window, Service service) {
    super(window, service.name());
  }

  @Override
  public SortedSet<String> victims(World world) {
    return world.dependentsOf(node(), true);
  }

  @Override
  public @Nullable Snag snag(Pod caller, String callee, long at) {
    if (!callee.equals(node()) || !window().holds(at)) {
      return null;
    }
    boolean early = at < window().from() + OLD_ADDRESSES;
    boolean lookedUp = early || at / Origin.SECOND % ALTERNATE != 0;
    return lookedUp
        ? new Snag(early ? 0.6 : 1, Failure.NAMELESS, LOOKUP_MS)
        : new Snag(1, Failure.UNREACHABLE, LOOKUP_MS);
  }

  @Override
  public double reading(Reading reading, double usual, long at) {
    if (!window().holds(at) || !reading.detail().equals(node())) {
      return usual;
    }
    return switch (reading.vital()) {
      case DNS_LOOKUPS -> 0;
      case DNS_FAILURES -> usual + LOOKUPS_TRIED;
      default -> usual;
    };
  }
}
