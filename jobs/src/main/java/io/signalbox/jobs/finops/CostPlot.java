// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.finops;

import io.signalbox.jobs.pages.Html;
import io.signalbox.jobs.pages.Money;
import io.signalbox.jobs.pages.Times;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Draws costs over time as bars, each of the values of a dimension one upon the other. */
final class CostPlot {
  /** So many values are told apart; the style sheet has as many colours, and one for all others. */
  static final int MOST = 5;

  private static final String OTHERS = "others";
  private static final int WIDTH = 1040;
  private static final int HEIGHT = 220;
  private static final int TOP = 18;
  private static final int LABELS = 20;
  private static final int MOST_TICKS = 12;

  private final List<CostData.Sum> sums;
  private final String window;
  private final List<String> values;

  /**
   * Plans a plot.
   *
   * @param sums of one window and dimension, not empty
   */
  CostPlot(List<CostData.Sum> sums) {
    this.sums = sums;
    this.window = sums.get(0).window();
    Map<String, BigDecimal> whole = new TreeMap<>();
    sums.forEach(one -> whole.merge(one.value(), one.cost(), BigDecimal::add));
    List<String> sorted = new ArrayList<>(whole.keySet());
    sorted.sort(Comparator.comparing((String value) -> whole.get(value)).reversed());
    this.values = sorted;
  }

  /** Draws it, and says which colour is which value. */
  void draw(Html html, String label) {
    Map<Instant, double[]> bars = bars();
    double most = 0;
    for (double[] bar : bars.values()) {
      double sum = 0;
      for (double part : bar) {
        sum += part;
      }
      most = Math.max(most, sum);
    }
    html.open(
        "svg",
        "class",
        "plot",
        "viewBox",
        "0 0 " + WIDTH + " " + (TOP + HEIGHT + LABELS),
        "role",
        "img",
        "aria-label",
        label);
    html.element(
        "text", Money.text(BigDecimal.valueOf(most)), "class", "tick", "x", "0", "y", "12");
    line(html, TOP);
    double step = (double) WIDTH / bars.size();
    int at = 0;
    for (Map.Entry<Instant, double[]> bar : bars.entrySet()) {
      bar(html, bar, at * step, step, HEIGHT / Math.max(most, Double.MIN_NORMAL));
      if (at % (1 + (bars.size() - 1) / MOST_TICKS) == 0) {
        String y = "" + (TOP + HEIGHT + 14);
        html.element("text", tick(bar.getKey()), "class", "tick", "x", num(at * step), "y", y);
      }
      at++;
    }
    line(html, TOP + HEIGHT);
    html.close();
    legend(html);
  }

  /** A day without its year, a time without its seconds. */
  private String tick(Instant start) {
    return window.equals("day")
        ? Times.day(start).substring(5)
        : Times.clock(start).substring(0, 5);
  }

  private Map<Instant, double[]> bars() {
    Map<Instant, double[]> bars = new TreeMap<>();
    for (CostData.Sum one : sums) {
      double[] bar = bars.computeIfAbsent(one.startAt(), none -> new double[MOST + 1]);
      bar[place(one.value())] += one.cost().max(BigDecimal.ZERO).doubleValue();
    }
    return bars;
  }

  private int place(String value) {
    return Math.min(values.indexOf(value), MOST);
  }

  private void bar(
      Html html, Map.Entry<Instant, double[]> bar, double x, double step, double scale) {
    double y = TOP + HEIGHT;
    for (int i = 0; i <= MOST; i++) {
      double height = bar.getValue()[i] * scale;
      if (height > 0) {
        y -= height;
        html.open(
            "rect",
            "class",
            "part c" + i,
            "x",
            num(x + step / 10),
            "y",
            num(y),
            "width",
            num(step * 0.8),
            "height",
            num(height));
        String cost = Money.text(BigDecimal.valueOf(bar.getValue()[i]));
        html.element("title", bar.getKey() + ", " + name(i) + ": " + cost);
        html.close();
      }
    }
  }

  private String name(int place) {
    return place < MOST ? values.get(place) : OTHERS;
  }

  private void legend(Html html) {
    html.open("p", "class", "legend");
    for (int i = 0; i < Math.min(values.size(), MOST + 1); i++) {
      html.element("span", name(i), "class", "dot c" + i);
    }
    html.close();
  }

  private static void line(Html html, int y) {
    html.open("line", "class", "grid", "x1", "0", "x2", "" + WIDTH, "y1", "" + y, "y2", "" + y);
    html.close();
  }

  private static String num(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
