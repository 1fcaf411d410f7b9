// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.finops;

import io.signalbox.jobs.pages.Html;
import io.signalbox.jobs.pages.Money;
import io.signalbox.jobs.pages.Times;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** Writes what was spent over time and on what, how budgets stand, and what was unusual. */
final class CostSection {
  private static final List<String> DIMENSIONS =
      List.of("model", "provider", "tenant", "team", "feature", "agent", "region", "data_class");
  private static final String ALL = "all";
  private static final int FEW_DAYS = 3;
  private static final int MOST_UNUSUAL = 50;
  private static final Set<String> OF_OUTCOMES = Set.of(ALL, "tenant", "feature");
  private static final int MOST_OUTCOMES = 100;

  private final Html html;
  private final CostData data;

  private CostSection(Html html, CostData data) {
    this.html = html;
    this.data = data;
  }

  /** Nothing where nothing was charged. */
  static void write(Html html, CostData data) {
    if (!data.sums().isEmpty()) {
      new CostSection(html, data).write();
    }
  }

  private void write() {
    List<CostData.Sum> all = sumsOf("day", ALL);
    html.open("section", "id", "costs").element("h2", "Costs");
    html.element("p", said(all), "class", "faint");
    boolean days = all.stream().map(CostData.Sum::startAt).distinct().count() > FEW_DAYS;
    for (String dimension : DIMENSIONS) {
      List<CostData.Sum> sums = sumsOf(days ? "day" : "hour", dimension);
      if (sums.stream().map(CostData.Sum::value).distinct().count() > 1) {
        String label = "By " + dimension.replace('_', ' ') + " and " + (days ? "day" : "hour");
        html.element("h3", label);
        new CostPlot(sums).draw(html, label);
      }
    }
    outcomes();
    budgets();
    unusual();
    html.close();
  }

  private List<CostData.Sum> sumsOf(String window, String dimension) {
    return data.sums().stream()
        .filter(one -> one.window().equals(window) && one.dimension().equals(dimension))
        .toList();
  }

  private static String said(List<CostData.Sum> days) {
    BigDecimal cost = BigDecimal.ZERO;
    long requests = 0;
    TreeMap<Instant, CostData.Sum> sorted = new TreeMap<>();
    for (CostData.Sum day : days) {
      cost = cost.add(day.cost());
      requests += day.requests();
      sorted.put(day.startAt(), day);
    }
    return Times.day(sorted.firstKey())
        + " to "
        + Times.day(sorted.lastKey())
        + " UTC: "
        + Money.text(cost)
        + " as prices turned out, for "
        + requests
        + " calls of models.";
  }

  private void outcomes() {
    List<CostData.OutcomeLine> lines =
        data.outcomes().stream()
            .filter(one -> OF_OUTCOMES.contains(one.dimension()))
            .limit(MOST_OUTCOMES)
            .toList();
    if (lines.isEmpty()) {
      return;
    }
    html.element("h3", "What outcomes cost").open("table").open("tr");
    List.of("Month from", "Of", "Outcome", "Count", "Cost of each")
        .forEach(title -> html.element("th", title));
    html.close();
    for (CostData.OutcomeLine one : lines) {
      html.open("tr").element("td", Times.day(one.startAt()));
      html.element("td", of(one.dimension(), one.value())).element("td", one.outcome());
      html.element("td", "" + one.count()).element("td", Money.text(one.costEach())).close();
    }
    html.close();
  }

  private static String of(String dimension, String value) {
    return dimension.equals(ALL) ? ALL : dimension + " " + value;
  }

  private void budgets() {
    if (data.budgets().isEmpty()) {
      return;
    }
    html.element("h3", "Budgets in their last period").open("table").open("tr");
    List.of("Budget", "Until", "Amount", "Spent", "Share", "", "Forecast")
        .forEach(title -> html.element("th", title));
    html.close();
    data.budgets().forEach(this::budget);
    html.close();
  }

  private void budget(CostData.BudgetLine one) {
    double share = one.spent().divide(one.amount(), 4, RoundingMode.HALF_EVEN).doubleValue();
    html.open("tr").element("td", one.budget()).element("td", Times.day(one.endAt()));
    html.element("td", Money.text(one.amount())).element("td", Money.text(one.spent()));
    html.element("td", Times.percent(share)).open("td");
    html.element(
        "meter", Times.percent(share), "min", "0", "max", "1", "value", "" + Math.min(1, share));
    html.close();
    BigDecimal forecast = one.forecast();
    BigDecimal lower = one.lower();
    BigDecimal upper = one.upper();
    html.element(
        "td",
        forecast == null || lower == null || upper == null
            ? ""
            : Money.text(forecast) + ", " + Money.text(lower) + " to " + Money.text(upper));
    html.close();
  }

  private void unusual() {
    if (data.unusual().isEmpty()) {
      return;
    }
    html.element("h3", "Unusual costs").open("table").open("tr");
    List.of("From", "To", "Of", "What", "Cost", "Usually", "By")
        .forEach(title -> html.element("th", title));
    html.close();
    worst().forEach(this::unusual);
    html.close();
  }

  /** Those that changed most, in the order of time. */
  private Collection<CostData.Unusual> worst() {
    return data.unusual().stream()
        .sorted(
            Comparator.comparing(
                    (CostData.Unusual one) -> one.cost().subtract(one.expected()).abs())
                .reversed())
        .limit(MOST_UNUSUAL)
        .sorted(Comparator.comparing(CostData.Unusual::fromAt))
        .toList();
  }

  private void unusual(CostData.Unusual one) {
    String what = one.metric().equals("cost") ? "cost" : "cost of a call";
    String of = of(one.dimension(), one.value());
    html.open("tr").element("td", Times.day(one.fromAt()) + " " + Times.clock(one.fromAt()));
    html.element("td", Times.day(one.toAt()) + " " + Times.clock(one.toAt()));
    html.element("td", of).element("td", what + " " + one.direction());
    html.element("td", Money.text(one.cost())).element("td", Money.text(one.expected()));
    html.element("td", one.driver().replace('_', ' ')).close();
  }
}
