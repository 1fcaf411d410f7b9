// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.quality;

import io.signalbox.analytics.quality.Histogram;
import io.signalbox.analytics.quality.ShapeWatch;
import io.signalbox.schemas.signals.FlatReader;
import io.signalbox.schemas.signals.FlatWriter;

/** How numbers are spread, as part of something. */
final class ShapeCodec {
  private ShapeCodec() {}

  static void write(FlatWriter out, ShapeWatch shape) {
    write(out, shape.first);
    out.flag(shape.reference != null);
    if (shape.reference != null && shape.recent != null) {
      write(out, shape.reference.edges());
      write(out, shape.reference);
      write(out, shape.recent);
    }
    out.count(shape.past.size());
    long[] before = {0};
    shape.past.forEach(
        (startMs, window) -> {
          out.signed(startMs - before[0]);
          before[0] = startMs;
          write(out, window);
        });
  }

  private static void write(FlatWriter out, Histogram histogram) {
    for (long count : histogram.counts()) {
      out.count(count);
    }
  }

  static void read(FlatReader in, ShapeWatch shape) {
    shape.first = values(in);
    if (in.flag()) {
      double[] edges = values(in);
      shape.reference = histogram(in, edges);
      shape.recent = histogram(in, edges);
    }
    int windows = in.version() == 1 ? 0 : in.length();
    long startMs = 0;
    for (int i = 0; i < windows && shape.reference != null; i++) {
      startMs += in.signed();
      shape.past.put(startMs, histogram(in, shape.reference.edges()));
    }
  }

  private static Histogram histogram(FlatReader in, double[] edges) {
    long[] counts = new long[edges.length + 1];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = in.count();
    }
    return new Histogram(edges, counts);
  }

  private static void write(FlatWriter out, double[] values) {
    out.count(values.length);
    for (double value : values) {
      out.real(value);
    }
  }

  private static double[] values(FlatReader in) {
    double[] values = new double[in.length()];
    for (int i = 0; i < values.length; i++) {
      values[i] = in.real();
    }
    return values;
  }
}
