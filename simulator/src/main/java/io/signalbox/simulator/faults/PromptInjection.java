// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.faults;

import io.signalbox.simulator.world.Origin;
import io.signalbox.simulator.world.Pod;
import io.signalbox.simulator.world.Service;
import io.signalbox.simulator.world.Severity;

/**
 * One tenant sends questions that hide orders to the model. At first they are only rated as such;
 * then tools are asked for that are denied, and in the end data goes to a host nobody knows.
 */
final class PromptInjection extends Fault {
  private static final String TENANT = "acme";
  private static final double SHARE = 0.5;
  private static final long TOOLS_AFTER = 120 * Origin.SECOND;
  private static final long EGRESS_AFTER = 240 * Origin.SECOND;
  private static final long BETWEEN = 25 * Origin.SECOND;

  private final Service service;

  PromptInjection(Window window, Service service) {
    super(window, service.name());
    this.service = service;
  }

  @Override
  public void plan(Stage stage) {
    Pod pod = service.pods().get(0);
    every(
        stage,
        window().from() + TOOLS_AFTER,
        BETWEEN,
        at -> stage.write(pod, denied(at), at));
    every(
        stage,
        window().from() + EGRESS_AFTER,
        2 * BETWEEN,
        at -> stage.write(pod, egress(), at));
  }

  @Override
  public double injectedShare(Service asked, String tenant, long at) {
    return asked == service && tenant.equals(TENANT) && window().holds(at) ? SHARE : 0;
  }

  private static Line denied(long at) {
    String tool = at / BETWEEN % 2 == 0 ? "export_customers" : "run_shell";
    return Line.event(
        "gen_ai.tool.denied",
        Severity.WARN,
        "tool call denied by policy",
        "gen_ai.tool.name",
        tool,
        "tenant",
        TENANT);
  }

  private static Line egress() {
    return Line.event(
        "security.egress.anomaly",
        Severity.WARN,
        "first connection to this destination",
        "server.address",
        "paste.example.net",
        "tenant",
        TENANT);
  }
}
