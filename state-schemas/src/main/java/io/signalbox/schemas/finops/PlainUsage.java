// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.signalbox.analytics.finops.Refusal;
import io.signalbox.analytics.finops.UsageDraft;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads usage events of the form that nearly all have: a flat JSON object of ASCII, whose values
 * are texts without escapes and whole numbers. Whatever is not so is left to a parser that knows
 * all of JSON and says what is wrong; a line that is read here says the same there.
 */
final class PlainUsage {
  private static final int MOST_BYTES = 1 << 20;
  private static final int MOST_DIGITS = 18;
  private static final int MOST_EXPECTED = 64;
  private static final int PLACE_BITS = 12;
  private static final int PLACES = 1 << PLACE_BITS;
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHEST = ONES << 7;
  private static final long MIX = 0x9E3779B97F4A7C15L; // 2^64 over the golden ratio
  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final int ID = UsageDraft.place("gen_ai.response.id");
  private static final int TIME = UsageDraft.place("timestamp");

  private final @Nullable Text[] keys = new @Nullable Text[PLACES];

  /** The keys of earlier lines by where they stood: most lines have the same ones in one order. */
  private final @Nullable Text[] expected = new @Nullable Text[MOST_EXPECTED];

  private final @Nullable Text[] texts = new @Nullable Text[PLACES];

  private byte[] line = {};
  private int at;

  // where the last text stood, and its hash
  private int start;
  private int end;
  private long hash;

  /** A text by its bytes, and the place of the key that it is. */
  private record Text(byte[] bytes, String text, int place) {}

  /**
   * Reads a line into a draft.
   *
   * @return false where it is of another form; what the draft then holds is worth nothing
   */
  boolean read(byte[] bytes, UsageDraft draft) {
    if (bytes.length > MOST_BYTES) {
      return false;
    }
    line = bytes;
    at = 0;
    try {
      return next() == '{' && fields(draft) && ends();
    } catch (Refusal why) {
      return false; // said in the words of the parser, which may first find the line damaged
    }
  }

  private boolean fields(UsageDraft draft) throws Refusal {
    int mark = ',';
    for (int i = 0; mark == ','; i++) {
      Text key = key(i);
      if (key == null || !value(draft, key)) {
        return false;
      }
      mark = next();
    }
    return mark == '}';
  }

  /** The key at which it stands, with its quotes and the colon; null where there is none. */
  private @Nullable Text key(int number) {
    Text key = number < MOST_EXPECTED ? expected[number] : null;
    if (key != null && stands(key.bytes)) {
      return key;
    }
    key = next() == '"' && findsEnd() ? shared(keys) : null;
    if (key == null || next() != ':') {
      return null;
    }
    if (number < MOST_EXPECTED) {
      expected[number] = key;
    }
    return key;
  }

  /** Whether a quoted text and a colon come next, which then are passed over. */
  private boolean stands(byte[] text) {
    int from = at + 1;
    int to = from + text.length;
    boolean stands =
        to + 1 < line.length
            && line[to] == '"'
            && line[to + 1] == ':'
            && line[at] == '"'
            && Arrays.equals(text, 0, text.length, line, from, to);
    at = stands ? to + 2 : at;
    return stands;
  }

  private boolean value(UsageDraft draft, Text key) throws Refusal {
    int place = key.place;
    boolean passed = place == UsageDraft.NOWHERE && UsageDraft.harmless(key.text);
    if (!passed && (place == UsageDraft.NOWHERE || draft.again(place))) {
      return false;
    }
    int first = next();
    if (first >= '0' && first <= '9') {
      long number = number(first);
      if (number >= 0 && !passed) {
        draft.number(place, number);
      }
      return number >= 0;
    }
    if (first != '"' || !findsEnd()) {
      return false;
    }
    if (!passed) {
      draft.text(place, place == ID || place == TIME ? text() : shared(texts).text);
    }
    return true;
  }

  /** The next byte that is no space; 0 at the end. */
  private int next() {
    while (at < line.length && line[at] == ' ') {
      at++;
    }
    return at < line.length ? line[at++] : 0;
  }

  private boolean ends() {
    while (at < line.length && line[at] == ' ') {
      at++;
    }
    return at == line.length;
  }

  /** A whole number from its first digit on, or -1 where it is another or ends strangely. */
  private long number(int first) {
    long number = (long) first - '0';
    int from = at;
    while (at < line.length && line[at] >= '0' && line[at] <= '9') {
      number = 10 * number + line[at++] - '0';
      if (first == '0' || at - from >= MOST_DIGITS) {
        return -1;
      }
    }
    boolean whole = at < line.length && (line[at] == ',' || line[at] == '}' || line[at] == ' ');
    return whole ? number : -1;
  }

  /**
   * Finds the closing quote of a text, and passes it over.
   *
   * @return false where the text holds anything but plain ASCII
   */
  private boolean findsEnd() {
    long mixed = 0;
    int to = at;
    long word = wordAt(to);
    long stops = stops(word);
    while (stops == 0) {
      mixed = (mixed ^ word) * MIX;
      to += Long.BYTES;
      word = wordAt(to);
      stops = stops(word);
    }
    int last = Long.numberOfTrailingZeros(stops) & -Byte.SIZE;
    start = at;
    end = to + last / Byte.SIZE;
    hash = (mixed ^ (word & ((1L << last) - 1))) * MIX;
    at = end + 1;
    return end < line.length && line[end] == '"';
  }

  /** The text that was found last. */
  private String text() {
    return new String(line, start, end - start, ISO_8859_1);
  }

  /**
   * The text that was found last, shared by those that say the same; that is a matter of room
   * alone: of two that meet the later stays.
   */
  private Text shared(@Nullable Text[] known) {
    int place = (int) (hash >>> (Long.SIZE - PLACE_BITS));
    Text same = known[place];
    if (same == null || !Arrays.equals(same.bytes, 0, same.bytes.length, line, start, end)) {
      String text = text();
      same = new Text(Arrays.copyOfRange(line, start, end), text, UsageDraft.place(text));
      known[place] = same;
    }
    return same;
  }

  /** Eight bytes from a place on, the first one lowest; zeros behind the end. */
  private long wordAt(int from) {
    if (from + Long.BYTES <= line.length) {
      return (long) WORDS.get(line, from);
    }
    long word = 0;
    for (int i = line.length - 1; i >= from; i--) {
      word = (word << Byte.SIZE) | (line[i] & 0xff);
    }
    return word;
  }

  /**
   * The highest bit of each byte at which a text ends or that is not plain: quotes, backslashes,
   * control characters, what is no ASCII. Of several the lowest is right, for what is carried goes
   * upwards; a byte is below n if taking n from it borrows the highest bit.
   */
  private static long stops(long word) {
    long quote = word ^ '"' * ONES;
    long backslash = word ^ '\\' * ONES;
    long below = ((quote - ONES) & ~quote) | ((backslash - ONES) & ~backslash);
    return (below | ((word - ' ' * ONES) & ~word) | word) & HIGHEST;
  }
}
