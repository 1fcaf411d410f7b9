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
      for (Histogram one : new Histogram[] {shape.reference, shape.recent}) {
        for (long count : one.counts()) {
          out.count(count);
        }
      }
    }
  }

  static void read(FlatReader in, ShapeWatch shape) {
    shape.first = values(in);
    if (in.flag()) {
      double[] edges = values(in);
      shape.reference = histogram(in, edges);
      shape.recent = histogram(in, edges);
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
