// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.telemetry;

import io.signalbox.schemas.signals.OtlpWriter;
import io.signalbox.schemas.signals.ProtoWriter;
import io.signalbox.simulator.faults.Faults;
import io.signalbox.simulator.world.Pod;

/** Writes one span at a time and hands it to the Collector shortly after it ended. */
final class SpanWriter {
  static final int INTERNAL = 1;
  static final int SERVER = 2;
  static final int CLIENT = 3;

  private static final int SPAN = 2;
  private static final int ATTRIBUTES = 9;
  private static final int STATUS = 15;
  private static final int FLAGS = 16;
  private static final int STATUS_ERROR = 2;
  private static final int SAMPLED = 1;

  private final Collector collector;
  private final Faults faults;
  private final ProtoWriter out = new ProtoWriter(1 << 12);
  private int mark;

  SpanWriter(Collector collector, Faults faults) {
    this.collector = collector;
    this.faults = faults;
  }

  /** Begins a span; attributes may follow, then {@link #end}. */
  SpanWriter begin(
      Pod pod, Trip trip, long id, long parent, String name, int kind, long startNs, long endNs) {
    long shift = faults.clockShift(pod.host(), startNs);
    mark = out.clear().begin(SPAN);
    out.bytes16(1, trip.traceHigh(), trip.traceLow()).bytes8(2, id);
    if (parent != 0) {
      out.bytes8(4, parent);
    }
    out.text(5, name).varint(6, kind).fixed64(7, startNs + shift);
    out.fixed64(8, endNs + shift);
    return this;
  }

  SpanWriter all(byte[] attributes) {
    out.raw(attributes);
    return this;
  }

  SpanWriter with(String key, String value) {
    OtlpWriter.attribute(out, ATTRIBUTES, key, value);
    return this;
  }

  SpanWriter with(String key, long value) {
    OtlpWriter.attribute(out, ATTRIBUTES, key, value);
    return this;
  }

  SpanWriter with(String key, double value) {
    OtlpWriter.attribute(out, ATTRIBUTES, key, value);
    return this;
  }

  /** Ends the span and exports it, unless its pod has been silenced meanwhile. */
  void end(Pod pod, Trip trip, long endNs, boolean failed, String message) {
    if (failed) {
      int status = out.begin(STATUS);
      if (!message.isEmpty()) {
        out.text(2, message);
      }
      out.varint(3, STATUS_ERROR);
      out.end(status);
    }
    out.fixed32(FLAGS, SAMPLED);
    out.end(mark);
    long delay = (trip.dice().any() >>> 1) % Collector.LONGEST_DELAY;
    boolean traced = pod.service().habits().instrumentation().traced();
    if (traced && !faults.mutes(pod.service().name(), endNs)) {
      collector.take(endNs + delay, pod.resource(), out.toBytes(), 1);
    }
  }
}
