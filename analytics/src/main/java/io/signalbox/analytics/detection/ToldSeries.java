// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import io.signalbox.analytics.signals.ShardKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What people have said about the series of one shard. A series that was spoken of is judged twice:
 * as if nothing had been said, into its own row, of which nobody hears; and by the budget that
 * feedback gives it, through a second gate that is kept here. So what is taken back leaves no
 * trace: the row is what it would have been. Mutable; {@link #walk} is what a codec stores.
 */
final class ToldSeries {
  private static final double LEAST_MARGIN = -StrictMath.log(FeedbackLog.MOST);
  private static final int GATES = 1 << 16;

  private final SaidSoFar said = new SaidSoFar();
  private final TreeMap<Long, EpisodeGate> gates = new TreeMap<>();
  private final List<Episode> plain = new ArrayList<>();

  /** True when all was taken back. */
  boolean isEmpty() {
    return said.isEmpty();
  }

  /** What holds for the budget of a series, or null when that is as for any other. */
  @Nullable BudgetEffect effectOn(String subject) {
    return said.effectOn(subject);
  }

  /**
   * Takes in the statements of a tick. An open episode of a series that is called normal ends; one
   * that only feedback has opened ends when the feedback is taken back.
   *
   * @param nowMs last millisecond of the tick
   * @return withdrawals of what is not in force
   */
  int tell(
      Collection<Feedback> statements,
      SeriesRows rows,
      ShardKey key,
      long nowMs,
      Consumer<Episode> out) {
    List<@Nullable BudgetEffect> before = effects(rows, key);
    int unmatched = said.add(statements);
    for (int row = 0; row < rows.size(); row++) {
      EpisodeSubject subject = SeriesJudge.subject(rows, row, key);
      BudgetEffect now = effectOn(subject.subject());
      turn(rows, row, subject, before.get(row), now, nowMs, out);
    }
    return unmatched;
  }

  private List<@Nullable BudgetEffect> effects(SeriesRows rows, ShardKey key) {
    List<@Nullable BudgetEffect> effects = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      effects.add(effectOn(SeriesJudge.subject(rows, row, key).subject()));
    }
    return effects;
  }

  private void turn(
      SeriesRows rows,
      int row,
      EpisodeSubject subject,
      @Nullable BudgetEffect before,
      @Nullable BudgetEffect now,
      long nowMs,
      Consumer<Episode> out) {
    double was = BudgetEffect.multiplierOf(before);
    double is = BudgetEffect.multiplierOf(now);
    if (was == is) {
      return;
    }
    EpisodeGate own = new EpisodeGate();
    rows.read(row, own);
    EpisodeGate heard = before == null ? own : gates.remove(rows.id(row));
    if (heard == null || heard.startedAtMs == 0) {
      return;
    }
    boolean goesOn = now == null ? heard.startedAtMs == own.startedAtMs : is > was;
    if (goesOn && now != null) {
      gates.put(rows.id(row), heard);
    } else if (!goesOn && heard.isOpen()) {
      out.accept(BudgetEffect.explain(heard.close(subject, nowMs), now == null ? before : now));
    }
  }

  /** Judges and takes in a value as {@link SeriesJudge#judge} does. */
  void judge(
      SeriesJudge judge,
      SeriesRows rows,
      int row,
      long atMs,
      double value,
      long support,
      Direction direction,
      ShardKey key,
      Consumer<Episode> out) {
    plain.clear();
    judge.judge(rows, row, atMs, value, support, direction, key, plain::add);
    EpisodeGate gate = gates.isEmpty() ? null : gates.get(rows.id(row));
    if (gate == null && plain.isEmpty() && !(judge.judged.margin >= LEAST_MARGIN)) {
      return;
    }
    EpisodeSubject subject = SeriesJudge.subject(rows, row, key);
    BudgetEffect effect = effectOn(subject.subject());
    if (effect == null) {
      plain.forEach(out);
      return;
    }
    Consumer<Episode> told = episode -> out.accept(BudgetEffect.explain(episode, effect));
    if (gate != null) {
      judge.step(gate, judge.compared(gate, atMs, value, support), subject, told);
      gates.computeIfPresent(rows.id(row), (id, one) -> one.startedAtMs == 0 ? null : one);
    } else if (isAbnormal(judge.judged, effect)
        && !SeriesJudge.ignores(direction, value - judge.judged.expected)) {
      EpisodeGate fresh = new EpisodeGate();
      judge.step(fresh, judge.observation(atMs, value, support), subject, told);
      gates.put(rows.id(row), fresh);
    }
  }

  private static boolean isAbnormal(Judged judged, BudgetEffect effect) {
    return judged.margin >= -StrictMath.log(effect.multiplier());
  }

  /** Ends the episode, if any, of a series that is silent for as long as an episode may last. */
  void closeIfSilent(
      SeriesJudge judge,
      SeriesRows rows,
      int row,
      long nowMs,
      ShardKey key,
      Consumer<Episode> out) {
    EpisodeGate gate = gates.get(rows.id(row));
    EpisodeSubject subject = SeriesJudge.subject(rows, row, key);
    BudgetEffect effect = effectOn(subject.subject());
    judge.closeIfSilent(rows, row, nowMs, key, effect == null ? out : unheard -> {});
    if (gate != null && effect != null && judge.isSilent(rows, row, nowMs)) {
      gates.remove(rows.id(row));
      if (gate.isOpen()) {
        out.accept(BudgetEffect.explain(gate.close(subject, nowMs), effect));
      }
    }
  }

  /** Walks over all state, see {@link Fields}; read into one that was just made. */
  void walk(Fields fields) {
    said.walk(fields);
    List<Kept> kept =
        gates.entrySet().stream()
            .map(entry -> new Kept(entry.getKey(), entry.getValue()))
            .sorted(Comparator.comparingLong(one -> one.id))
            .collect(Collectors.toList());
    fields.list(kept, GATES, () -> new Kept(0, new EpisodeGate()), Kept::walk);
    kept.forEach(one -> gates.put(one.id, one.gate));
  }

  private static final class Kept {
    private long id;
    private final EpisodeGate gate;

    Kept(long id, EpisodeGate gate) {
      this.id = id;
      this.gate = gate;
    }

    void walk(Fields fields) {
      id = fields.integer(id);
      fields.gate(gate);
    }
  }
}
