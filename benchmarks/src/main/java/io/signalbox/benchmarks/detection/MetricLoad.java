// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection;

import io.signalbox.schemas.signals.Hash64;
import io.signalbox.schemas.signals.OtlpWriter;
import io.signalbox.schemas.signals.ProtoWriter;
import java.io.Serializable;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Requests of gauges as a Collector sends them, one service a request, made by patching times and
 * values into a template, so that making them costs next to nothing beside reading them.
 */
final class MetricLoad implements Serializable {
  private static final long serialVersionUID = 1;

  private static final long TIME_MARK = 0x7a11_5b0c_3d9e_62f4L;
  private static final long VALUE_MARK = 0x5e27_91c8_0b6d_a3f1L;
  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final byte[][] templates;
  private final int[] times;
  private final int[] values;

  /**
   * Makes the templates.
   *
   * @param services number of services
   * @param series series of each
   * @param attributes attributes of each point, 2 to 4
   */
  MetricLoad(int services, int series, int attributes) {
    templates = new byte[services][];
    for (int service = 0; service < services; service++) {
      templates[service] =
          template("service-" + String.format("%06d", service), series, attributes);
    }
    times = offsets(templates[0], TIME_MARK);
    values = offsets(templates[0], VALUE_MARK);
    if (times.length != series || values.length != series) {
      throw new IllegalStateException("a mark occurs by chance");
    }
  }

  private static byte[] template(String service, int series, int attributes) {
    ProtoWriter out = new ProtoWriter(256 * series);
    int resourceMetrics = out.begin(1);
    int resource = out.begin(1);
    OtlpWriter.attribute(out, 1, "service.name", service);
    OtlpWriter.attribute(out, 1, "service.instance.id", service + "-0");
    OtlpWriter.attribute(out, 1, "deployment.environment.name", "load");
    out.end(resource);
    int scope = out.begin(2);
    for (int i = 0; i < series; i++) {
      int metric = out.begin(2);
      out.text(1, "load.gauge." + i / 4);
      int gauge = out.begin(5);
      int point = out.begin(1);
      OtlpWriter.attribute(out, 7, "http.request.method", i % 2 == 0 ? "GET" : "POST");
      OtlpWriter.attribute(out, 7, "http.route", i % 4 < 2 ? "/orders/{id}" : "/carts/{id}");
      if (attributes > 2) {
        OtlpWriter.attribute(out, 7, "server.address", "backend-" + i % 8 + ".internal");
      }
      if (attributes > 3) {
        OtlpWriter.attribute(out, 7, "network.protocol.version", "1.1");
      }
      out.fixed64(3, TIME_MARK);
      out.fixed64(4, VALUE_MARK);
      out.end(point);
      out.end(gauge);
      out.end(metric);
    }
    out.end(scope);
    out.end(resourceMetrics);
    return out.toBytes();
  }

  private static int[] offsets(byte[] template, long mark) {
    int[] found = new int[template.length / 8];
    int count = 0;
    for (int at = 0; at + 8 <= template.length; at++) {
      if ((long) WORD.get(template, at) == mark) {
        found[count++] = at;
      }
    }
    return Arrays.copyOf(found, count);
  }

  int services() {
    return templates.length;
  }

  int series() {
    return times.length;
  }

  /** The request of a service at an instant, with values that wander a little. */
  byte[] request(int service, long atMs) {
    byte[] request = templates[service].clone();
    for (int i = 0; i < times.length; i++) {
      long noise = Hash64.mix(atMs * 31 + service * 1009L + i);
      double value = 100 + i + (noise >>> 44) * 0x1p-16;
      WORD.set(request, times[i], atMs * 1_000_000);
      WORD.set(request, values[i], Double.doubleToRawLongBits(value));
    }
    return request;
  }
}
