// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.tokens;

import io.signalbox.analytics.finops.Refusal;
import io.signalbox.analytics.finops.UsageDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What data points have in common that are one usage: who called what, from which instance.
 *
 * @param environment deployment environment, empty when none is stated
 * @param service who called
 * @param resource hash of the instance that called
 * @param said texts of usages by key
 */
public record TokenAccount(
    String environment, String service, String resource, Map<String, String> said) {
  private static final char END = '|';
  private static final char ESCAPE = '\\';

  /** All of it as a text, from which it can be read. */
  public String text() {
    StringBuilder text = new StringBuilder();
    append(text, environment);
    append(text, service);
    append(text, resource);
    new TreeMap<>(said)
        .forEach(
            (key, value) -> {
              append(text, key);
              append(text, value);
            });
    return text.toString();
  }

  private static void append(StringBuilder text, String part) {
    for (int i = 0; i < part.length(); i++) {
      char c = part.charAt(i);
      if (c == END || c == ESCAPE) {
        text.append(ESCAPE);
      }
      text.append(c);
    }
    text.append(END);
  }

  /** Reads what {@link #text} wrote. */
  public static TokenAccount parse(String text) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == END) {
        parts.add(part.toString());
        part.setLength(0);
      } else {
        part.append(c == ESCAPE ? text.charAt(++i) : c);
      }
    }
    Map<String, String> said = new TreeMap<>();
    for (int i = 3; i < parts.size(); i += 2) {
      said.put(parts.get(i), parts.get(i + 1));
    }
    return new TokenAccount(parts.get(0), parts.get(1), parts.get(2), said);
  }

  void fill(UsageDraft draft) throws Refusal {
    for (Map.Entry<String, String> one : said.entrySet()) {
      draft.text(UsageDraft.place(one.getKey()), one.getValue());
    }
  }
}
