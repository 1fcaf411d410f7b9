// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

/** Keeps texts short enough for state of bounded size. */
final class Text {
  private Text() {}

  /** The first characters of a text, without half a surrogate pair at the end. */
  static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
  }
}
