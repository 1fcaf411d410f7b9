// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection.plot;

import io.signalbox.benchmarks.detection.evaluation.Verdicts;
import io.signalbox.benchmarks.detection.labelled.LabelledSeries;
import io.signalbox.benchmarks.detection.labelled.Segment;
import io.signalbox.benchmarks.detection.scoring.Detector;
import io.signalbox.benchmarks.detection.scoring.Scored;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A picture of a series: values, what was expected, labels and alarms, and the score below. */
public final class SeriesPlot {
  private static final int WIDTH = 1280;
  private static final int HEIGHT = 560;
  private static final int LEFT = 70;
  private static final int RIGHT = WIDTH - 20;
  private static final int TOP = 78;
  private static final int MIDDLE = 400;
  private static final int SCORE_TOP = 424;
  private static final int BOTTOM = 520;
  private static final String LABEL = "#f6d9a8";
  private static final String BAND = "#cfe3f3";
  private static final String VALUE = "#1f4e79";
  private static final String ALARM = "#c62828";
  private static final String SCORE = "#6a51a3";
  private static final String GRID = "#e4e4e4";
  private static final String INK = "#333333";

  private record Alarm(int row, String title) {}

  private final Svg svg = new Svg(WIDTH, HEIGHT);
  private final LabelledSeries series;
  private final String detector;
  private final Columns values = new Columns(RIGHT - LEFT);
  private final Columns band = new Columns(RIGHT - LEFT);
  private final Columns scores = new Columns(RIGHT - LEFT);
  private final List<Alarm> alarms = new ArrayList<>();
  private final long firstMs;
  private final long lastMs;
  private final Axis time;

  private SeriesPlot(Detector detector, LabelledSeries series) {
    this.series = series;
    this.detector = detector.title();
    firstMs = Arrays.stream(series.atMs()).filter(at -> at != Long.MIN_VALUE).min().orElse(0);
    lastMs = Math.max(firstMs + 1, Arrays.stream(series.atMs()).max().orElse(1));
    time = new Axis(firstMs, lastMs, LEFT, RIGHT);
    Verdicts.run(detector, series, this::take);
  }

  /** Runs a detector over a series and gives the picture as SVG. */
  public static String of(Detector detector, LabelledSeries series) {
    return new SeriesPlot(detector, series).draw();
  }

  private void take(int row, Scored said) {
    int column = column(row);
    values.add(column, series.values()[row]);
    band.add(column, said.lower, said.upper);
    scores.add(column, said.score);
    if (said.alarm) {
      alarms.add(
          new Alarm(
              row,
              String.format(
                  Locale.ROOT,
                  "%s: %s, expected %s, p %.1e, %s",
                  Instant.ofEpochMilli(series.atMs()[row]),
                  Axis.label(series.values()[row]),
                  Axis.label(said.expected),
                  said.pValue,
                  said.reason)));
    }
  }

  private double x(int row) {
    return time.place((double) series.atMs()[row]);
  }

  private int column(int row) {
    return (int) Math.min(RIGHT - LEFT - 1.0, x(row) - LEFT);
  }

  private String draw() {
    svg.rectangle(0, 0, WIDTH, HEIGHT, "white");
    labels();
    Axis value = valueAxis();
    grid(value, TOP, MIDDLE, 6);
    Axis score = new Axis(0, 1, BOTTOM, SCORE_TOP);
    grid(score, SCORE_TOP, BOTTOM, 2);
    times();
    area(band, value, BAND);
    line(values, value, VALUE);
    line(scores, score, SCORE);
    for (Alarm alarm : alarms) {
      double x = x(alarm.row());
      svg.line(x, TOP, x, MIDDLE, "#c6282855");
      svg.mark(x, TOP, ALARM, alarm.title());
    }
    title();
    return svg.document();
  }

  /** The axis of the values; a band that goes far beyond them is cut. */
  private Axis valueAxis() {
    double low = Arrays.stream(values.low).filter(Double::isFinite).min().orElse(0);
    double high = Arrays.stream(values.high).filter(Double::isFinite).max().orElse(1);
    return Axis.around(low, high, MIDDLE, TOP);
  }

  private void labels() {
    for (Segment segment : series.segments()) {
      double from = x(segment.first());
      double width = Math.max(2, x(segment.last()) - from);
      svg.rectangle(from, TOP, width, MIDDLE - TOP, LABEL);
      svg.rectangle(from, SCORE_TOP, width, BOTTOM - SCORE_TOP, LABEL);
    }
  }

  private void grid(Axis axis, int top, int bottom, int wanted) {
    for (double tick : axis.ticks(wanted)) {
      double y = axis.place(tick);
      svg.line(LEFT, y, RIGHT, y, GRID);
      svg.text(LEFT - 8.0, y + 4, "end", 12, INK, Axis.label(tick));
    }
    svg.line(LEFT, top, LEFT, bottom, INK);
    svg.line(LEFT, bottom, RIGHT, bottom, INK);
  }

  private void times() {
    int wanted = 8;
    for (long tick : TimeTicks.between(firstMs, lastMs, wanted)) {
      double x = time.place((double) tick);
      svg.line(x, BOTTOM, x, BOTTOM + 5.0, INK);
      String anchor = x > RIGHT - 40 ? "end" : x < LEFT + 40 ? "start" : "middle";
      String label = TimeTicks.label(tick, firstMs, lastMs, wanted);
      svg.text(x, BOTTOM + 20.0, anchor, 12, INK, label);
    }
  }

  private void line(Columns columns, Axis axis, String stroke) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < columns.count(); i++) {
      if (!columns.isEmpty(i)) {
        path.append(path.isEmpty() ? 'M' : 'L').append(point(i, axis.place(columns.low[i])));
        path.append('L').append(point(i, axis.place(columns.high[i])));
      }
    }
    svg.path(path, "none", stroke, 1.1);
  }

  private void area(Columns columns, Axis axis, String fill) {
    StringBuilder upper = new StringBuilder();
    StringBuilder lower = new StringBuilder();
    for (int i = 0; i < columns.count(); i++) {
      if (!columns.isEmpty(i)) {
        upper.append(upper.isEmpty() ? 'M' : 'L').append(point(i, axis.place(columns.high[i])));
        lower.insert(0, "L" + point(i, axis.place(columns.low[i])));
      }
    }
    if (!upper.isEmpty()) {
      svg.path(upper.append(lower).append('Z'), fill, "none", 0);
    }
  }

  private static String point(int column, double y) {
    return String.format(Locale.ROOT, "%.1f %.1f", LEFT + column + 0.5, y);
  }

  private void title() {
    svg.text(LEFT, 24, "start", 16, INK, series.path());
    svg.text(
        LEFT,
        44,
        "start",
        12,
        INK,
        String.format(
            Locale.ROOT,
            "%s: %,d points, %d labelled, %d alarms (times in UTC)",
            detector,
            series.size(),
            series.segments().size(),
            alarms.size()));
    legend(RIGHT - 400, VALUE, "value");
    legend(RIGHT - 330, BAND, "expected");
    legend(RIGHT - 240, LABEL, "labelled");
    legend(RIGHT - 150, ALARM, "alarm");
    legend(RIGHT - 75, SCORE, "score");
  }

  private void legend(int x, String fill, String text) {
    svg.rectangle(x, 14, 12, 12, fill);
    svg.text(x + 17.0, 25, "start", 12, INK, text);
  }
}
