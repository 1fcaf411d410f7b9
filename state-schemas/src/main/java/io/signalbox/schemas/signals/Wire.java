// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import io.signalbox.analytics.signals.DeadLetterReason;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * A cursor over protobuf bytes. {@link #next} takes one field, {@link #enter} narrows the cursor to
 * the message just taken, {@link #leave} widens it again. Groups are skipped as unknown.
 */
final class Wire {
  static final int VARINT = 0;
  static final int I64 = 1;
  static final int LEN = 2;
  static final int I32 = 5;
  private static final int GROUP = 3;
  private static final int GROUP_END = 4;
  private static final int FIRST_TAG = 1 << 3;
  private static final int MAX_DEPTH = 100;
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  byte[] bytes = {};
  private int origin;
  private int at;
  private int end;
  private int depth;

  /** Field number and wire type of the field taken last: {@code number << 3 | type}. */
  int tag;

  /** Its number for VARINT, I64 and I32. */
  long value;

  /** Where its content lies for LEN. */
  int from;

  int size;

  /** Where its tag begins. */
  int tagAt;

  void open(byte[] newBytes, int offset, int length) {
    bytes = newBytes;
    origin = offset;
    at = offset;
    end = offset + length;
    depth = 0;
  }

  /** Takes the next field; false at the end of the message. */
  boolean next() throws MalformedTelemetry {
    if (at < end) {
      int first = bytes[at];
      if (first >= FIRST_TAG && (first & 7) != GROUP) { // nearly always: a field below 16
        tagAt = at++;
        tag = first;
        take(first & 7);
        return true;
      }
    }
    return nextAny();
  }

  private boolean nextAny() throws MalformedTelemetry {
    while (at < end) {
      tagAt = at;
      long read = varint();
      if (read >>> 3 == 0 || read >>> 32 != 0) {
        throw malformed("field number " + (read >>> 3), tagAt);
      }
      tag = (int) read;
      if ((tag & 7) != GROUP) {
        take(tag & 7);
        return true;
      }
      skipGroup(tag >>> 3);
    }
    return false;
  }

  private void take(int type) throws MalformedTelemetry {
    if (type == LEN) {
      takeLength();
      from = at;
      at += size;
    } else if (type == I64) {
      value = (long) LONGS.get(bytes, advance(8));
    } else if (type == VARINT) {
      value = varint();
    } else if (type == I32) {
      value = (int) INTS.get(bytes, advance(4));
    } else {
      throw malformed("wire type " + type, tagAt);
    }
  }

  private void takeLength() throws MalformedTelemetry {
    long length = at < end && bytes[at] >= 0 ? bytes[at++] : varint();
    if (length < 0 || length > end - at) {
      throw malformed("length " + Long.toUnsignedString(length) + " beyond the end", tagAt);
    }
    size = (int) length;
  }

  private int advance(int count) throws MalformedTelemetry {
    if (count > end - at) {
      throw malformed("truncated field", tagAt);
    }
    int before = at;
    at += count;
    return before;
  }

  private void skipGroup(int number) throws MalformedTelemetry {
    deeper();
    while (at < end) {
      int start = at;
      long read = varint();
      int type = (int) read & 7;
      if (type == GROUP_END && read >>> 3 == number) {
        depth--;
        return;
      }
      if (read >>> 3 == 0 || read >>> 32 != 0 || type == GROUP_END) {
        throw malformed("field " + (read >>> 3) + " in group " + number, start);
      }
      if (type == GROUP) {
        skipGroup((int) (read >>> 3));
      } else {
        take(type);
      }
    }
    throw malformed("unfinished group " + number, at);
  }

  /** Narrows the cursor to the LEN field just taken; the result is for {@link #leave}. */
  int enter() throws MalformedTelemetry {
    deeper();
    int outerEnd = end;
    at = from;
    end = from + size;
    return outerEnd;
  }

  /** Goes on behind the message that was entered. */
  void leave(int outerEnd) {
    at = end;
    end = outerEnd;
    depth--;
  }

  private void deeper() throws MalformedTelemetry {
    if (++depth > MAX_DEPTH) {
      throw tooLarge("nested deeper than " + MAX_DEPTH);
    }
  }

  /** Where the next field begins. */
  int position() {
    return at;
  }

  /** Goes back to a place within the message that was entered. */
  void rewind(int position) {
    at = position;
  }

  /** Adds the little-endian 64-bit numbers of a packed LEN field. */
  void packedFixed(Longs into) throws MalformedTelemetry {
    requireWhole(into.size());
    for (int i = from; i < from + size; i += 8) {
      into.add((long) LONGS.get(bytes, i));
    }
  }

  /** Adds the doubles of a packed LEN field. */
  void packedDoubles(Doubles into) throws MalformedTelemetry {
    requireWhole(into.size());
    for (int i = from; i < from + size; i += 8) {
      into.add(Double.longBitsToDouble((long) LONGS.get(bytes, i)));
    }
  }

  private void requireWhole(int already) throws MalformedTelemetry {
    if (size % 8 != 0) {
      throw malformed("packed field of " + size + " bytes", tagAt);
    }
    requireRoom(already + size / 8);
  }

  /** Adds the varints of a packed LEN field. */
  void packedVarints(Longs into) throws MalformedTelemetry {
    int outerEnd = enter();
    while (at < end) {
      requireRoom(into.size());
      into.add(varint());
    }
    leave(outerEnd);
  }

  /** Refuses a list that would hold more than the reader keeps in memory for one item. */
  void requireRoom(int elements) throws MalformedTelemetry {
    if (elements >= OtlpReader.MAX_ELEMENTS) {
      throw tooLarge("more than " + OtlpReader.MAX_ELEMENTS + " elements in a list");
    }
  }

  private long varint() throws MalformedTelemetry {
    long result = 0;
    int start = at;
    for (int shift = 0; shift < 64 && at < end; shift += 7) {
      byte next = bytes[at++];
      result |= (next & 0x7fL) << shift;
      if (next >= 0) {
        return result;
      }
    }
    throw malformed(at == end ? "truncated varint" : "varint of more than 10 bytes", start);
  }

  private MalformedTelemetry tooLarge(String what) {
    return new MalformedTelemetry(
        DeadLetterReason.TOO_LARGE, what + " at byte " + (tagAt - origin));
  }

  private MalformedTelemetry malformed(String what, int where) {
    return new MalformedTelemetry(
        DeadLetterReason.MALFORMED, what + " at byte " + (where - origin));
  }
}
