// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;

/** Reads the times of usages and prices, and refuses clocks that cannot be right. */
public final class UsageTime {
  private static final long MS_A_DAY = 86_400_000L;
  private static final long EARLIEST = LocalDate.of(2015, 1, 1).toEpochDay() * MS_A_DAY;
  private static final long LATEST = LocalDate.of(2060, 1, 1).toEpochDay() * MS_A_DAY;
  private static final long LARGEST_SECONDS = 100_000_000_000L; // above: milliseconds

  private UsageTime() {}

  /**
   * Reads a time.
   *
   * @param text ISO-8601 with T or a space and any fraction of a second; no zone means UTC; or
   *     seconds or milliseconds since 1970
   * @return epoch milliseconds
   * @throws Refusal if it is no time, or not of the years 2015 to 2059
   */
  public static long parse(String text) throws Refusal {
    long at;
    try {
      at = text.length() > 10 && text.charAt(4) == '-' ? iso(text) : epoch(text);
    } catch (DateTimeException | NumberFormatException | IndexOutOfBoundsException bad) {
      throw new Refusal("timestamp is no time: " + text);
    }
    if (at < EARLIEST || at >= LATEST) {
      throw new Refusal("timestamp out of range 2015 to 2059: " + text);
    }
    return at;
  }

  private static long epoch(String text) {
    double number = Double.parseDouble(text);
    if (!(Math.abs(number) < 1e15)) {
      throw new NumberFormatException(text);
    }
    return Math.abs(number) < LARGEST_SECONDS ? Math.round(number * 1000) : (long) number;
  }

  private static long iso(String text) {
    return text.length() >= 20 && text.charAt(text.length() - 1) == 'Z' ? utc(text) : any(text);
  }

  /** The form that nearly all have, digit by digit: parsers that take every form take long. */
  private static long utc(String text) {
    int year = digits(text, 0, 4);
    int month = digits(text, 5, 7);
    int day = digits(text, 8, 10);
    int hour = digits(text, 11, 13);
    int minute = digits(text, 14, 16);
    int second = digits(text, 17, 19);
    int ms = text.length() == 20 ? 0 : text.length() == 24 ? digits(text, 20, 23) : -1;
    boolean plain =
        text.charAt(7) == '-'
            && text.charAt(10) == 'T'
            && text.charAt(13) == ':'
            && text.charAt(16) == ':'
            && (text.length() == 20 || text.charAt(19) == '.');
    if (!plain || (year | month | day | hour | minute | second | ms) < 0) {
      return any(text);
    }
    if (hour > 23 || minute > 59 || second > 59) {
      throw new DateTimeException(text);
    }
    return LocalDate.of(year, month, day).toEpochDay() * MS_A_DAY
        + ((hour * 60L + minute) * 60 + second) * 1000
        + ms;
  }

  /** The number that is written there, or -1 where there is something else. */
  private static int digits(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = 10 * number + digit;
    }
    return number;
  }

  private static long any(String text) {
    int zone = zoneStart(text);
    LocalTime time = LocalTime.parse(text.substring(11, zone));
    long day = LocalDate.parse(text.substring(0, 10)).toEpochDay();
    char separator = text.charAt(10);
    if (separator != 'T' && separator != ' ' && separator != 't') {
      throw new DateTimeException(text);
    }
    return day * MS_A_DAY + time.toNanoOfDay() / 1_000_000 - offsetSeconds(text, zone) * 1000L;
  }

  private static int zoneStart(String text) {
    for (int i = 11; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != ':' && c != '.' && (c < '0' || c > '9')) {
        return i;
      }
    }
    return text.length();
  }

  private static int offsetSeconds(String text, int from) {
    String zone = text.substring(from).trim();
    return zone.isEmpty() ? 0 : ZoneOffset.of(zone.replace('z', 'Z')).getTotalSeconds();
  }
}
