// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.incidents;

import io.signalbox.analytics.incidents.ImpactText;
import io.signalbox.analytics.incidents.Incident;
import io.signalbox.analytics.incidents.ObjectiveHit;
import io.signalbox.jobs.pages.Html;
import java.util.List;
import java.util.Locale;

/** Writes which objectives an incident has hit, and what it costs. */
final class ImpactTable {
  private ImpactTable() {}

  /** Nothing where no objective was hit. */
  static void write(Html html, Incident incident) {
    if (incident.objectives().isEmpty()) {
      return;
    }
    html.element("h3", "What it costs");
    if (!incident.moneyAtRisk().isEmpty()) {
      html.element("p", ImpactText.of(incident).moneyAtRisk() + " at risk", "class", "money");
    }
    html.open("table").open("tr");
    List.of("Objective", "Failed or slow", "More than usual", "Budget burnt", "Left", "Users")
        .forEach(title -> html.element("th", title));
    html.close();
    incident.objectives().forEach(hit -> row(html, hit));
    html.close();
  }

  private static void row(Html html, ObjectiveHit hit) {
    String where = hit.caller() == null ? hit.service() : hit.caller() + " → " + hit.service();
    String kind = hit.indicator().name().toLowerCase(Locale.ROOT);
    html.open("tr").open("td").text(hit.objective());
    html.element("span", " " + where + ", " + kind + " " + hit.target(), "class", "faint").close();
    html.element("td", hit.bad() + " of " + hit.requests());
    html.element("td", Long.toString(hit.aboveUsual()));
    html.element("td", percent(hit.burntShare())).element("td", percent(hit.leftShare()));
    html.element("td", hit.users() == null ? "" : Long.toString(hit.users())).close();
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }
}
