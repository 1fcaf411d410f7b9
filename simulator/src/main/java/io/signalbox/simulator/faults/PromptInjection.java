// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.faults;

import io.signalbox.simulator.vitals.Reading;
import io.signalbox.simulator.vitals.Vital;
import io.signalbox.simulator.world.Origin;
import io.signalbox.simulator.world.Pod;
import io.signalbox.simulator.world.Service;
import io.signalbox.simulator.world.Severity;

/**
 * One tenant sends questions that hide orders to the model. At first they are only rated as such;
 * then tools are asked for that are denied, and in the end answers hold secrets and much is sent.
 */
final class PromptInjection extends Fault {
  private static final String TENANT = "acme";
  private static final double SHARE = 0.5;
  private static final long TOOLS_AFTER = 120 * Origin.SECOND;
  private static final long SECRETS_AFTER = 240 * Origin.SECOND;
  private static final long BETWEEN = 40 * Origin.SECOND;
  private static final double DENIED = 0.2;
  private static final double SENT_TIMES = 9;

  private final Service service;

  PromptInjection(Window window, Service service) {
    super(window, service.name());
    this.service = service;
  }

  @Override
  public void plan(Stage stage) {
    Pod pod = service.pods().get(0);
    every(stage, window().from() + SECRETS_AFTER, BETWEEN, at -> stage.write(pod, secret(), at));
  }

  @Override
  public double injectedShare(Service asked, String tenant, long at) {
    return hits(asked, tenant, at) ? SHARE : 0;
  }

  @Override
  public double deniedShare(Service asked, String tenant, long at) {
    return hits(asked, tenant, at) && at >= window().from() + TOOLS_AFTER ? DENIED : 0;
  }

  @Override
  public double reading(Reading reading, double usual, long at) {
    boolean leaks = at >= window().from() + SECRETS_AFTER && at < window().to();
    return leaks && reading.is(Vital.SENT, node()) ? usual * SENT_TIMES : usual;
  }

  private boolean hits(Service asked, String tenant, long at) {
    return asked == service && tenant.equals(TENANT) && window().holds(at);
  }

  private static Line secret() {
    return Line.event(
        "gen_ai.evaluation.result",
        Severity.WARN,
        "answer holds what looks like a credential",
        "gen_ai.evaluation.name",
        "secret_leak",
        "gen_ai.evaluation.score.value",
        0.97,
        "tenant",
        TENANT);
  }
}
