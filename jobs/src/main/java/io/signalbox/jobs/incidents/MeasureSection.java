// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.incidents;

import io.signalbox.analytics.incidents.IncidentMeasure;
import io.signalbox.jobs.pages.Html;
import io.signalbox.jobs.pages.Times;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/** Writes how well it went, by service and day, and in all. */
final class MeasureSection {
  private final Html html;
  private final Collection<IncidentMeasure> rows;

  private MeasureSection(Html html, Collection<IncidentMeasure> rows) {
    this.html = html;
    this.rows = rows;
  }

  /** Nothing while no incident is over. */
  static void write(Html html, ReportData data) {
    TreeMap<String, IncidentMeasure> last = new TreeMap<>();
    for (IncidentMeasure row : data.measures()) {
      last.merge(
          String.join("\n", row.day().toString(), row.environment(), row.service()),
          row,
          (left, right) -> left.revision() > right.revision() ? left : right);
    }
    last.values().removeIf(row -> row.incidents() == 0);
    if (!last.isEmpty()) {
      new MeasureSection(html, last.values()).write();
    }
  }

  private void write() {
    html.open("section", "id", "measures").element("h2", "How it went");
    html.open("table").open("tr");
    List.of(
            "Day",
            "First suspect",
            "Incidents over",
            "To detect",
            "To resolve",
            "Signs an incident",
            "Actionable")
        .forEach(title -> html.element("th", title));
    html.close();
    rows.forEach(this::row);
    if (rows.size() > 1) {
      long judged = sum(IncidentMeasure::judged);
      html.open("tr", "class", "total");
      cells(
          "",
          "all",
          sum(IncidentMeasure::incidents),
          sum(IncidentMeasure::timeToDetectMs),
          sum(IncidentMeasure::timeToResolveMs),
          sum(IncidentMeasure::signs),
          judged,
          sum(IncidentMeasure::actionable));
    }
    html.close();
    html.element(
        "p",
        "Means over the incidents that are over. Actionable: not rejected, of those that somebody"
            + " has judged.",
        "class",
        "faint");
    html.close();
  }

  private long sum(ToLongFunction<IncidentMeasure> part) {
    return rows.stream().mapToLong(part).sum();
  }

  private void row(IncidentMeasure row) {
    html.open("tr");
    String place = row.environment().isEmpty() ? "" : " in " + row.environment();
    cells(
        Times.day(row.day()),
        row.service() + place,
        row.incidents(),
        row.timeToDetectMs(),
        row.timeToResolveMs(),
        row.signs(),
        row.judged(),
        row.actionable());
  }

  private void cells(
      String day,
      String service,
      long incidents,
      long detectMs,
      long resolveMs,
      long signs,
      long judged,
      long actionable) {
    html.element("td", day).element("td", service).element("td", Long.toString(incidents));
    html.element("td", Times.length(Duration.ofMillis(detectMs / incidents)));
    html.element("td", Times.length(Duration.ofMillis(resolveMs / incidents)));
    html.element("td", String.format(Locale.ROOT, "%.1f", (double) signs / incidents));
    html.element("td", judged == 0 ? "nobody has said" : actionable + " of " + judged).close();
  }
}
