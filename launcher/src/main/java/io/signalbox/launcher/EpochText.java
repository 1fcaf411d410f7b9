// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import io.signalbox.patterns.reading.Problem;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a rule that says from when it holds. Event time is behind the clock, so what holds
 * from now on is ahead of it.
 *
 * @param text with an epoch
 * @param added number of the line that the author has not written, 0 for none
 */
record EpochText(String text, int added) {
  private static final String KEY = "effectiveAt";
  private static final Pattern FLOW = Pattern.compile("(?m)^metadata:\\s*\\{");
  private static final Pattern BLOCK = Pattern.compile("(?m)^metadata:[ \\t]*\\R(?=([ \\t]+))");

  /** Of a failure pattern or its removal. */
  static EpochText ofPattern(String text, Instant now) {
    if (text.contains(KEY)) {
      return new EpochText(text, 0);
    }
    Matcher flow = FLOW.matcher(text);
    if (flow.find()) {
      return new EpochText(insert(text, flow.end(), KEY + ": " + now + ", "), 0);
    }
    Matcher block = BLOCK.matcher(text);
    if (!block.find()) {
      return new EpochText(text, 0);
    }
    String line = block.group(1) + KEY + ": " + now + "\n";
    int above = (int) text.substring(0, block.end()).lines().count();
    return new EpochText(insert(text, block.end(), line), above + 1);
  }

  /** Of a symptom table. */
  static EpochText ofTable(String text, Instant now) {
    if (text.contains(KEY)) {
      return new EpochText(text, 0);
    }
    int brace = text.length() - text.stripLeading().length();
    return text.startsWith("{", brace)
        ? new EpochText(insert(text, brace + 1, "\"" + KEY + "\": \"" + now + "\", "), 0)
        : new EpochText(text.stripTrailing() + "\n" + KEY + ": " + now + "\n", 0);
  }

  private static String insert(String text, int at, String more) {
    return text.substring(0, at) + more + text.substring(at);
  }

  /** A problem of this text with the line that it has in the author's. */
  Problem asWritten(Problem problem) {
    boolean moved = added > 0 && problem.line() > added;
    return moved
        ? new Problem(
            problem.level(),
            problem.file(),
            problem.line() - 1,
            problem.column(),
            problem.message())
        : problem;
  }
}
