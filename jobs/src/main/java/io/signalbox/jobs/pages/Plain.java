// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.pages;

/** Text that cannot play tricks on its reader. */
public final class Plain {
  static final char REPLACEMENT = '\ufffd';

  private Plain() {}

  /** False for control characters and for those that turn the direction of text. */
  static boolean isSafe(char c) {
    boolean control = Character.isISOControl(c);
    boolean turning = (c >= '\u202a' && c <= '\u202e') || (c >= '\u2066' && c <= '\u2069');
    return !control && !turning && c != '\u200e' && c != '\u200f';
  }

  /** The text with what is not safe replaced. */
  public static String of(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      safe.append(isSafe(text.charAt(i)) ? text.charAt(i) : REPLACEMENT);
    }
    return safe.toString();
  }
}
