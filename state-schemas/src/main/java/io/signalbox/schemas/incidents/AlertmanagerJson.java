// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.incidents;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.signalbox.analytics.incidents.Alert;
import io.signalbox.analytics.incidents.AlertNotice;
import io.signalbox.analytics.incidents.ImpactText;
import java.time.Instant;
import java.util.Collection;

/**
 * Notices as the body of {@code POST /api/v2/alerts} of Alertmanager. Labels identify an alert
 * there, so they hold nothing that a later revision could change, but for the severity: an alert
 * that gets worse ends under the old one and fires under the new one, so that it can be routed.
 */
public final class AlertmanagerJson {
  /** The {@code alertname} of all alerts. */
  public static final String NAME = "SignalboxIncident";

  /** The label with the id of the incident. */
  public static final String INCIDENT = "incident_id";

  private static final JsonMapper MAPPER = new JsonMapper();

  private AlertmanagerJson() {}

  /**
   * Writes notices.
   *
   * @param now time of the machine; nothing starts or ends after it
   * @param until when Alertmanager may end what it is not told of again
   */
  public static byte[] write(Collection<AlertNotice> notices, Instant now, Instant until) {
    ArrayNode all = MAPPER.createArrayNode();
    for (AlertNotice notice : notices) {
      Alert alert = notice.alert();
      Instant started = earlier(alert.startedAt(), now);
      Instant over = alert.endedAt() == null ? now : earlier(alert.endedAt(), now);
      for (String severity : notice.ended()) {
        all.add(alert(alert, severity, started, over.isBefore(started) ? started : over));
      }
      if (notice.firing() != null) {
        all.add(alert(alert, notice.firing(), started, until));
      }
    }
    return all.toString().getBytes(UTF_8);
  }

  private static ObjectNode alert(Alert alert, String severity, Instant started, Instant ends) {
    ObjectNode json = MAPPER.createObjectNode();
    ObjectNode labels = json.putObject("labels");
    labels.put("alertname", NAME);
    labels.put(INCIDENT, alert.incident());
    putUnlessEmpty(labels, "environment", alert.environment());
    putUnlessEmpty(labels, "service", alert.service());
    putUnlessEmpty(labels, "severity", severity);
    ObjectNode annotations = json.putObject("annotations");
    annotations.put("title", alert.title());
    putUnlessEmpty(annotations, "first_suspect", alert.suspect());
    putUnlessEmpty(annotations, "next_step", alert.nextStep());
    ImpactText impact = alert.impact();
    putUnlessEmpty(annotations, "objectives", impact.objectives());
    putUnlessEmpty(annotations, "error_budget_burnt", impact.budgetBurnt());
    putUnlessEmpty(annotations, "users_hit", impact.usersHit());
    putUnlessEmpty(annotations, "money_at_risk", impact.moneyAtRisk());
    annotations.put("revision", Integer.toString(alert.revision()));
    json.put("startsAt", started.toString());
    json.put("endsAt", ends.toString());
    return json;
  }

  private static void putUnlessEmpty(ObjectNode node, String key, String value) {
    if (!value.isEmpty()) {
      node.put(key, value);
    }
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
