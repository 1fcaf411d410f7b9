// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

/** Names in which {@code *} stands for any text, also for none. */
final class Wildcard {
  private Wildcard() {}

  /** True when a name fits what is written. */
  static boolean fits(String written, String name) {
    int at = 0;
    int in = 0;
    int star = -1;
    int from = 0;
    while (in < name.length()) {
      if (at < written.length() && written.charAt(at) == '*') {
        star = at++;
        from = in;
      } else if (at < written.length() && written.charAt(at) == name.charAt(in)) {
        at++;
        in++;
      } else if (star >= 0) { // the last star takes in one character more
        at = star + 1;
        in = ++from;
      } else {
        return false;
      }
    }
    while (at < written.length() && written.charAt(at) == '*') {
      at++;
    }
    return at == written.length();
  }
}
