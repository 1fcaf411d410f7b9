// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.telemetry;

import io.signalbox.schemas.signals.OtlpWriter;
import io.signalbox.schemas.signals.ProtoWriter;
import io.signalbox.simulator.vitals.Form;
import io.signalbox.simulator.vitals.Vital;
import java.util.List;

/** Writes metrics of one point each, of every kind there is, all of the same time. */
final class MetricWriter {
  private static final int METRIC = 2;
  private static final int DELTA = 1;
  private static final int CUMULATIVE = 2;
  private static final int NUMBER_ATTRIBUTES = 7;
  private static final int HISTOGRAM_ATTRIBUTES = 9;

  private final ProtoWriter out = new ProtoWriter(1 << 13);
  private int metric;
  private int kind;
  private int point;
  private long startNs;
  private long atNs;
  private int points;

  /** Begins a scrape; cumulative points will count from {@code startNs}. */
  void scrape(long start, long at) {
    out.clear();
    startNs = start;
    atNs = at;
    points = 0;
  }

  int points() {
    return points;
  }

  byte[] toBytes() {
    return out.toBytes();
  }

  void gauge(String name, String unit, double value) {
    begin(name, unit, 5);
    out.fixed64(3, atNs).number(4, value);
    end();
  }

  void gauge(String name, String unit, long value) {
    begin(name, unit, 5);
    out.fixed64(3, atNs).fixed64(6, value);
    end();
  }

  void gauge(Vital vital, double value, String detail) {
    begin(vital.metric(), vital.unit(), 5);
    out.fixed64(3, atNs).number(4, value);
    attributes(vital, detail, NUMBER_ATTRIBUTES);
    end();
  }

  void sum(Vital vital, long value, String detail) {
    begin(vital.metric(), vital.unit(), 7);
    out.fixed64(2, startNs).fixed64(3, atNs).fixed64(6, value);
    attributes(vital, detail, NUMBER_ATTRIBUTES);
    out.end(point);
    out.varint(2, CUMULATIVE);
    if (vital.form() == Form.COUNTER) {
      out.varint(3, 1);
    }
    close();
  }

  void histogram(Vital vital, double[] bounds, long[] counts, double sum, String detail) {
    begin(vital.metric(), vital.unit(), 9);
    histogramPoint(bounds, counts, sum);
    attributes(vital, detail, HISTOGRAM_ATTRIBUTES);
    out.end(point);
    out.varint(2, CUMULATIVE);
    close();
  }

  void counter(String name, String unit, long value, String key, String tag) {
    sum(name, unit, startNs, value, key, tag, CUMULATIVE, true);
  }

  void upDown(String name, String unit, long value, String key, String tag) {
    sum(name, unit, startNs, value, key, tag, CUMULATIVE, false);
  }

  void delta(String name, String unit, long since, long value, String key, String tag) {
    sum(name, unit, since, value, key, tag, DELTA, true);
  }

  void histogram(String name, String unit, double[] bounds, long[] counts, double sum) {
    begin(name, unit, 9);
    histogramPoint(bounds, counts, sum);
    out.end(point);
    out.varint(2, CUMULATIVE);
    close();
  }

  private void histogramPoint(double[] bounds, long[] counts, double sum) {
    out.fixed64(2, startNs).fixed64(3, atNs).fixed64(4, total(counts)).number(5, sum);
    int packed = out.begin(6);
    for (long count : counts) {
      out.rawFixed64(count);
    }
    out.end(packed);
    packed = out.begin(7);
    for (double bound : bounds) {
      out.rawFixed64(Double.doubleToRawLongBits(bound));
    }
    out.end(packed);
  }

  private void attributes(Vital vital, String detail, int field) {
    List<String> pairs = vital.attributes();
    for (int i = 0; i < pairs.size(); i += 2) {
      OtlpWriter.attribute(out, field, pairs.get(i), pairs.get(i + 1));
    }
    if (!detail.isEmpty()) {
      OtlpWriter.attribute(out, field, vital.detailKey(), detail);
    }
  }

  /** The i-th bucket holds values above 2^(i / 2^scale), up to and with the next such bound. */
  void exponential(String name, String unit, int scale, long[] counts, double sum) {
    begin(name, unit, 10);
    out.fixed64(2, startNs).fixed64(3, atNs).fixed64(4, total(counts)).number(5, sum);
    out.zigzag(6, scale);
    int first = 0;
    int last = counts.length - 1;
    while (first < last && counts[first] == 0) {
      first++;
    }
    while (last > first && counts[last] == 0) {
      last--;
    }
    int positive = out.begin(8);
    out.zigzag(1, first);
    int packed = out.begin(2);
    for (int i = first; i <= last; i++) {
      out.rawVarint(counts[i]);
    }
    out.end(packed);
    out.end(positive);
    out.end(point);
    out.varint(2, CUMULATIVE);
    close();
  }

  void summary(String name, long count, double sum, double[] quantiles, double[] values) {
    begin(name, "s", 11);
    out.fixed64(2, startNs).fixed64(3, atNs).fixed64(4, count).number(5, sum);
    for (int i = 0; i < quantiles.length; i++) {
      int mark = out.begin(6);
      out.number(1, quantiles[i]).number(2, values[i]);
      out.end(mark);
    }
    end();
  }

  private void sum(
      String name,
      String unit,
      long since,
      long value,
      String key,
      String tag,
      int temporality,
      boolean monotonic) {
    begin(name, unit, 7);
    out.fixed64(2, since).fixed64(3, atNs).fixed64(6, value);
    if (!key.isEmpty()) {
      OtlpWriter.attribute(out, NUMBER_ATTRIBUTES, key, tag);
    }
    out.end(point);
    out.varint(2, temporality);
    if (monotonic) {
      out.varint(3, 1);
    }
    close();
  }

  private void begin(String name, String unit, int dataField) {
    metric = out.begin(METRIC);
    out.text(1, name).text(3, unit);
    kind = out.begin(dataField);
    point = out.begin(1);
  }

  private void end() {
    out.end(point);
    close();
  }

  private void close() {
    out.end(kind);
    out.end(metric);
    points++;
  }

  private static long total(long[] counts) {
    long total = 0;
    for (long count : counts) {
      total += count;
    }
    return total;
  }
}
