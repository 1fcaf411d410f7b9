// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.detection;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Little-endian primitives at a place in a block. */
final class Bytes {
  private static final VarHandle INTS = view(int[].class);
  private static final VarHandle LONGS = view(long[].class);
  private static final VarHandle FLOATS = view(float[].class);
  private static final VarHandle DOUBLES = view(double[].class);

  private Bytes() {}

  private static VarHandle view(Class<?> array) {
    return MethodHandles.byteArrayViewVarHandle(array, ByteOrder.LITTLE_ENDIAN);
  }

  static int getInt(byte[] block, int at) {
    return (int) INTS.get(block, at);
  }

  static long getLong(byte[] block, int at) {
    return (long) LONGS.get(block, at);
  }

  static float getFloat(byte[] block, int at) {
    return (float) FLOATS.get(block, at);
  }

  static double getDouble(byte[] block, int at) {
    return (double) DOUBLES.get(block, at);
  }
}
