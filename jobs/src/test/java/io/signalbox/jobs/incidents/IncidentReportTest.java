// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.incidents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.incidents.Evidence;
import io.signalbox.analytics.incidents.Incident;
import io.signalbox.analytics.incidents.IncidentStatus;
import io.signalbox.analytics.incidents.Recommendation;
import io.signalbox.analytics.incidents.RiskTier;
import io.signalbox.analytics.incidents.RunbookStep;
import io.signalbox.analytics.incidents.Suspect;
import io.signalbox.analytics.quality.Confusion;
import io.signalbox.analytics.quality.QualityRate;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class IncidentReportTest {
  private static final String HOSTILE = "<img src=x onerror=alert(1)>\"'&\u202e\u0007</script>";

  private static String shop() {
    return IncidentReport.render(ShopDay.data(ShopDay.faults()));
  }

  private static Incident hostile() {
    Evidence evidence = new Evidence(HOSTILE, HOSTILE, ShopDay.START, HOSTILE, 1, 0, 0, 1);
    Suspect suspect = new Suspect(HOSTILE, HOSTILE, HOSTILE, 1, 1, List.of(evidence));
    return new Incident(
        HOSTILE,
        1,
        IncidentStatus.OPEN,
        HOSTILE,
        ShopDay.START,
        ShopDay.START,
        ShopDay.START,
        null,
        HOSTILE,
        HOSTILE,
        List.of(HOSTILE),
        List.of(suspect),
        ShopDay.START,
        null,
        null,
        List.of(),
        List.of(HOSTILE),
        List.of(),
        null,
        List.of(
            new Recommendation(
                HOSTILE,
                HOSTILE,
                List.of(new RunbookStep(HOSTILE, HOSTILE)),
                RiskTier.LOW,
                HOSTILE,
                HOSTILE,
                HOSTILE,
                List.of(HOSTILE),
                0.5,
                0)),
        1,
        null,
        null,
        List.of(),
        List.of());
  }

  @Test
  void theReportNamesEachCauseWithItsVictimsAndWhatToDo() {
    String html = shop();
    assertTrue(
        html.contains("payment v2.4.0 fails 94 % of requests; checkout and frontend suffer"));
    assertTrue(html.contains("external search-db fails 100 % of calls"));
    assertTrue(html.contains("slow edge: calls from frontend to assistant lose 410 ms"));
    assertTrue(html.contains("Roll back v2.4.0 of payment to v2.3.1."));
  }

  @Test
  void theReportComparesTruthAndFindings() {
    String html = shop();
    assertEquals(3, count(html, ">found</span>"));
    assertEquals(1, count(html, ">missed</span>"));
    assertFalse(IncidentReport.render(ShopDay.data(List.of())).contains("Truth"));
  }

  @Test
  void theReportLoadsAndRunsNothing() {
    String html = shop();
    assertTrue(html.contains("default-src &#39;none&#39;; style-src &#39;sha256-"));
    assertFalse(html.contains("<script"));
    assertFalse(Pattern.compile("(src|href)=\"[^#]").matcher(html).find());
    assertFalse(html.contains(" style=\""));
  }

  @Test
  void hostileTextStaysText() {
    String html =
        IncidentReport.render(
            new ReportData(List.of(hostile()), List.of(), List.of(), List.of(), List.of()));
    assertFalse(html.contains("<img"));
    assertFalse(html.contains("</script>"));
    assertFalse(html.contains("\u202e"));
    assertTrue(html.contains("&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;"));
  }

  @Test
  void everyElementIsClosed() throws Exception {
    String html = shop().replaceFirst("<!DOCTYPE html>", "").replaceAll("(<meta[^>]*)>", "$1/>");
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(html)));
  }

  @Test
  void anHourWithoutIncidentsIsSaidSo() {
    String html =
        IncidentReport.render(
            new ReportData(List.of(), List.of(), List.of(), List.of(), List.of()));
    assertTrue(html.contains("no incidents"));
  }

  @Test
  void answersAreToldByModelFromTheLastRevisionOfEachWindow() {
    QualityRate early = rate(0, 1, 40, 30);
    QualityRate later = rate(0, 2, 50, 45);
    QualityRate next = rate(600, 1, 50, 45);
    String html =
        IncidentReport.render(
            new ReportData(
                List.of(), List.of(), List.of(), List.of(), List.of(next, later, early)));
    assertTrue(html.contains("<td>90.0 %</td>"), html);
    assertTrue(html.contains("<td>100 of 200</td>"), html);
    assertEquals(1, count(html, "<td>gpt-4o</td>"));
  }

  private static QualityRate rate(int second, int revision, long rated, long good) {
    Instant start = Instant.ofEpochSecond(second);
    return new QualityRate(
        "prod",
        "bot",
        "relevance",
        "",
        "gpt-4o",
        start,
        start.plusSeconds(600),
        revision,
        100,
        rated,
        0,
        good,
        0,
        0,
        0,
        0,
        0,
        Confusion.NONE);
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }
}
