// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.incidents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.incidents.Evidence;
import io.signalbox.analytics.incidents.Incident;
import io.signalbox.analytics.incidents.IncidentMeasure;
import io.signalbox.analytics.incidents.IncidentStatus;
import io.signalbox.analytics.incidents.MoneyAtRisk;
import io.signalbox.analytics.incidents.ObjectiveHit;
import io.signalbox.analytics.incidents.Recommendation;
import io.signalbox.analytics.incidents.RiskTier;
import io.signalbox.analytics.incidents.RunbookStep;
import io.signalbox.analytics.incidents.Suspect;
import io.signalbox.analytics.objectives.Indicator;
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
                0,
                null)),
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
            new ReportData(
                List.of(hostile()), List.of(), List.of(), List.of(), List.of(), List.of()));
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
            new ReportData(List.of(), List.of(), List.of(), List.of(), List.of(), List.of()));
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
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(next, later, early),
                List.of()));
    assertTrue(html.contains("<td>90.0 %</td>"), html);
    assertTrue(html.contains("<td>100 of 200</td>"), html);
    assertEquals(1, count(html, "<td>gpt-4o</td>"));
  }

  private static Incident shopIncident(String id, IncidentStatus status, int second) {
    Instant at = ShopDay.START.plusSeconds(second);
    Suspect suspect = new Suspect("cart", "service", null, 1, 1, List.of());
    return new Incident(
        id,
        second,
        status,
        "",
        ShopDay.START,
        ShopDay.START.plusSeconds(10),
        at,
        null,
        "title of " + id,
        "major",
        List.of("cart"),
        List.of(suspect),
        ShopDay.START,
        null,
        null,
        List.of(),
        List.of(),
        List.of(),
        status == IncidentStatus.MERGED ? "whole" : null,
        List.of(),
        1,
        status == IncidentStatus.SPLIT ? "whole" : null,
        id.equals("whole") && second < 60 ? "new-cart" : null,
        List.of(
            new ObjectiveHit(
                "cart-answers",
                "cart",
                "web",
                Indicator.LATENCY,
                "0.99",
                200,
                40,
                39,
                1_000,
                0.04,
                0.5,
                "19.50",
                "EUR",
                7L,
                true)),
        List.of(new MoneyAtRisk("EUR", "19.50")));
  }

  private static String report(List<Incident> incidents, List<IncidentMeasure> measures) {
    return IncidentReport.render(
        new ReportData(incidents, List.of(), List.of(), List.of(), List.of(), measures));
  }

  @Test
  void whatWasMergedSplitAndSilencedIsToldWhereItBelongs() {
    String html =
        report(
            List.of(
                shopIncident("whole", IncidentStatus.OPEN, 10),
                shopIncident("whole", IncidentStatus.UPDATED, 60),
                shopIncident("younger", IncidentStatus.MERGED, 30),
                shopIncident("part", IncidentStatus.SPLIT, 50)),
            List.of());
    assertTrue(
        html.contains("Merged into others: 1. Split off from others: 1. Silenced by people: 1."),
        html);
    assertTrue(html.contains("Silenced by window new-cart from 12:00:10 on"), html);
    assertTrue(html.contains("The silence ended, 12:01:00"), html);
    assertTrue(html.contains("Split off: <a href=\"#part\">title of part</a>, 12:00:10"), html);
    assertTrue(html.contains("Merged into this one: <q>title of younger</q>, 12:00:30"), html);
    assertTrue(html.contains("Was a part of <a href=\"#whole\">title of whole</a>"), html);
  }

  @Test
  void whatAnIncidentCostsIsToldWithItsObjectives() {
    String html = report(List.of(shopIncident("whole", IncidentStatus.OPEN, 10)), List.of());
    assertTrue(html.contains("19.50 EUR at risk"), html);
    assertTrue(html.contains(" web → cart, latency 0.99"), html);
    assertTrue(
        html.contains("<td>40 of 200</td><td>39</td><td>4.0 %</td><td>50.0 %</td><td>7</td>"));
  }

  @Test
  void measuresAreToldByServiceAndDayFromTheirLastRevision() {
    IncidentMeasure early = measure("cart", 1, 1, 20_000, 600_000, 3, 0, 0);
    IncidentMeasure later = measure("cart", 2, 2, 50_000, 900_000, 9, 2, 1);
    IncidentMeasure other = measure("web", 1, 1, 10_000, 60_000, 2, 0, 0);
    String html = report(List.of(), List.of(later, early, other));
    assertTrue(
        html.contains(
            "<td>cart</td><td>2</td><td>25 s</td><td>8 min</td><td>4.5</td><td>1 of 2</td>"),
        html);
    assertTrue(html.contains("<td>web</td><td>1</td><td>10 s</td><td>60 s</td>"), html);
    assertTrue(
        html.contains("<td>all</td><td>3</td><td>20 s</td><td>5 min</td><td>3.7</td>"), html);
  }

  private static IncidentMeasure measure(
      String service,
      int revision,
      long incidents,
      long detectMs,
      long resolveMs,
      long signs,
      long judged,
      long actionable) {
    Instant day = Instant.parse("2026-03-01T00:00:00Z");
    return new IncidentMeasure(
        "",
        service,
        day,
        revision,
        ShopDay.START,
        incidents,
        detectMs,
        resolveMs,
        signs,
        judged,
        actionable);
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
