// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import java.util.Arrays;

/** Writes protobuf into a buffer that grows; lengths of messages are filled in at their end. */
final class ProtoWriter {
  private byte[] bytes;
  private int size;

  ProtoWriter(int expected) {
    bytes = new byte[Math.max(64, expected)];
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  private void room(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }

  void tag(int number, int wireType) {
    varint((long) number << 3 | wireType);
  }

  void varint(long value) {
    room(10);
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      bytes[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
  }

  void fixed64(long value) {
    room(8);
    for (int shift = 0; shift < 64; shift += 8) {
      bytes[size++] = (byte) (value >>> shift);
    }
  }

  void fixed32(int value) {
    room(4);
    for (int shift = 0; shift < 32; shift += 8) {
      bytes[size++] = (byte) (value >>> shift);
    }
  }

  /** Length and content. */
  void bytes(byte[] content) {
    varint(content.length);
    room(content.length);
    System.arraycopy(content, 0, bytes, size, content.length);
    size += content.length;
  }

  /** Begins a message whose length is not known yet; the result is for {@link #end}. */
  int begin() {
    room(1);
    return ++size;
  }

  /** Ends a message: fills in its length, for which one byte was kept. */
  void end(int start) {
    int length = size - start;
    int lengthBytes = Math.max(1, (38 - Integer.numberOfLeadingZeros(length)) / 7);
    room(lengthBytes);
    System.arraycopy(bytes, start, bytes, start + lengthBytes - 1, length);
    size = start - 1;
    varint(length);
    size += length;
  }
}
