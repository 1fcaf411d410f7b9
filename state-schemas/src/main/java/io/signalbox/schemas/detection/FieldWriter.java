// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.detection;

import io.signalbox.analytics.detection.Fields;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.flink.core.memory.DataOutputSerializer;

/**
 * Writes fields one after the other; integers as zigzag variable-length, texts as modified UTF-8.
 */
final class FieldWriter implements Fields {
  private final DataOutputSerializer out = new DataOutputSerializer(512);
  private final int version;

  FieldWriter(byte version) {
    this.version = version;
    put(version);
  }

  byte[] bytes() {
    return out.getCopyOfBuffer();
  }

  @Override
  public int version() {
    return version;
  }

  @Override
  public long integer(long value) {
    long rest = (value << 1) ^ (value >> 63);
    while ((rest & ~0x7fL) != 0) {
      put(((int) rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    put((int) rest);
    return value;
  }

  private void put(int oneByte) {
    try {
      out.writeByte(oneByte);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public double real(double value) {
    try {
      out.writeDouble(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return value;
  }

  @Override
  public String text(String value) {
    try {
      out.writeUTF(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return value;
  }
}
