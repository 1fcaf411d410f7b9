// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.focus;

import io.signalbox.analytics.finops.Currencies;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The formats that FOCUS names. */
final class FocusText {
  private static final int LONGEST_NUMBER = 200;
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE]-?[0-9]+)?");
  private static final Pattern TIME =
      Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?Z");
  private static final String WORDS = "[A-Za-z][A-Za-z0-9]*( [A-Za-z][A-Za-z0-9]*)*";
  private static final Pattern UNIT =
      Pattern.compile("([0-9]+ )?" + WORDS + "(-[A-Za-z]+)?(/([0-9]+ )?[A-Za-z]+)?");
  private static final Pattern CODE = Pattern.compile("[A-Z]{3}");

  private FocusText() {}

  static boolean numeric(String text) {
    return NUMBER.matcher(text).matches();
  }

  static @Nullable BigDecimal decimal(String text) {
    if (text.length() > LONGEST_NUMBER) {
      return null;
    }
    try {
      BigDecimal number = new BigDecimal(text);
      return Math.abs((long) number.scale()) > LONGEST_NUMBER ? null : number;
    } catch (NumberFormatException none) {
      return null;
    }
  }

  static boolean dateTime(String text) {
    if (!TIME.matcher(text).matches()) {
      return false;
    }
    try {
      Instant.parse(text);
      return true;
    } catch (DateTimeException none) {
      return false;
    }
  }

  static boolean unit(String text) {
    return UNIT.matcher(text).matches();
  }

  /** A code of ISO 4217, or the name of a virtual currency, which no three capitals can be. */
  static boolean currency(String text) {
    return CODE.matcher(text).matches() ? Currencies.isCode(text) : !text.isBlank();
  }

  static boolean string(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\ufffd' || Character.isISOControl(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
