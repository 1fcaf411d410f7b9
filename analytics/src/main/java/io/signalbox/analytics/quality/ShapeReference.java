// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality;

/**
 * What the spread of numbers in a window is held against: the first ones of the version, for ever,
 * or those of a stretch that rolls on with the window, a gap before it, so that a change that comes
 * slowly is not in it yet.
 *
 * @param spanMs length of the stretch, milliseconds; 0 for the first ones
 * @param gapMs between the stretch and the window, milliseconds
 */
public record ShapeReference(long spanMs, long gapMs) {
  /** The first ones, for ever. */
  public static final ShapeReference FROZEN = new ShapeReference(0, 0);

  /** More windows would take a number beyond 2 KB of state. */
  private static final int MOST_WINDOWS = 8;

  /**
   * Checks that it is of full windows, and of few.
   *
   * @throws IllegalArgumentException naming what cannot be
   */
  void check(long windowMs) {
    boolean full = spanMs >= 0 && gapMs >= 0 && spanMs % windowMs == 0 && gapMs % windowMs == 0;
    if (!full || (spanMs + gapMs) / windowMs > MOST_WINDOWS || (spanMs == 0 && gapMs > 0)) {
      throw new IllegalArgumentException(
          "a reference and its gap are of full windows, together up to "
              + MOST_WINDOWS
              + ", not of "
              + spanMs
              + " and "
              + gapMs
              + " ms");
    }
  }

  /** The reference of a window: the first ones as long as nothing is known of the stretch. */
  Histogram of(ShapeWatch shape, Histogram first, long startMs) {
    long endMs = startMs - gapMs;
    Histogram sum = new Histogram(first.edges());
    shape.past.subMap(endMs - spanMs, endMs).values().forEach(sum::add);
    return sum.total() == 0 ? first : sum;
  }

  /** Keeps a window as long as it is in the reference of a later one. */
  void remember(ShapeWatch shape, Histogram window, long startMs, long windowMs) {
    shape.past.put(startMs, window);
    shape.past.headMap(startMs + windowMs - gapMs - spanMs).clear();
  }
}
