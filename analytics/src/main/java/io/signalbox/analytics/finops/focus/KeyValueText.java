// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.focus;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells whether a text is a JSON object of unique keys whose values are no objects or lists. */
final class KeyValueText {
  private static final Pattern SCALAR =
      Pattern.compile("true|false|null|-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

  private final String text;
  private int at;

  private KeyValueText(String text) {
    this.text = text;
  }

  static boolean matches(String text) {
    KeyValueText reader = new KeyValueText(text);
    return reader.object() && reader.at == text.length();
  }

  private boolean object() {
    Set<String> keys = new HashSet<>();
    if (!token('{')) {
      return false;
    }
    if (token('}')) {
      return true;
    }
    do {
      int start = at;
      if (!string() || !keys.add(text.substring(start, at).trim()) || !token(':') || !value()) {
        return false;
      }
    } while (token(','));
    return token('}');
  }

  private boolean value() {
    blanks();
    if (at < text.length() && text.charAt(at) == '"') {
      return string();
    }
    int start = at;
    while (at < text.length() && ",} \t\r\n".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return SCALAR.matcher(text.substring(start, at)).matches();
  }

  private boolean string() {
    if (!token('"')) {
      return false;
    }
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"') {
        return true;
      }
      if (c < ' ' || (c == '\\' && at++ >= text.length())) {
        return false;
      }
    }
    return false;
  }

  private boolean token(char c) {
    blanks();
    if (at < text.length() && text.charAt(at) == c) {
      at++;
      if (c != '"') {
        blanks();
      }
      return true;
    }
    return false;
  }

  private void blanks() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }
}
