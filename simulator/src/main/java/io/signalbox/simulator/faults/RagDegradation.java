// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.faults;

import io.signalbox.simulator.world.Origin;
import io.signalbox.simulator.world.Service;
import org.jspecify.annotations.Nullable;

/**
 * An index is rebuilt with another embedding model than questions are embedded with. From when it
 * is switched to, little is found, and what the assistant says is shorter and made up.
 */
final class RagDegradation extends Fault {
  private static final String INDEX = "product-docs-v8";
  private static final String BEFORE = "product-docs-v7";
  private static final long REBUILT = 120 * Origin.SECOND;
  private static final double LOSS = 0.36;
  private static final double FOUND = 0.15;
  private static final double SHORTER = 0.4;

  RagDegradation(Window window, Service service) {
    super(window, service.name());
  }

  @Override
  public @Nullable String version() {
    return INDEX;
  }

  @Override
  public void plan(Stage stage) {
    announce(stage, INDEX, BEFORE, window().from());
    announce(stage, BEFORE, INDEX, window().to());
  }

  @Override
  public double found(Service service, long at) {
    return hits(service, at) ? FOUND : 1;
  }

  @Override
  public double length(Service service, long at) {
    return hits(service, at) ? SHORTER : 1;
  }

  @Override
  public double qualityLoss(Service service, long at) {
    return hits(service, at) ? LOSS : 0;
  }

  private boolean hits(Service service, long at) {
    boolean switched = at >= window().from() + REBUILT && at < window().to();
    return switched && service.name().equals(node());
  }

  private void announce(Stage stage, String to, String from, long at) {
    stage.at(at, () -> stage.announce("index", node(), to, from, "indexes/product-docs", at));
  }
}
