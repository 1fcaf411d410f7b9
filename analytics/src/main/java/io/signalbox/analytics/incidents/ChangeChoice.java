// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import io.signalbox.analytics.signals.Change;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which change of a node is behind its trouble: one that speaks of what the symptoms speak of, in
 * words that few other changes use, before one that merely came last. A change after the first sign
 * is innocent.
 */
final class ChangeChoice {
  /** Time before the onset at which nearness speaks half as much. */
  private static final double HALF_MS = 900_000;

  /** Worth of nearness against the words in common. */
  private static final double NEARNESS = 0.1;

  /** Weight of words in common at which they are worth half of the most. */
  private static final double HALF_WORDS = 6;

  /** Worth of words by where a change says them, and of those that only metrics are named by. */
  private static final double IN_GONE = 1.5;

  private static final double IN_COME = 1;
  private static final double IN_SPOKEN = 0.7;
  private static final double IN_KEPT = 0.3;
  private static final double OF_METRICS = 0.5;

  /** Worth of a change that only reshapes, or only raises settings, against one that does more. */
  private static final double HARMLESS = 0.4;

  /** Added where a setting was lowered and something does not suffice, or raised and it spills. */
  private static final double FITTING = 0.25;

  /** Worth of a change that says nothing of itself, before nearness. */
  private static final double UNSAID = 0.15;

  /** A change that says what it is and is worth less explains nothing. */
  private static final double LEAST = 0.1;

  /** Worth of what was only merged against what was deployed by name. */
  private static final double SHIPPED = 0.6;

  /** Share of the strongest evidence from which a sign tells when it began. */
  private static final double STRONG = 0.2;

  /** Worth of a change of one against whom there is hardly anything else. */
  private static final double OTHERS = 0.3;

  private static final Pattern SHORTAGE =
      Pattern.compile(
          "exhaust|time[d ]*-?out|deadline|exceed|expir|reject|throttl|budget|too many|slow|wait"
              + "|miss|unavailable|no space|full|limit|quota|overload|saturat");

  private static final Pattern OVERFLOW =
      Pattern.compile("no space|disk|memory|oom|flood|full|too large|overload|backlog|saturat");

  private final Collection<Change> all;
  private final SortedSet<String> complaints;
  private final SortedSet<String> metrics;
  private final SortedSet<String> hinted;
  private final boolean shortage;
  private final boolean overflow;
  private final IdentityHashMap<Change, ChangeText> texts = new IdentityHashMap<>();
  private final TreeMap<String, Integer> uses = new TreeMap<>();

  /**
   * A choice among all changes that are known.
   *
   * @param said what the logs complain of
   * @param series names of the series that are off
   * @param nodes names of nodes: that they are spoken of says nothing of what went wrong
   */
  ChangeChoice(
      Collection<Change> all,
      Collection<String> said,
      Collection<String> series,
      Collection<String> nodes) {
    this.all = all;
    this.complaints = without(nodes, Words.of(said));
    this.metrics = without(nodes, Words.of(series));
    this.metrics.removeAll(complaints);
    this.hinted = Mechanism.hintedBy(complaints);
    this.hinted.removeAll(complaints);
    this.shortage = said.stream().anyMatch(text -> SHORTAGE.matcher(lower(text)).find());
    this.overflow = said.stream().anyMatch(text -> OVERFLOW.matcher(lower(text)).find());
    for (Change change : all) {
      if (change.description() != null) {
        ChangeText text = new ChangeText(change.description());
        texts.put(change, text);
        text.words().forEach(word -> uses.merge(word, 1, Integer::sum));
      }
    }
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static SortedSet<String> without(Collection<String> nodes, SortedSet<String> words) {
    words.removeIf(word -> nodes.stream().anyMatch(node -> lower(node).contains(word)));
    return words;
  }

  /** The likeliest change of one of these suspects, null when none came before the onset. */
  @Nullable Change of(List<Suspect> suspects, long onsetMs) {
    Change best = null;
    double most = 0;
    for (Suspect suspect : suspects) {
      double share = suspect.score() / suspects.get(0).score();
      long sinceMs = Math.min(onsetMs, since(suspect, onsetMs));
      double trust = OTHERS + (1 - OTHERS) * share;
      for (Change change : all) {
        double worth = trust * worthFor(suspect.node(), change, sinceMs);
        if (worth > most) {
          best = change;
          most = worth;
        }
      }
    }
    return best;
  }

  private double worthFor(String node, Change change, long sinceMs) {
    if (change.at().toEpochMilli() > sinceMs) {
      return 0;
    }
    if (change.service().equals(node)) {
      return worth(change, sinceMs);
    }
    return change.kind().equals(Change.MERGED) && isShipped(node, change, sinceMs)
        ? SHIPPED * told(change)
        : 0;
  }

  /** What was merged goes out with the next deployment. */
  private boolean isShipped(String node, Change merged, long sinceMs) {
    for (Change change : all) {
      long atMs = change.at().toEpochMilli();
      if (change.service().equals(node)
          && change.kind().equals("deployed")
          && atMs >= merged.at().toEpochMilli()
          && atMs <= sinceMs) {
        return true;
      }
    }
    return false;
  }

  /** The first strong sign against a suspect, epoch milliseconds. */
  private static long since(Suspect suspect, long otherwiseMs) {
    return suspect.evidence().stream()
        .filter(Evidence::isSign)
        .filter(one -> one.weight() >= STRONG * suspect.evidence().get(0).weight())
        .mapToLong(one -> one.since().toEpochMilli())
        .min()
        .orElse(otherwiseMs);
  }

  private double worth(Change change, long onsetMs) {
    double before = Math.max(0, onsetMs - change.at().toEpochMilli());
    double near = NEARNESS / (1 + before / HALF_MS);
    if (!texts.containsKey(change)) {
      return UNSAID + near;
    }
    double told = told(change);
    return told == 0 ? 0 : told + near;
  }

  /** What a change that says what it is explains of the trouble, 0 for too little to blame it. */
  private double told(Change change) {
    ChangeText text = texts.get(change);
    if (text == null || text.isInert()) {
      return 0;
    }
    boolean harmless =
        (text.isReshaped() && !takesAway(text))
            || text.isPatch()
            || text.isOfLogging()
            || (text.raises() && !overflow);
    boolean fits = (text.lowers() && shortage) || (text.raises() && overflow);
    double more = fits ? FITTING : 0;
    double told = (harmless ? HARMLESS : 1) * affinity(text) + more;
    return told < LEAST ? 0 : told;
  }

  /** True when what is gone is what the complaints speak of, or what they hint at. */
  private boolean takesAway(ChangeText text) {
    return text.gone.stream().anyMatch(word -> complaints.contains(word) || hinted.contains(word));
  }

  /** How much of what a change does and says the symptoms speak of too, 0..1. */
  private double affinity(ChangeText text) {
    double sum = 0;
    for (String word : text.words()) {
      double spoken = spoken(word);
      if (spoken > 0) {
        double rare = StrictMath.log((1.0 + all.size()) / uses.getOrDefault(word, 1));
        sum += spoken * place(text, word) * rare;
      }
    }
    return sum / (sum + HALF_WORDS);
  }

  private double spoken(String word) {
    if (complaints.contains(word)) {
      return 1;
    }
    return metrics.contains(word) || hinted.contains(word) ? OF_METRICS : 0;
  }

  private static double place(ChangeText text, String word) {
    if (text.gone.contains(word)) {
      return IN_GONE;
    }
    if (text.come.contains(word)) {
      return IN_COME;
    }
    return text.spoken.contains(word) ? IN_SPOKEN : IN_KEPT;
  }
}
