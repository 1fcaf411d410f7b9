// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.incidents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.signalbox.analytics.incidents.Alert;
import io.signalbox.analytics.incidents.AlertNotice;
import io.signalbox.analytics.incidents.ImpactText;
import io.signalbox.schemas.json.AnyRecord;
import io.signalbox.schemas.signals.Golden;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

class AlertsTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private static final String COST =
      "\"objectives\":\"cart-answers, web-answers\","
          + "\"error_budget_burnt\":\"11 % of the error budget of cart-answers\","
          + "\"users_hit\":\"61\",\"money_at_risk\":\"1272.60 EUR\",";

  private static Alert alert(@Nullable Instant endedAt, String environment) {
    return new Alert(
        "inc-1",
        3,
        endedAt == null,
        environment,
        "cart",
        "critical",
        List.of("minor", "critical"),
        NOON,
        endedAt,
        "cart v2 fails 12 % of requests",
        "cart v2",
        "Roll back v2 of cart to v1.",
        new ImpactText(
            "cart-answers, web-answers",
            "11 % of the error budget of cart-answers",
            "61",
            "1272.60 EUR"));
  }

  private static String json(AlertNotice notice, Instant now) {
    return new String(AlertmanagerJson.write(List.of(notice), now, now.plusSeconds(90)), UTF_8);
  }

  @Provide
  Arbitrary<Alert> alerts() {
    return AnyRecord.of(Alert.class);
  }

  @Property(tries = 200)
  void anAlertComesBackAsItWas(@ForAll("alerts") Alert alert) {
    assertEquals(alert, AlertCodec.decode(AlertCodec.encode(alert)));
  }

  @Example
  void theBytesAreThoseOfTheirVersion() throws IOException {
    Alert alert = alert(NOON.plusSeconds(60), "prod");
    assertEquals(alert, AlertCodec.decode(Golden.expect("alert-v2", AlertCodec.encode(alert))));
    assertThrows(IllegalArgumentException.class, () -> AlertCodec.decode(new byte[] {9, 0}));
  }

  @Example
  void bytesOfVersionOneSayNothingOfTheCostAndAreReadForever() throws IOException {
    Alert read = AlertCodec.decode(Golden.read("alert-v1"));
    assertEquals("Roll back v2 of cart to v1.", read.nextStep());
    assertEquals(ImpactText.NONE, read.impact());
  }

  @Example
  void anAlertThatGotWorseEndsUnderTheOldSeverityAndFiresUnderTheNewOne() {
    assertEquals(
        "[{\"labels\":{\"alertname\":\"SignalboxIncident\",\"incident_id\":\"inc-1\","
            + "\"environment\":\"prod\",\"service\":\"cart\",\"severity\":\"minor\"},"
            + "\"annotations\":{\"title\":\"cart v2 fails 12 % of requests\","
            + "\"first_suspect\":\"cart v2\",\"next_step\":\"Roll back v2 of cart to v1.\","
            + COST
            + "\"revision\":\"3\"},"
            + "\"startsAt\":\"2026-03-01T12:00:00Z\",\"endsAt\":\"2026-03-01T12:10:00Z\"},"
            + "{\"labels\":{\"alertname\":\"SignalboxIncident\",\"incident_id\":\"inc-1\","
            + "\"environment\":\"prod\",\"service\":\"cart\",\"severity\":\"critical\"},"
            + "\"annotations\":{\"title\":\"cart v2 fails 12 % of requests\","
            + "\"first_suspect\":\"cart v2\",\"next_step\":\"Roll back v2 of cart to v1.\","
            + COST
            + "\"revision\":\"3\"},"
            + "\"startsAt\":\"2026-03-01T12:00:00Z\",\"endsAt\":\"2026-03-01T12:11:30Z\"}]",
        json(
            new AlertNotice(alert(null, "prod"), "critical", List.of("minor")),
            NOON.plusSeconds(600)));
  }

  @Example
  void aLabelWithoutAValueIsLeftOut() {
    String json = json(new AlertNotice(alert(null, ""), "critical", List.of()), NOON);
    assertEquals(-1, json.indexOf("environment"), json);
  }

  @Example
  void nothingStartsOrEndsAfterNowWhateverTheClockOfTheTelemetry() {
    Alert ahead = alert(NOON.plusSeconds(3600), "prod");
    String json = json(new AlertNotice(ahead, null, List.of("critical")), NOON.minusSeconds(60));

    assertEquals(
        "\"startsAt\":\"2026-03-01T11:59:00Z\",\"endsAt\":\"2026-03-01T11:59:00Z\"}]",
        json.substring(json.indexOf("\"startsAt\"")));
  }
}
