// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What the description of a change says: its message and files, and of its difference what it takes
 * away, what it brings and what merely moves. Lines of a difference begin with {@code -} or {@code
 * +}; lines that are one path are files; all else is message.
 */
final class ChangeText {
  private static final Pattern FILE =
      Pattern.compile("[\\w.@-]+(/[\\w.@-]+)+|[\\w.@-]+\\.\\w{1,5}");

  /** Files that do not run where requests are served. */
  private static final Pattern INERT_FILE =
      Pattern.compile(
          "(^|.*/)(docs?|tests?|testdata|\\.github|\\.gitlab)/.*|.*(_|\\.)(test|spec)\\.\\w+"
              + "|.*\\.(md|rst|adoc|txt|css|scss|svg|png)|(.*/)?(codeowners|license|readme)");

  private static final Pattern INERT_KIND = Pattern.compile("^(docs?|tests?|style|ci)(\\(.*\\))?:");
  private static final Pattern COMMENT =
      Pattern.compile("^\\s*(//|#(?!\\w)|--\\s|/?\\*).*|\\s//.*");
  private static final Pattern LOGS =
      Pattern.compile(
          "^\\W*\\w*(log|logger|console|printf?|println)\\w*\\W", Pattern.CASE_INSENSITIVE);
  private static final Pattern PATCH = Pattern.compile("(\\d+\\.\\d+)\\.\\d+");
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z_]\\w*|\\d+");

  /** Lines taken away and lines brought that are so much alike have merely moved. */
  private static final double MOVED = 0.6;

  /** Words of the message and of the paths. */
  final SortedSet<String> spoken;

  /** Words that are taken away and do not come back. */
  final SortedSet<String> gone;

  /** Words that are new. */
  final SortedSet<String> come;

  /** Words of lines that were taken away and came back. */
  final SortedSet<String> kept;

  private final List<String> taken = new ArrayList<>();
  private final List<String> brought = new ArrayList<>();
  private final boolean inert;
  private final List<String> renumbered;
  final double alike;
  private final int lowered;
  private final int raised;

  ChangeText(String description) {
    List<String> message = new ArrayList<>();
    List<String> files = new ArrayList<>();
    description.lines().forEach(line -> sort(line, message, files));
    Map<String, Integer> takenTokens = tokens(taken);
    Map<String, Integer> broughtTokens = tokens(brought);
    spoken = Words.of(message);
    spoken.addAll(Words.of(files));
    gone = less(takenTokens, broughtTokens);
    come = less(broughtTokens, takenTokens);
    renumbered = renumbered();
    come.addAll(Words.of(renumbered));
    kept = Words.of(taken);
    kept.retainAll(Words.of(brought));
    alike = alike(takenTokens, broughtTokens);
    inert = isInert(message, files);
    Settings before = Settings.in(taken);
    Settings after = Settings.in(brought);
    lowered = before.countBelow(after, true);
    raised = before.countBelow(after, false);
  }

  private void sort(String line, List<String> message, List<String> files) {
    if (line.startsWith("-") || line.startsWith("+")) {
      String code = COMMENT.matcher(line.substring(1)).replaceAll("").trim();
      if (!code.isEmpty()) {
        (line.startsWith("-") ? taken : brought).add(code);
      }
    } else {
      (FILE.matcher(line).matches() ? files : message).add(line);
    }
  }

  private boolean isInert(List<String> message, List<String> files) {
    if (!files.isEmpty()) {
      return files.stream().allMatch(file -> INERT_FILE.matcher(lower(file)).matches());
    }
    return !message.isEmpty() && INERT_KIND.matcher(lower(message.get(0))).find();
  }

  private static String lower(String text) {
    return text.toLowerCase(java.util.Locale.ROOT);
  }

  private static Map<String, Integer> tokens(List<String> lines) {
    Map<String, Integer> counts = new TreeMap<>();
    for (String line : lines) {
      TOKEN.matcher(line).results().forEach(found -> counts.merge(found.group(), 1, Integer::sum));
    }
    return counts;
  }

  private static SortedSet<String> less(Map<String, Integer> some, Map<String, Integer> others) {
    TreeSet<String> left = new TreeSet<>();
    some.forEach(
        (token, count) -> {
          if (count > others.getOrDefault(token, 0)) {
            left.addAll(Words.of(token));
          }
        });
    return left;
  }

  /** Twice what both have in common by what both have: Dice's coefficient, 0..1. */
  private static double alike(Map<String, Integer> some, Map<String, Integer> others) {
    int all = 0;
    int common = 0;
    for (int count : some.values()) {
      all += count;
    }
    for (Map.Entry<String, Integer> one : others.entrySet()) {
      all += one.getValue();
      common += Math.min(one.getValue(), some.getOrDefault(one.getKey(), 0));
    }
    return all == 0 ? 0 : 2.0 * common / all;
  }

  /** Lines that came back with other numbers. */
  private List<String> renumbered() {
    TreeSet<String> before = new TreeSet<>();
    taken.forEach(line -> before.add(withoutNumbers(line)));
    return brought.stream()
        .filter(line -> !taken.contains(line) && before.contains(withoutNumbers(line)))
        .toList();
  }

  private static String withoutNumbers(String line) {
    return line.replaceAll("\\d+", "0");
  }

  /** All its words. */
  SortedSet<String> words() {
    TreeSet<String> all = new TreeSet<>(spoken);
    all.addAll(gone);
    all.addAll(come);
    all.addAll(kept);
    return all;
  }

  /** True when nothing of it runs where requests are served: documents, tests, styles. */
  boolean isInert() {
    return inert;
  }

  /** True when all it does is to take the next patch of what it depends on. */
  boolean isPatch() {
    return !taken.isEmpty() && patched(taken).equals(patched(brought));
  }

  private static List<String> patched(List<String> lines) {
    return lines.stream().map(line -> PATCH.matcher(line).replaceAll("$1")).toList();
  }

  /** True when all it touches is what is logged. */
  boolean isOfLogging() {
    return !brought.isEmpty()
        && taken.stream().allMatch(line -> LOGS.matcher(line).find())
        && brought.stream().allMatch(line -> LOGS.matcher(line).find());
  }

  /** True when what it takes away is back in other lines, and no setting has another value. */
  boolean isReshaped() {
    return alike >= MOVED && lowered == 0 && raised == 0 && renumbered.isEmpty();
  }

  /** True when a setting has a smaller value. */
  boolean lowers() {
    return lowered > 0;
  }

  /** True when settings have greater values and none a smaller one. */
  boolean raises() {
    return raised > 0 && lowered == 0;
  }
}
