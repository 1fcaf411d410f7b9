// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.load;

import io.signalbox.schemas.signals.OtlpWriter;
import io.signalbox.schemas.signals.ProtoWriter;
import java.io.Serializable;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One encoded Export request as a Collector sends it, and the places in it that differ from send to
 * send: the digits of the service's name, the times and the values. Four points a metric; each
 * fourth metric is a cumulative counter, the rest are gauges.
 */
final class RequestTemplate implements Serializable {
  private static final long serialVersionUID = 1;

  /** Digits that stand for the service. */
  static final int DIGITS = 7;

  private static final String NAME_MARK = "#".repeat(DIGITS);
  private static final long TIME_MARK = 0x7a11_5b0c_3d9e_62f4L;
  private static final long VALUE_MARK = 0x5e27_91c8_0b6d_a3f1L;
  private static final int POINTS_OF_METRIC = 4;
  private static final int CUMULATIVE = 2;
  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final byte[] bytes;
  private final int[] names;
  private final int[] times;
  private final int[] values;

  /**
   * Encodes it.
   *
   * @param points number of points, at least 1
   * @param startNanos start of the counters, epoch nanoseconds
   */
  RequestTemplate(int points, int attributes, long startNanos) {
    bytes = encode(points, attributes, startNanos);
    names = names();
    times = places(TIME_MARK);
    values = places(VALUE_MARK);
    if (times.length != points || values.length != points) {
      throw new IllegalStateException("a mark occurs by chance");
    }
  }

  /** True when a point is one of a counter. */
  static boolean isCounter(int point) {
    return point / POINTS_OF_METRIC % 4 == 3;
  }

  int points() {
    return times.length;
  }

  /** The request itself; what is set is set in it. */
  byte[] bytes() {
    return bytes;
  }

  void setService(int service) {
    int rest = service;
    for (int digit = DIGITS - 1; digit >= 0; digit--) {
      byte character = (byte) ('0' + rest % 10);
      for (int name : names) {
        bytes[name + digit] = character;
      }
      rest /= 10;
    }
  }

  void setPoint(int point, long unixNanos, double value) {
    WORD.set(bytes, times[point], unixNanos);
    WORD.set(bytes, values[point], Double.doubleToRawLongBits(value));
  }

  private static byte[] encode(int points, int attributes, long startNanos) {
    ProtoWriter out = new ProtoWriter(256 * points);
    int resourceMetrics = out.begin(1);
    int resource = out.begin(1);
    OtlpWriter.attribute(out, 1, "service.name", "service-" + NAME_MARK);
    OtlpWriter.attribute(out, 1, "service.instance.id", "service-" + NAME_MARK + "-0");
    OtlpWriter.attribute(out, 1, "deployment.environment.name", "load");
    out.end(resource);
    int scope = out.begin(2);
    for (int first = 0; first < points; first += POINTS_OF_METRIC) {
      metric(out, first, Math.min(points, first + POINTS_OF_METRIC), attributes, startNanos);
    }
    out.end(scope);
    out.end(resourceMetrics);
    return out.toBytes();
  }

  private static void metric(ProtoWriter out, int first, int end, int attributes, long startNanos) {
    boolean counter = isCounter(first);
    int metric = out.begin(2);
    out.text(1, (counter ? "load.requests." : "load.queue.") + first / POINTS_OF_METRIC);
    int data = out.begin(counter ? 7 : 5);
    for (int i = first; i < end; i++) {
      int point = out.begin(1);
      OtlpWriter.attribute(out, 7, "http.request.method", i % 2 == 0 ? "GET" : "POST");
      OtlpWriter.attribute(out, 7, "http.route", i % 4 < 2 ? "/orders/{id}" : "/carts/{id}");
      if (attributes > 2) {
        OtlpWriter.attribute(out, 7, "server.address", "backend-" + i % 8 + ".internal");
      }
      if (attributes > 3) {
        OtlpWriter.attribute(out, 7, "network.protocol.version", "1.1");
      }
      if (counter) {
        out.fixed64(2, startNanos);
      }
      out.fixed64(3, TIME_MARK);
      out.fixed64(4, VALUE_MARK);
      out.end(point);
    }
    if (counter) {
      out.varint(2, CUMULATIVE);
      out.varint(3, 1);
    }
    out.end(data);
    out.end(metric);
  }

  private int[] names() {
    byte[] mark = NAME_MARK.getBytes(StandardCharsets.US_ASCII);
    int[] found = new int[2];
    int count = 0;
    for (int at = 0; at + DIGITS <= bytes.length && count < 2; at++) {
      if (Arrays.equals(bytes, at, at + DIGITS, mark, 0, DIGITS)) {
        found[count++] = at;
      }
    }
    return found;
  }

  private int[] places(long mark) {
    int[] found = new int[bytes.length / 8];
    int count = 0;
    for (int at = 0; at + 8 <= bytes.length; at++) {
      if ((long) WORD.get(bytes, at) == mark) {
        found[count++] = at;
      }
    }
    return Arrays.copyOf(found, count);
  }
}
