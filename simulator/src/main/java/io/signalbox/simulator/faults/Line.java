// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.faults;

import io.signalbox.simulator.world.Severity;
import java.util.List;

/**
 * A log record that a fault lets someone write.
 *
 * @param severity its severity
 * @param event its event name, empty for a plain record
 * @param body what it says
 * @param attributes keys and values in turn; values are texts or {@link Double}s
 */
public record Line(Severity severity, String event, String body, List<Object> attributes) {
  static Line of(Severity severity, String body, Object... attributes) {
    return new Line(severity, "", body, List.of(attributes));
  }

  static Line event(String event, Severity severity, String body, Object... attributes) {
    return new Line(severity, event, body, List.of(attributes));
  }

  /** An event of the cluster, as the Collector's receiver of them writes it. */
  static Line cluster(Severity severity, String kind, String name, String reason, String body) {
    return new Line(
        severity,
        "k8s.event",
        body,
        List.of("k8s.event.reason", reason, "k8s.object.kind", kind, "k8s.object.name", name));
  }
}
