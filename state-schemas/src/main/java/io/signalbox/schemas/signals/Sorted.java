// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a request is sorted into: one drawer for each group and tick. Items mostly come in runs of
 * one group and tick, so the last drawer is tried first.
 *
 * @param <G> group, compared by equals
 * @param <D> drawer
 */
final class Sorted<G, D> {
  private final Supplier<D> newDrawer;
  private final Map<Place<G>, D> drawers = new LinkedHashMap<>();
  private @Nullable Place<G> lastPlace;
  private @Nullable D lastDrawer;

  record Place<G>(G group, long tickMs) {
    boolean holds(long atMs) {
      return atMs >= tickMs && atMs - tickMs < SignalBatch.TICK_MS;
    }
  }

  Sorted(Supplier<D> newDrawer) {
    this.newDrawer = newDrawer;
  }

  D drawer(G group, long atMs) {
    Place<G> place = lastPlace;
    D drawer = lastDrawer;
    if (drawer != null && place != null && place.holds(atMs) && place.group.equals(group)) {
      return drawer;
    }
    place = new Place<>(group, SignalBatch.tickOf(atMs));
    drawer = drawers.computeIfAbsent(place, missing -> newDrawer.get());
    lastPlace = place;
    lastDrawer = drawer;
    return drawer;
  }

  void forEach(BiConsumer<Place<G>, D> use) {
    drawers.forEach(use);
  }

  void clear() {
    drawers.clear();
    lastPlace = null;
    lastDrawer = null;
  }
}
