// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Attributes as they lie in the request. A flyweight: valid only inside the callback that shows it.
 */
public final class AttributesView {
  private byte[] bytes = {};
  private int[] keyOffset = new int[16];
  private int[] keyLength = new int[16];
  private ValueType[] type = new ValueType[16];
  private int[] valueOffset = new int[16];
  private int[] valueLength = new int[16];
  private long[] bits = new long[16];
  private int size;
  private boolean hashed;
  private long hash;
  private long mixed;
  private byte @Nullable [] label;

  AttributesView() {}

  void clear(byte[] request) {
    bytes = request;
    size = 0;
    changed();
  }

  private void changed() {
    hashed = false;
    label = null;
  }

  /** The same attributes, with bytes of their own: those of the request from {@code from} on. */
  AttributesView detached(int from, int to) {
    AttributesView own = new AttributesView();
    own.bytes = Arrays.copyOfRange(bytes, from, to);
    own.size = size;
    own.keyOffset = moved(keyOffset, keyLength, from);
    own.keyLength = Arrays.copyOf(keyLength, size);
    own.type = Arrays.copyOf(type, size);
    own.valueOffset = moved(valueOffset, valueLength, from);
    own.valueLength = Arrays.copyOf(valueLength, size);
    own.bits = Arrays.copyOf(bits, size);
    return own;
  }

  /** What is absent lies nowhere, so it is put at the beginning. */
  private int[] moved(int[] offsets, int[] lengths, int from) {
    int[] moved = new int[size];
    for (int i = 0; i < size; i++) {
      moved[i] = lengths[i] == 0 ? 0 : offsets[i] - from;
    }
    return moved;
  }

  /** Takes in one more attribute. */
  void add(Text key, AnyValue value) {
    if (size == keyOffset.length) {
      grow(size * 2);
    }
    keyOffset[size] = key.offset();
    keyLength[size] = key.length();
    type[size] = value.type;
    valueOffset[size] = value.raw.offset();
    valueLength[size] = value.raw.length();
    bits[size] = value.bits;
    size++;
    changed();
  }

  private void grow(int capacity) {
    keyOffset = Arrays.copyOf(keyOffset, capacity);
    keyLength = Arrays.copyOf(keyLength, capacity);
    type = Arrays.copyOf(type, capacity);
    valueOffset = Arrays.copyOf(valueOffset, capacity);
    valueLength = Arrays.copyOf(valueLength, capacity);
    bits = Arrays.copyOf(bits, capacity);
  }

  /** Number of attributes. */
  public int size() {
    return size;
  }

  /** Index of the first attribute of this name, or -1. */
  public int find(AttributeKey key) {
    for (int i = 0; i < size; i++) {
      if (key.matches(bytes, keyOffset[i], keyLength[i])) {
        return i;
      }
    }
    return -1;
  }

  /** The value of the first attribute of this name as text, null when absent or empty. */
  public @Nullable String text(AttributeKey key) {
    int i = find(key);
    if (i < 0 || type[i] == ValueType.NONE) {
      return null;
    }
    String text = text(i);
    return text.isEmpty() ? null : text;
  }

  /** Name of an attribute. */
  public String key(int i) {
    return new String(bytes, keyOffset[i], keyLength[i], StandardCharsets.UTF_8);
  }

  /** Type of a value. */
  public ValueType type(int i) {
    return type[i];
  }

  /** An integer, the bits of a double, or 0 and 1 for a boolean; undefined for other types. */
  public long bits(int i) {
    return bits[i];
  }

  /** The array all offsets point into. */
  public byte[] bytes() {
    return bytes;
  }

  /** First byte of a name. */
  public int keyOffset(int i) {
    return keyOffset[i];
  }

  /** Number of bytes of a name. */
  public int keyLength(int i) {
    return keyLength[i];
  }

  /** First byte of a string, byte array, array or list. */
  public int valueOffset(int i) {
    return valueOffset[i];
  }

  /** Number of bytes of a string, byte array, array or list; 0 for other types. */
  public int valueLength(int i) {
    return valueLength[i];
  }

  /** A value as a person reads it: a string as it is, arrays and lists as JSON. */
  public String text(int i) {
    return AnyValueText.of(type[i], bits[i], bytes, valueOffset[i], valueLength[i]);
  }

  /** Stable hash of all names and typed values, whatever their order. */
  public long hash() {
    if (!hashed) {
      long sum = 0;
      for (int i = 0; i < size; i++) {
        sum += pairHash(i);
      }
      hash = Hash64.mix(sum + size);
      mixed = Hash64.mix(hash);
      hashed = true;
    }
    return hash;
  }

  /** The hash, mixed once more: the first of a pair. */
  long mixedHash() {
    hash();
    return mixed;
  }

  /**
   * All of it as a person reads it, {@code {key=value,...}} with pairs in order, as UTF-8; nothing
   * without attributes. Nobody writes to what it returns.
   */
  byte[] label() {
    if (label == null) {
      String[] pairs = new String[size];
      for (int i = 0; i < size; i++) {
        pairs[i] = key(i) + "=" + text(i);
      }
      Arrays.sort(pairs);
      String all = size == 0 ? "" : "{" + String.join(",", pairs) + "}";
      label = all.getBytes(StandardCharsets.UTF_8);
    }
    return label;
  }

  /** Hash of one name and its typed value. */
  public long pairHash(int i) {
    return Hash64.pair(
        Hash64.of(bytes, keyOffset[i], keyLength[i]),
        AnyValue.hash(type[i], bits[i], bytes, valueOffset[i], valueLength[i]));
  }
}
