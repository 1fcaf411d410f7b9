// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.faults;

import io.signalbox.simulator.world.Failure;
import io.signalbox.simulator.world.Peer;
import io.signalbox.simulator.world.Pod;
import io.signalbox.simulator.world.World;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** A database or partner refuses most requests, for there are too many. */
final class PeerRefusal extends Fault {
  private static final Snag REFUSED = new Snag(0.7, Failure.LIMITED, 8);

  PeerRefusal(Window window, Peer peer) {
    super(window, peer.name());
  }

  @Override
  public SortedSet<String> victims(World world) {
    return world.dependentsOf(node(), true);
  }

  @Override
  public @Nullable Snag snag(Pod caller, String callee, long at) {
    return callee.equals(node()) && window().holds(at) ? REFUSED : null;
  }
}
