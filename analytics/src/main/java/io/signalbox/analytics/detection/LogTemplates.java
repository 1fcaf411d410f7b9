// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Groups log records into templates as Drain does (He et al., ICWS 2017): a tree of fixed depth,
 * here level, number of words and first word, leads to few candidates, of which the most alike is
 * taken if it is alike enough. At most {@link #MOST} are kept; the one not seen for longest makes
 * room. The same records in the same order give the same templates.
 */
public final class LogTemplates {
  /** Templates kept at most. */
  public static final int MOST = 128;

  private static final int LONGEST_TEXT = 256;

  private final List<LogTemplate> all = new ArrayList<>();
  private final Map<String, List<LogTemplate>> leaves = new HashMap<>();

  /** All templates, the oldest first. */
  public List<LogTemplate> all() {
    return List.copyOf(all);
  }

  /**
   * Finds or makes the template of a record.
   *
   * @param level records of different levels never share a template
   * @param masked text without what is known to vary, see {@link
   *     io.signalbox.analytics.signals.LogMask}
   * @param tickMs event time of the tick, epoch milliseconds
   */
  public LogTemplate take(int level, String masked, long tickMs) {
    String text = masked.isBlank() ? LogTemplate.ANY : Text.cut(masked, LONGEST_TEXT);
    String[] words = LogTemplate.split(text);
    LogTemplate best = null;
    int likeness = words.length;
    for (LogTemplate each : leaves.getOrDefault(LogTemplate.leaf(level, words), List.of())) {
      if (each.likeness(words) > likeness) {
        likeness = each.likeness(words);
        best = each;
      }
    }
    LogTemplate found = best != null ? best : make(level, String.join(" ", words));
    found.take(words, tickMs);
    return found;
  }

  private LogTemplate make(int level, String text) {
    if (all.size() >= MOST) {
      dropOldest();
    }
    LogTemplate made = new LogTemplate(level, text);
    all.add(made);
    file(made);
    return made;
  }

  private void file(LogTemplate template) {
    leaves.computeIfAbsent(template.leaf(), leaf -> new ArrayList<>()).add(template);
  }

  private void dropOldest() {
    LogTemplate oldest =
        all.stream()
            .filter(template -> !template.rate().isOpen())
            .min(Comparator.comparingLong(LogTemplate::lastMs))
            .orElseThrow();
    all.remove(oldest);
    List<LogTemplate> leaf = leaves.get(oldest.leaf());
    if (leaf != null) {
      leaf.remove(oldest);
    }
    leaves.values().removeIf(List::isEmpty);
  }

  void walk(Fields fields) {
    fields.list(all, MOST, () -> new LogTemplate(0, ""), LogTemplate::walk);
    leaves.clear();
    all.forEach(this::file);
  }
}
