// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.detection;

import io.signalbox.analytics.detection.Fields;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputDeserializer;

/** Reads what {@link FieldWriter} wrote, and hands it out in place of what it is given. */
final class FieldReader implements Fields {
  private static final int LONGEST_VARINT = 64;

  private final DataInputDeserializer in;
  private final int version;

  FieldReader(byte[] bytes) {
    in = new DataInputDeserializer(bytes);
    version = take();
  }

  /** Bytes not read yet. */
  int left() {
    return in.available();
  }

  @Override
  public int version() {
    return version;
  }

  @Override
  public long integer(long ignored) {
    long folded = 0;
    for (int shift = 0; shift < LONGEST_VARINT; shift += 7) {
      int next = take();
      folded |= (next & 0x7fL) << shift;
      if (next >= 0) {
        return (folded >>> 1) ^ -(folded & 1);
      }
    }
    throw new IllegalArgumentException("an integer of more than ten bytes");
  }

  private byte take() {
    try {
      return in.readByte();
    } catch (IOException e) {
      throw new IllegalArgumentException("the bytes end too early", e);
    }
  }

  @Override
  public double real(double ignored) {
    try {
      return in.readDouble();
    } catch (IOException e) {
      throw new IllegalArgumentException("the bytes end too early", e);
    }
  }

  @Override
  public String text(String ignored) {
    try {
      return in.readUTF();
    } catch (IOException e) {
      throw new IllegalArgumentException("the bytes end too early", e);
    }
  }
}
