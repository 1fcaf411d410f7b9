// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.signals;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How many different things were seen, with a standard error of 2.3 %: HyperLogLog (Flajolet, Fusy,
 * Gandouet and Meunier, AofA 2007) of 2,048 registers, with linear counting (Whang et al., TODS 15,
 * 1990) while many of them are empty. Registers are maxima, so sketches of the same things are
 * equal whatever the order, and a thing counts once however often it comes. Of a thing it holds
 * eleven bits of its hash and how many zeros follow them. Only registers that are not empty take
 * room. Immutable.
 */
public final class DistinctSketch {
  /** Nothing was seen. */
  public static final DistinctSketch EMPTY = new DistinctSketch(new int[0]);

  private static final int INDEX_BITS = 11;
  private static final int REGISTERS = 1 << INDEX_BITS;
  private static final int RANK_BITS = 5;
  private static final int MOST_RANK = (1 << RANK_BITS) - 1;

  /** Makes harmonic means of registers estimates of counts: Flajolet et al., for many registers. */
  private static final double ALPHA = 0.7213 / (1 + 1.079 / REGISTERS);

  /** Below so many times the registers linear counting errs less. */
  private static final double FEW = 2.5;

  /** Registers, ascending, and in their lowest five bits the rank, from 1. */
  private final int[] entries;

  private DistinctSketch(int[] entries) {
    this.entries = entries;
  }

  /**
   * The sketch of these entries.
   *
   * @throws IllegalArgumentException when they are not those of a sketch
   */
  public static DistinctSketch of(List<Integer> entries) {
    int[] copy = entries.stream().mapToInt(Integer::intValue).toArray();
    for (int i = 0; i < copy.length; i++) {
      boolean known = copy[i] >>> RANK_BITS < REGISTERS && (copy[i] & MOST_RANK) > 0;
      boolean ascends = i == 0 || copy[i - 1] >>> RANK_BITS < copy[i] >>> RANK_BITS;
      if (copy[i] < 0 || !known || !ascends) {
        throw new IllegalArgumentException("no sketch of what is distinct: entry " + i);
      }
    }
    return new DistinctSketch(copy);
  }

  /** What it is made of: ascending numbers of 16 bits, one a register that is not empty. */
  public List<Integer> entries() {
    return IntStream.of(entries).boxed().toList();
  }

  /** The same with one more thing, by a hash of it that spreads over all 64 bits. */
  public DistinctSketch plus(long hash) {
    int register = (int) (hash >>> (Long.SIZE - INDEX_BITS));
    int rank = Math.min(MOST_RANK, Long.numberOfLeadingZeros(hash << INDEX_BITS) + 1);
    int at = -1 - Arrays.binarySearch(entries, register << RANK_BITS); // ranks are never 0
    boolean known = at < entries.length && entries[at] >>> RANK_BITS == register;
    if (known && (entries[at] & MOST_RANK) >= rank) {
      return this;
    }
    int next = known ? at + 1 : at;
    int[] more = new int[entries.length + (known ? 0 : 1)];
    System.arraycopy(entries, 0, more, 0, at);
    more[at] = register << RANK_BITS | rank;
    System.arraycopy(entries, next, more, at + 1, entries.length - next);
    return new DistinctSketch(more);
  }

  /** What either has seen. */
  public DistinctSketch plus(DistinctSketch other) {
    int[] merged = new int[entries.length + other.entries.length];
    int size = 0;
    int mine = 0;
    int theirs = 0;
    while (mine < entries.length || theirs < other.entries.length) {
      int left = mine < entries.length ? entries[mine] : Integer.MAX_VALUE;
      int right = theirs < other.entries.length ? other.entries[theirs] : Integer.MAX_VALUE;
      int order = Integer.compare(left >>> RANK_BITS, right >>> RANK_BITS);
      merged[size++] = order < 0 ? left : order > 0 ? right : Math.max(left, right);
      mine += order <= 0 ? 1 : 0;
      theirs += order >= 0 ? 1 : 0;
    }
    return new DistinctSketch(Arrays.copyOf(merged, size));
  }

  /** How many, rounded. */
  public long count() {
    int empty = REGISTERS - entries.length;
    double sum = empty;
    for (int entry : entries) {
      sum += 1.0 / (1L << (entry & MOST_RANK));
    }
    double estimate = ALPHA * REGISTERS * REGISTERS / sum;
    if (empty > 0 && estimate <= FEW * REGISTERS) {
      estimate = REGISTERS * StrictMath.log((double) REGISTERS / empty);
    }
    return Math.round(estimate);
  }

  /** True when nothing was seen. */
  public boolean isEmpty() {
    return entries.length == 0;
  }

  /** It as a text for records: its entries, two bytes each, in Base64. */
  public String toText() {
    ByteBuffer bytes = ByteBuffer.allocate(Short.BYTES * entries.length);
    for (int entry : entries) {
      bytes.putShort((short) entry);
    }
    return Base64.getEncoder().encodeToString(bytes.array());
  }

  /**
   * The sketch in a text.
   *
   * @throws IllegalArgumentException for any other text
   */
  public static DistinctSketch ofText(String text) {
    ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(text));
    int size = bytes.remaining() / Short.BYTES;
    return of(IntStream.range(0, size).map(i -> bytes.getShort() & 0xffff).boxed().toList());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DistinctSketch that && Arrays.equals(entries, that.entries);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(entries);
  }

  @Override
  public String toString() {
    return "about " + count();
  }
}
