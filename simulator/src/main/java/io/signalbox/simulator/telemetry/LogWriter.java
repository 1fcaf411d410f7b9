// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.telemetry;

import io.signalbox.schemas.signals.OtlpWriter;
import io.signalbox.schemas.signals.ProtoWriter;
import io.signalbox.simulator.faults.Faults;
import io.signalbox.simulator.world.Dice;
import io.signalbox.simulator.world.Pod;
import io.signalbox.simulator.world.Severity;
import io.signalbox.simulator.world.Subject;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes one log record at a time and hands it to the Collector shortly after its time. */
final class LogWriter {
  private static final int RECORD = 2;
  private static final int BODY = 5;
  private static final int ATTRIBUTES = 6;
  private static final int SAMPLED = 1;

  private final Collector collector;
  private final Faults faults;
  private final ProtoWriter out = new ProtoWriter(1 << 11);
  private @Nullable Subject from;
  private int mark;
  private long atNs;

  LogWriter(Collector collector, Faults faults) {
    this.collector = collector;
    this.faults = faults;
  }

  /** Begins a record; body, attributes and context may follow in this order, then an end. */
  LogWriter begin(Subject subject, long at, Severity severity) {
    from = subject;
    mark = out.clear().begin(RECORD);
    atNs = at;
    long shift = subject instanceof Pod pod ? faults.clockShift(pod.host(), at) : 0;
    out.fixed64(1, at + shift).varint(2, severity.number()).text(3, severity.name());
    return this;
  }

  LogWriter body(String text) {
    OtlpWriter.anyText(out, BODY, text);
    return this;
  }

  LogWriter with(String key, String value) {
    OtlpWriter.attribute(out, ATTRIBUTES, key, value);
    return this;
  }

  LogWriter with(String key, double value) {
    OtlpWriter.attribute(out, ATTRIBUTES, key, value);
    return this;
  }

  LogWriter within(Trip trip, long span) {
    out.fixed32(8, SAMPLED).bytes16(9, trip.traceHigh(), trip.traceLow()).bytes8(10, span);
    return this;
  }

  /** Ends a plain record and exports it, unless its pod is silenced. */
  void end(Dice dice) {
    end(dice, "");
  }

  /** Ends an event and exports it, unless its pod is silenced. */
  void end(Dice dice, String event) {
    long delay = (dice.any() >>> 1) % Collector.LONGEST_DELAY;
    out.fixed64(11, atNs + delay);
    if (!event.isEmpty()) {
      out.text(12, event);
    }
    out.end(mark);
    Subject subject = Objects.requireNonNull(from, "no record was begun");
    boolean said =
        !(subject instanceof Pod pod) || pod.service().habits().instrumentation().logged();
    if (said && !faults.mutes(subject.node(), atNs)) {
      collector.take(atNs + delay, subject.resource(), out.toBytes(), 1);
    }
  }
}
