// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.detection;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Reads the time of a row: ISO-8601, with or without the T and the zone (none means UTC), or a
 * number of seconds since 1970. A number too large for seconds (above 1e11) is taken as
 * milliseconds, then microseconds, then nanoseconds.
 */
public final class EventTimeText {
  /** What is returned for a text that is no time. */
  public static final long NONE = Long.MIN_VALUE;

  private static final double LARGEST_SECONDS = 1e11;
  private static final long DAY_MS = 86_400_000L;

  private final String text;
  private int at;
  private boolean bad;

  private EventTimeText(String text) {
    this.text = text;
  }

  /**
   * The time in epoch milliseconds, or {@link #NONE}.
   *
   * @param text years 0001 to 9999
   */
  public static long parse(String text) {
    String trimmed = text.trim();
    double number = DecimalText.parse(trimmed);
    if (!Double.isNaN(number)) {
      return ofNumber(number);
    }
    EventTimeText reading = new EventTimeText(extended(trimmed));
    long at = reading.read();
    return reading.bad || reading.at != reading.text.length() ? NONE : at;
  }

  private static long ofNumber(double number) {
    double ms = number * 1_000;
    double size = StrictMath.abs(number);
    for (double limit = LARGEST_SECONDS; size >= limit && limit < 1e20; limit *= 1_000) {
      ms /= 1_000;
    }
    return StrictMath.abs(ms) < LARGEST_SECONDS * 1_000 ? Math.round(ms) : NONE;
  }

  /** Puts the separators into the basic format, such as 20140401T093000Z. */
  private static String extended(String text) {
    if (text.length() < 13 || (text.charAt(8) | ' ') != 't') {
      return text;
    }
    boolean seconds = text.length() >= 15 && Character.isDigit(text.charAt(13));
    String clock = text.substring(9, 11) + ':' + text.substring(11, 13);
    return text.substring(0, 4)
        + '-'
        + text.substring(4, 6)
        + '-'
        + text.substring(6, 8)
        + 'T'
        + (seconds ? clock + ':' + text.substring(13) : clock + text.substring(13));
  }

  private long read() {
    int year = digits(4);
    expect('-');
    int month = digits(2);
    expect('-');
    int day = digits(2);
    if (bad || year < 1 || month < 1 || month > 12) {
      return NONE;
    }
    bad = day < 1 || day > YearMonth.of(year, month).lengthOfMonth();
    if (bad) {
      return NONE;
    }
    long midnight = LocalDate.of(year, month, day).toEpochDay() * DAY_MS;
    return at == text.length() ? midnight : midnight + clock() - zone();
  }

  private long clock() {
    bad |= !(take('T') || take('t') || take(' '));
    int hour = digits(2);
    expect(':');
    int minute = digits(2);
    int second = take(':') ? digits(2) : 0;
    long ms = take('.') || take(',') ? fraction() : 0;
    // 24:00 is the end of a day; a leap second counts as the first of the next minute.
    bad |= hour > 24 || minute > 59 || second > 60 || (hour == 24 && minute + second + ms > 0);
    return ((hour * 60L + minute) * 60 + second) * 1_000 + ms;
  }

  private long fraction() {
    int first = at;
    long ms = 0;
    while (at < text.length() && isDigit()) {
      int digit = digits(1);
      ms = at - first <= 3 ? 10 * ms + digit : ms;
    }
    bad |= at == first;
    for (int place = at - first; place < 3; place++) {
      ms *= 10;
    }
    return ms;
  }

  private long zone() {
    while (take(' ')) {
      bad |= at == text.length();
    }
    if (at == text.length() || take('Z') || take('z')) {
      return 0;
    }
    boolean west = take('-');
    bad |= !west && !take('+');
    int hours = digits(2);
    boolean colon = take(':');
    int minutes = colon || at < text.length() ? digits(2) : 0;
    bad |= hours > 18 || minutes > 59;
    long offset = (hours * 60L + minutes) * 60_000;
    return west ? -offset : offset;
  }

  private boolean isDigit() {
    char c = text.charAt(at);
    return c >= '0' && c <= '9';
  }

  private int digits(int count) {
    int number = 0;
    for (int i = 0; i < count; i++) {
      if (at >= text.length() || !isDigit()) {
        bad = true;
        return 0;
      }
      number = 10 * number + (text.charAt(at++) - '0');
    }
    return number;
  }

  private void expect(char c) {
    bad |= !take(c);
  }

  private boolean take(char c) {
    if (at < text.length() && text.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }
}
