// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.signals;

/**
 * Puts {@code <*>} in the place of what varies from one log record to the next: numbers, times,
 * addresses, identifiers and quoted values. What is left is short and alike enough to be counted.
 * Masking a masked text changes nothing, unless it was cut.
 *
 * <p>A word is a run of letters, digits and {@code _}. It varies when it holds a digit, except for
 * names such as {@code s3} or {@code log4j}: a letter first and one digit only. Varying words
 * joined by one of {@code -.:,+@} are one. A text in quotes varies unless a colon follows, as in a
 * key.
 */
public final class LogMask {
  /** Longest result in characters. */
  public static final int MOST = 256;

  private static final String ANY = "<*>";
  private static final String JOINERS = "-.:,+@";
  private static final int UUID_DASHES = 4;

  private final CharSequence text;
  private final StringBuilder masked = new StringBuilder(MOST);
  private int at;
  private boolean noDouble;
  private boolean noSingle;

  private LogMask(CharSequence text) {
    this.text = text;
  }

  /**
   * Masks a text.
   *
   * @return at most {@link #MOST} characters, words parted by single spaces
   */
  public static String mask(CharSequence text) {
    LogMask mask = new LogMask(text);
    while (mask.at < text.length() && mask.masked.length() < MOST) {
      mask.step();
    }
    return mask.result();
  }

  private void step() {
    char c = text.charAt(at);
    if (c <= ' ') {
      at++;
      if (!masked.isEmpty() && masked.charAt(masked.length() - 1) != ' ') {
        masked.append(' ');
      }
    } else if (isWord(c)) {
      word();
    } else if (startsAny()) {
      at += ANY.length();
      any();
    } else if ((c != '"' && c != '\'') || !quoted(c)) {
      masked.append(c);
      at++;
    }
  }

  private static boolean isWord(char c) {
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 128;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private boolean startsAny() {
    return text.length() - at >= ANY.length()
        && text.charAt(at) == '<'
        && text.charAt(at + 1) == '*'
        && text.charAt(at + 2) == '>';
  }

  private void word() {
    int uuidEnd = uuidEnd();
    if (uuidEnd > 0) {
      at = uuidEnd;
      any();
      return;
    }
    int start = at;
    int digits = 0;
    while (at < text.length() && isWord(text.charAt(at))) {
      digits += isDigit(text.charAt(at++)) ? 1 : 0;
    }
    if (digits > 1 || (digits == 1 && isDigit(text.charAt(start)))) {
      any();
    } else {
      masked.append(text, start, Math.min(at, start + MOST));
    }
  }

  /** End of a UUID that starts here and is a word of its own, or 0. */
  private int uuidEnd() {
    int end = at;
    int dashes = 0;
    while (end < text.length() && end - at < 36) {
      int i = end - at;
      boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
      char c = text.charAt(end);
      if (dash ? c != '-' : !isHex(c)) {
        return 0;
      }
      dashes += dash ? 1 : 0;
      end++;
    }
    boolean whole = end - at == 36 && (end == text.length() || !isWord(text.charAt(end)));
    return whole && dashes == UUID_DASHES ? end : 0;
  }

  private static boolean isHex(char c) {
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }

  /** Takes a quoted value or key; false when this quote opens none. */
  private boolean quoted(char quote) {
    boolean none = quote == '"' ? noDouble : noSingle || followsWord();
    int end = none ? text.length() : at + 1;
    while (end < text.length() && text.charAt(end) != quote) {
      end += text.charAt(end) == '\\' ? 2 : 1;
    }
    if (end >= text.length()) {
      noDouble |= quote == '"';
      noSingle |= quote == '\'' && !none;
      return false;
    }
    if (end + 1 < text.length() && text.charAt(end + 1) == ':') {
      masked.append(text, at, Math.min(end + 1, at + MOST));
    } else {
      any();
    }
    at = end + 1;
    return true;
  }

  /** True when a single quote here is an apostrophe. */
  private boolean followsWord() {
    int length = masked.length();
    return length > 0 && (isWord(masked.charAt(length - 1)) || endsInAny(length));
  }

  /** Writes the mask, as a part of one just before that at most a joiner parts from it. */
  private void any() {
    int length = masked.length();
    if (length > 0 && JOINERS.indexOf(masked.charAt(length - 1)) >= 0 && endsInAny(length - 1)) {
      masked.setLength(length - 1);
    } else if (!endsInAny(length)) {
      masked.append(ANY);
    }
  }

  private boolean endsInAny(int end) {
    int start = end - ANY.length();
    return start >= 0
        && masked.charAt(start) == '<'
        && masked.charAt(start + 1) == '*'
        && masked.charAt(start + 2) == '>';
  }

  private String result() {
    int end = Math.min(masked.length(), MOST);
    if (end > 0 && Character.isHighSurrogate(masked.charAt(end - 1))) {
      end--;
    }
    while (end > 0 && masked.charAt(end - 1) == ' ') {
      end--;
    }
    return masked.substring(0, end);
  }
}
