// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.faults;

import io.signalbox.simulator.world.Service;
import org.jspecify.annotations.Nullable;

/** Another model is switched to: all is green, but its answers are rated worse. */
final class QualityDrop extends Fault {
  /** The cheaper model. */
  private static final String WORSE = "gpt-4o-mini-2024-07-18";

  private static final double LOSS = 0.25;

  private final Service service;
  private final String usual;

  QualityDrop(Window window, Service service, String usual) {
    super(window, service.name());
    this.service = service;
    this.usual = usual;
  }

  @Override
  public @Nullable String version() {
    return WORSE;
  }

  @Override
  public void plan(Stage stage) {
    announce(stage, "model", WORSE, usual, window().from());
    announce(stage, "model", usual, WORSE, window().to());
  }

  @Override
  public String model(Service asking, String asked, long at) {
    return asking == service && window().holds(at) ? WORSE : asked;
  }

  @Override
  public double qualityLoss(Service rated, long at) {
    return rated == service && window().holds(at) ? LOSS : 0;
  }

  private void announce(Stage stage, String kind, String to, String from, long at) {
    stage.at(at, () -> stage.announce(kind, service.name(), to, from, "models/openai", at));
  }
}
