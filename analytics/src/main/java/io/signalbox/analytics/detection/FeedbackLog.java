// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What people have said about the alarms of one service, and what that makes of its budgets: each
 * confirmation doubles the budget of the series concerned, each "this is normal" leaves an eighth
 * of it, within bounds. A statement that is taken back leaves no trace in the budgets.
 *
 * <p>The log is a set: what follows from it does not depend on the order in which statements came,
 * nor on how often one came. Beyond {@link #STATEMENTS} the earliest are forgotten.
 */
public final class FeedbackLog {
  /** The least multiplier of a budget. */
  public static final double LEAST = 1.0 / 512;

  /** The largest multiplier of a budget. */
  public static final double MOST = 4;

  /** Statements kept of a service. */
  public static final int STATEMENTS = 1_000;

  private static final int LOWEST = Math.getExponent(LEAST);
  private static final int HIGHEST = Math.getExponent(MOST);

  /**
   * The verdict on a clear anomaly lies 2 to 6 nats beyond what the budget asks for: one statement
   * must be worth about two of them, or nobody would notice it.
   */
  private static final int NORMAL_EXPONENT = 3;

  /** What is taken back is forgotten before what takes it back, or it would come to life again. */
  private static final Comparator<Feedback> AGE =
      Comparator.comparing(Feedback::effectiveAt)
          .thenComparing(said -> said.kind() == FeedbackKind.WITHDRAWN)
          .thenComparing(Feedback::id)
          .thenComparing(Feedback::toString);

  private final TreeMap<String, Feedback> byId = new TreeMap<>();
  private final TreeSet<Feedback> byAge = new TreeSet<>(AGE);

  /** Takes a statement in; of several with one id the one that holds latest counts. */
  public void add(Feedback said) {
    Feedback known = byId.get(said.id());
    if (known != null && AGE.compare(known, said) >= 0) {
      return;
    }
    if (known != null) {
      byAge.remove(known);
    }
    byId.put(said.id(), said);
    byAge.add(said);
    while (byAge.size() > STATEMENTS) {
      Feedback earliest = byAge.first();
      byAge.remove(earliest);
      byId.remove(earliest.id());
    }
  }

  /**
   * Forgets what was taken back, and what took it back: for a log whose statements come in the
   * order of event time and hold from when they come.
   *
   * @return withdrawals of statements that are not known, or not in force
   */
  public int settle() {
    List<Feedback> holding = holding(Long.MAX_VALUE);
    Map<String, Feedback> spoken = new HashMap<>();
    Map<String, Feedback> withdrawals = new HashMap<>();
    for (Feedback said : byId.values()) {
      (said.kind() == FeedbackKind.WITHDRAWN ? withdrawals : spoken).put(said.id(), said);
    }
    holding.forEach(said -> spoken.remove(said.id()));
    withdrawals.values().removeIf(said -> spoken.containsKey(String.valueOf(said.withdraws())));
    byId.clear();
    byAge.clear();
    holding.forEach(this::add);
    return withdrawals.size();
  }

  /** True when nothing was said. */
  public boolean isEmpty() {
    return byId.isEmpty();
  }

  /** All statements, sorted by id. */
  public Collection<Feedback> statements() {
    return Collections.unmodifiableCollection(byId.values());
  }

  /**
   * The multiplier of the budget of a series.
   *
   * @param series the subject of its episodes
   * @param atMs event time, epoch milliseconds
   */
  public double multiplier(String series, long atMs) {
    return effect(series, holding(atMs)).multiplier();
  }

  /**
   * Every effect that holds at a time: that on all series first, then those on single ones, by
   * name.
   *
   * @param atMs event time, epoch milliseconds
   */
  public List<BudgetEffect> effects(long atMs) {
    List<Feedback> holding = holding(atMs);
    TreeSet<String> named = new TreeSet<>();
    boolean all = false;
    for (Feedback said : holding) {
      all |= said.series() == null;
      if (said.series() != null) {
        named.add(said.series());
      }
    }
    List<BudgetEffect> effects = new ArrayList<>();
    if (all) {
      effects.add(effect(null, holding));
    }
    named.forEach(series -> effects.add(effect(series, holding)));
    return effects;
  }

  /** Confirmations and objections that hold at a time, sorted by id. */
  private List<Feedback> holding(long atMs) {
    Map<String, Feedback> withdrawn = new HashMap<>();
    for (Feedback said : byId.values()) {
      if (said.kind() == FeedbackKind.WITHDRAWN && isEffective(said, atMs)) {
        withdrawn.merge(String.valueOf(said.withdraws()), said, FeedbackLog::later);
      }
    }
    List<Feedback> holding = new ArrayList<>();
    for (Feedback said : byId.values()) {
      boolean speaks = said.kind() != FeedbackKind.WITHDRAWN && isEffective(said, atMs);
      if (speaks && !isWithdrawn(said, withdrawn.get(said.id()))) {
        holding.add(said);
      }
    }
    return holding;
  }

  private static Feedback later(Feedback one, Feedback other) {
    return AGE.compare(one, other) < 0 ? other : one;
  }

  /** Nothing can be taken back before it holds. */
  private static boolean isWithdrawn(Feedback said, @Nullable Feedback withdrawal) {
    return withdrawal != null && !withdrawal.effectiveAt().isBefore(said.effectiveAt());
  }

  private static boolean isEffective(Feedback said, long atMs) {
    return said.effectiveAt().toEpochMilli() <= atMs;
  }

  private static BudgetEffect effect(@Nullable String series, List<Feedback> holding) {
    int confirmed = 0;
    int normal = 0;
    List<String> because = new ArrayList<>();
    for (Feedback said : holding) {
      if (said.concerns(series)) {
        confirmed += said.kind() == FeedbackKind.CONFIRMED ? 1 : 0;
        normal += said.kind() == FeedbackKind.NORMAL ? 1 : 0;
        because.add(said.id());
      }
    }
    int exponent = Math.max(LOWEST, Math.min(HIGHEST, confirmed - NORMAL_EXPONENT * normal));
    return new BudgetEffect(series, Math.scalb(1.0, exponent), confirmed, normal, because);
  }
}
