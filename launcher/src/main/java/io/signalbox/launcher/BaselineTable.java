// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import io.signalbox.jobs.savepoints.SeriesBaseline;
import io.signalbox.jobs.savepoints.ServiceBudget;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** Baselines as a table for people. */
final class BaselineTable {
  private static final String ROW = "%-9s %9s %12s %12s  %-27s %-24s %s%n";

  private BaselineTable() {}

  /** One row for each series, under a line for each environment and instance. */
  static void print(List<SeriesBaseline> series, PrintWriter out) {
    String place = "";
    for (SeriesBaseline one : series) {
      if (!place(one).equals(place)) {
        place = place(one);
        out.println(place);
        out.printf(ROW, "KIND", "VALUES", "LAST", "EXPECTED", "USUAL", "LAST SEEN", "SERIES");
      }
      out.printf(
          ROW,
          one.kind().name().toLowerCase(Locale.ROOT),
          one.values(),
          number(one.last()),
          number(one.expected()),
          number(one.lower()) + " .. " + number(one.upper()),
          one.lastAt(),
          one.series());
      if (one.openSince() != null) {
        out.printf(
            "          episode open since %s, smallest p-value %s%n",
            one.openSince(), number(one.pValue() == null ? 1 : one.pValue()));
      }
      if (one.budget() != null) {
        out.printf("          %s%n", one.budget().text());
      }
    }
  }

  /** One line for each environment in which people have spoken about the service. */
  static void printBudgets(List<ServiceBudget> budgets, PrintWriter out) {
    for (ServiceBudget one : budgets) {
      String environment = one.environment().isEmpty() ? "" : " in " + one.environment();
      out.printf("%s%s: %s%n", one.service(), environment, one.budget().text());
    }
  }

  private static String place(SeriesBaseline one) {
    String environment = one.environment().isEmpty() ? "" : " in " + one.environment();
    String instance = one.instance().isEmpty() ? ", as a whole" : ", instance " + one.instance();
    return one.service() + environment + instance;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.5g", value);
  }
}
