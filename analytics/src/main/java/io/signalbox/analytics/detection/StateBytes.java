// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Numbers in a state block, little endian, at any offset. */
final class StateBytes {
  private static final VarHandle FLOAT =
      MethodHandles.byteArrayViewVarHandle(float[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle DOUBLE =
      MethodHandles.byteArrayViewVarHandle(double[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);

  private StateBytes() {}

  static double real(byte[] block, int at) {
    return (float) FLOAT.get(block, at);
  }

  static void real(byte[] block, int at, double value) {
    FLOAT.set(block, at, (float) value);
  }

  /** Moves a number towards a value by a share of the way, and says where it is then. */
  static double moved(byte[] block, int at, double gain, double value) {
    double before = real(block, at);
    double after = before + gain * (value - before);
    real(block, at, after);
    return after;
  }

  static double precise(byte[] block, int at) {
    return (double) DOUBLE.get(block, at);
  }

  static void precise(byte[] block, int at, double value) {
    DOUBLE.set(block, at, value);
  }

  static long time(byte[] block, int at) {
    return (long) LONG.get(block, at);
  }

  static void time(byte[] block, int at, long value) {
    LONG.set(block, at, value);
  }

  static int whole(byte[] block, int at) {
    return (int) INT.get(block, at);
  }

  static void whole(byte[] block, int at, int value) {
    INT.set(block, at, value);
  }

  static int small(byte[] block, int at) {
    return (short) SHORT.get(block, at);
  }

  static void small(byte[] block, int at, int value) {
    SHORT.set(block, at, (short) value);
  }

  /** A number of 8 significant bits in two bytes: the upper half of a float. */
  static double coarse(byte[] block, int at) {
    return Float.intBitsToFloat((short) SHORT.get(block, at) << 16);
  }

  /** Stores a number rounded to 8 significant bits. */
  static void coarse(byte[] block, int at, double value) {
    int bits = Float.floatToRawIntBits((float) value);
    SHORT.set(block, at, (short) ((bits + 0x7fff + ((bits >>> 16) & 1)) >> 16));
  }
}
