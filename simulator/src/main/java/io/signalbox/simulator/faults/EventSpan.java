// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.faults;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of event time as people type them: {@code 90s}, {@code 20m}, {@code 1h30m}. */
public final class EventSpan {
  private static final Pattern FORM =
      Pattern.compile("(?:(\\d{1,6})d)?(?:(\\d{1,6})h)?(?:(\\d{1,6})m)?(?:(\\d{1,9})s)?");
  private static final int[] SECONDS = {86_400, 3_600, 60, 1};
  private static final String UNITS = "dhms";

  private EventSpan() {}

  /**
   * Reads a length.
   *
   * @throws IllegalArgumentException when it is not one
   */
  public static Duration parse(String text) {
    Matcher form = FORM.matcher(text);
    if (text.isEmpty() || !form.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is no length of time; write it like 90s, 20m or 1h30m");
    }
    long seconds = 0;
    for (int i = 0; i < SECONDS.length; i++) {
      String part = form.group(i + 1);
      seconds += part == null ? 0 : Long.parseLong(part) * SECONDS[i];
    }
    return Duration.ofSeconds(seconds);
  }

  /** Writes a length so that {@link #parse} reads it; less than a second is left out. */
  public static String format(Duration length) {
    long rest = length.toSeconds();
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < SECONDS.length; i++) {
      if (rest >= SECONDS[i]) {
        out.append(rest / SECONDS[i]).append(UNITS.charAt(i));
        rest %= SECONDS[i];
      }
    }
    return out.isEmpty() ? "0s" : out.toString();
  }
}
