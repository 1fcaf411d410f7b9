// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of points, read once for each run of bytes that states them: points come again and
 * again with the same ones, so the bytes are compared with those read before, and only what is new
 * is parsed. What it returns is the same either way. Telemetry is cyclic, so what is remembered
 * stays until it has been passed over several times: a place for the newest would never be hit. And
 * what followed something the last time is tried first.
 */
final class PointAttributes {
  private static final int SLOTS = 1 << 14;
  private static final int LONGEST = 2048;
  private static final byte PATIENCE = 4;
  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final Wire wire;
  private final KeyValues keyValues;
  private final AttributesView scratch = new AttributesView();
  private final @Nullable Run[] known = new Run[SLOTS];
  private Run last = new Run(scratch);
  private @Nullable Run foretold;

  /** A run of bytes that was met before. */
  private static final class Run {
    final AttributesView view;
    final byte[] bytes;
    byte patience = PATIENCE;

    /** What followed it the last time. */
    @Nullable Run next;

    Run(AttributesView view) {
      this.view = view;
      this.bytes = view.bytes();
    }

    /** Else what nobody can find any more would go on foretelling, and fill the memory. */
    boolean isGivenUp() {
      return patience < 0;
    }
  }

  /** The bytes that state the attributes so far; nothing yet when they end where they begin. */
  private int from;

  private int to;
  private boolean scattered;

  PointAttributes(Wire wire, KeyValues keyValues) {
    this.wire = wire;
    this.keyValues = keyValues;
  }

  void clear() {
    foretold = null;
    from = 0;
    to = 0;
    scattered = false;
  }

  /** Takes the attribute of the LEN field just taken. */
  void add() throws MalformedTelemetry {
    if (scattered) {
      keyValues.read(wire, scratch);
    } else if (from == to) {
      from = wire.tagAt;
      to = wire.position();
    } else if (wire.tagAt == to) {
      to = wire.position();
    } else {
      scatter();
    }
  }

  /** Other fields lie between the attributes: parses all of them. */
  private void scatter() throws MalformedTelemetry {
    int tagAt = wire.tagAt;
    parse();
    wire.rewind(tagAt);
    wire.next();
    keyValues.read(wire, scratch);
    scattered = true;
  }

  private void parse() throws MalformedTelemetry {
    scratch.clear(wire.bytes);
    wire.rewind(from);
    while (wire.position() < to && wire.next()) {
      keyValues.read(wire, scratch);
    }
  }

  /** The attributes taken since the last clear; the wire must be at the end of the point. */
  AttributesView view() throws MalformedTelemetry {
    if (scattered) {
      return scratch;
    }
    return view(from, to);
  }

  /**
   * Whether attributes of a point begin with those that followed the last ones before.
   *
   * @return how many bytes they take, whole fields; 0 when they do not
   */
  int foretell(byte[] bytes, int at, int end) {
    foretold = null;
    Run run = last.next;
    if (run == null || run.isGivenUp()) {
      return 0;
    }
    byte[] own = run.bytes;
    if (own.length > end - at || !isAt(bytes, at, own)) {
      return 0;
    }
    foretold = run;
    from = at;
    to = at + own.length;
    return own.length;
  }

  /** Short runs are compared sooner than a call for long ones is made. */
  private static boolean isAt(byte[] bytes, int at, byte[] own) {
    int last = own.length - Long.BYTES;
    if (last < 0) {
      return Arrays.equals(bytes, at, at + own.length, own, 0, own.length);
    }
    for (int i = 0; i < last; i += Long.BYTES) {
      if ((long) WORD.get(bytes, at + i) != (long) WORD.get(own, i)) {
        return false;
      }
    }
    return (long) WORD.get(bytes, at + last) == (long) WORD.get(own, last);
  }

  /** The attributes of a run of bytes; leaves the wire where it is. */
  AttributesView view(int newFrom, int newTo) throws MalformedTelemetry {
    Run expected = foretold;
    foretold = null;
    if (expected != null && newFrom == from && newTo == to) {
      last = expected;
      expected.patience = PATIENCE;
      return expected.view;
    }
    from = newFrom;
    to = newTo;
    if (from == to) {
      scratch.clear(wire.bytes);
      return scratch;
    }
    int slot = (int) (hash(wire.bytes, from, to) >>> 50);
    Run run = known[slot];
    if (run != null && Arrays.equals(wire.bytes, from, to, run.bytes, 0, run.bytes.length)) {
      run.patience = PATIENCE;
      last.next = run;
      last = run;
      return run.view;
    }
    return readNew(slot, run);
  }

  private AttributesView readNew(int slot, @Nullable Run tenant) throws MalformedTelemetry {
    int end = wire.position();
    parse();
    wire.rewind(end);
    if (to - from > LONGEST || (tenant != null && tenant.patience-- > 0)) {
      return scratch;
    }
    Run run = new Run(scratch.detached(from, to));
    if (tenant != null) {
      tenant.next = null;
    }
    known[slot] = run;
    last.next = run;
    last = run;
    return run.view;
  }

  /** Spreads bytes over slots; equal slots are told apart by the bytes themselves. */
  private static long hash(byte[] bytes, int from, int to) {
    int length = to - from;
    if (length < 16) {
      return Hash64.of(bytes, from, length);
    }
    long left = length;
    long right = 0x9e3779b97f4a7c15L;
    int last = to - 16;
    for (int at = from; ; at = Math.min(at + 16, last)) {
      left = (left ^ (long) WORD.get(bytes, at)) * 0xff51afd7ed558ccdL;
      right = (right ^ (long) WORD.get(bytes, at + 8)) * 0xc4ceb9fe1a85ec53L;
      left ^= left >>> 32;
      right ^= right >>> 32;
      if (at == last) {
        return Hash64.mix(left + right);
      }
    }
  }
}
