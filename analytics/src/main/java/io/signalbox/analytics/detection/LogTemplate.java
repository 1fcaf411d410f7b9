// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import java.util.StringTokenizer;

/** What a kind of log record reads like: its words, with {@code <*>} where they vary. */
public final class LogTemplate {
  /** Stands for what varies. */
  public static final String ANY = "<*>";

  private final CountRate rate = new CountRate();
  private String text;
  private String[] words;
  private int level;
  private long lastMs;
  private String subject = "";

  LogTemplate(int level, String text) {
    this.level = level;
    this.text = text;
    this.words = split(text);
  }

  /** The words of a text; one empty word when there are none. */
  static String[] split(String text) {
    StringTokenizer words = new StringTokenizer(text, " ");
    String[] all = new String[Math.max(1, words.countTokens())];
    all[0] = "";
    for (int i = 0; words.hasMoreTokens(); i++) {
      all[i] = words.nextToken();
    }
    return all;
  }

  /** Its words, single spaces between them. */
  public String text() {
    return text;
  }

  /** The level it was learned at; the same words at another level are another template. */
  public int level() {
    return level;
  }

  /** First millisecond of the last tick it was seen in. */
  public long lastMs() {
    return lastMs;
  }

  CountRate rate() {
    return rate;
  }

  /** Where a template of this level, number of words and first word is looked for. */
  static String leaf(int level, String[] words) {
    return level + " " + words.length + " " + words[0];
  }

  String leaf() {
    return leaf(level, words);
  }

  /** Twice the words that are the same plus those that vary; above the number of words it fits. */
  int likeness(String[] others) {
    int likeness = 0;
    for (int i = 0; i < words.length; i++) {
      likeness += words[i].equals(others[i]) ? 2 : words[i].equals(ANY) ? 1 : 0;
    }
    return likeness;
  }

  /** Takes in a record of as many words; those that differ vary from now on. */
  void take(String[] others, long tickMs) {
    lastMs = tickMs;
    boolean changed = false;
    for (int i = 0; i < words.length; i++) {
      if (!words[i].equals(others[i]) && !words[i].equals(ANY)) {
        words[i] = ANY;
        changed = true;
      }
    }
    if (changed) {
      text = String.join(" ", words);
    }
  }

  void endWindow(Judgement look, boolean mayOpen) {
    if (rate.isCalm()) {
      subject = text;
    }
    rate.endWindow(look, subject, mayOpen);
  }

  void release(Judgement look) {
    rate.release(look, subject);
  }

  /** The text may change under an open episode, whose subject must not: it is kept apart. */
  void walk(Fields fields) {
    level = fields.small(level);
    text = fields.text(text);
    words = split(text);
    lastMs = fields.integer(lastMs);
    rate.walk(fields);
    if (!rate.isCalm()) {
      subject = fields.text(subject);
    }
  }
}
