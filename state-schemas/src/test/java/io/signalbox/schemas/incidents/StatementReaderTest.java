// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.incidents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.signalbox.analytics.incidents.IncidentFeedback;
import io.signalbox.analytics.incidents.IncidentVerdict;
import io.signalbox.analytics.incidents.IncidentWindow;
import io.signalbox.analytics.incidents.IncidentWindowKind;
import io.signalbox.analytics.incidents.Inquiry;
import io.signalbox.schemas.signals.MalformedTelemetry;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementReaderTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private static byte[] json(String quoted) {
    return quoted.replace('\'', '"').getBytes(UTF_8);
  }

  @Test
  void aQuestionMayLeaveOutAllButItsId() throws MalformedTelemetry {
    assertEquals(
        new Inquiry("q", "", Instant.EPOCH, null, null, null),
        StatementReader.question(json("{'id': 'q'}")));
    assertEquals(
        new Inquiry("q", "prod", NOON, "web", "inc-1", "cart"),
        StatementReader.question(
            json(
                "{'id': 'q', 'environment': 'prod', 'at': '2026-03-01T12:00:00Z',"
                    + " 'service': 'web', 'incident': 'inc-1', 'why_not': 'cart'}")));
    MalformedTelemetry refused =
        assertThrows(MalformedTelemetry.class, () -> StatementReader.question(json("{}")));
    assertEquals("question : no id", refused.detail());
  }

  @Test
  void aWindowMayLeaveOutWhatItDoesNotSay() throws MalformedTelemetry {
    IncidentWindow window =
        StatementReader.window(
            json(
                "{'id': 'w', 'kind': 'maintenance', 'services': ['cart*'],"
                    + " 'from': '2026-03-01T12:00:00Z', 'to': '2026-03-01T13:00:00Z'}"));
    assertEquals(
        new IncidentWindow(
            "w",
            null,
            IncidentWindowKind.MAINTENANCE,
            "",
            List.of("cart*"),
            NOON,
            NOON.plusSeconds(3600),
            "",
            ""),
        window);
    assertEquals(0, window.effectiveMs());
  }

  @Test
  void aWithdrawalNeedsOnlyAnId() throws MalformedTelemetry {
    IncidentWindow window = StatementReader.window(json("{'id': 'w', 'kind': 'withdrawn'}"));
    assertNull(window.from());
    IncidentFeedback said =
        StatementReader.feedback(json("{'id': 'g', 'verdict': 'withdrawn', 'withdraws': 'f'}"));
    assertEquals(IncidentVerdict.WITHDRAWN, said.verdict());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'id':'w'} | window without a kind",
        "{'kind':'silence'} | window : no id",
        "{'id':'w','kind':'silence','services':['a']} | window w: from null to null is no stretch",
        "{'id':'w','kind':'silence','services':[],'from':'2026-03-01T12:00:00Z',"
            + "'to':'2026-03-01T13:00:00Z'} | window w: 0 services",
        "{'id':'w','kind':'silence','services':[null],'from':'2026-03-01T12:00:00Z',"
            + "'to':'2026-03-01T13:00:00Z'} | window w: a null service",
        "{'id':'w','kind':'silence','services':['a'],'from':'1926-03-01T12:00:00Z',"
            + "'to':'2026-03-01T13:00:00Z'} | window w: from \"1926",
      })
  void aWindowThatMeansNothingIsRefusedByName(String text, String problem) {
    MalformedTelemetry refused =
        assertThrows(MalformedTelemetry.class, () -> StatementReader.window(json(text)));
    assertEquals(problem, refused.detail().substring(0, problem.length()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'id':'f'} | incident feedback without a verdict",
        "{'id':'f','verdict':'confirm'} | incident feedback f: no incident",
        "{'id':'f','verdict':'real_cause','incident':'i'} | incident feedback f: no cause",
        "{'id':'f','verdict':'withdrawn'} | incident feedback f: withdraws nothing",
      })
  void aStatementThatMeansNothingIsRefusedByName(String text, String problem) {
    MalformedTelemetry refused =
        assertThrows(MalformedTelemetry.class, () -> StatementReader.feedback(json(text)));
    assertEquals(problem, refused.detail().substring(0, problem.length()));
  }

  @Test
  void whatIsNoJsonIsRefused() {
    assertThrows(MalformedTelemetry.class, () -> StatementReader.window(json("[")));
    assertThrows(
        MalformedTelemetry.class, () -> StatementReader.feedback(json("{'revision':'x'}")));
  }
}
