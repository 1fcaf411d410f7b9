// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes one statement of all series of a service: how many left their bands together, since when,
 * and which lead. How many do so by chance is learned per service, so a thousand series do not make
 * a thousand alarms, and a service whose series always flap says so less easily. Mutable; what it
 * knows is what a codec stores.
 *
 * <p>Revisions must come in the order of the ticks they were found in; within a tick any order
 * gives the same.
 */
public final class ServiceWatch {
  /** Series that are off at the same time and known by name; further ones are counted. */
  public static final int MOST = 256;

  private static final int LEADERS = 3;
  private static final GateSettings SETTINGS = new GateSettings(1e-4, 1, 1e-2, 1);
  private static final Comparator<OffSeries> LEADING =
      Comparator.comparingDouble(OffSeries::pValue).thenComparing(OffSeries::subject);

  private final String environment;
  private final String service;
  private final TreeMap<String, OffSeries> off = new TreeMap<>();
  private UsualOpenings usual = new UsualOpenings();

  /** As if nothing had been said: what is usual is learned by it. */
  private final EpisodeGate gate = new EpisodeGate();

  /** What is heard of while feedback about the service is in force. */
  private EpisodeGate told = new EpisodeGate();

  private final SaidSoFar said = new SaidSoFar();
  private long unnamed;

  /** Begins to watch a service of which nothing is known. */
  public ServiceWatch(String environment, String service) {
    this.environment = environment;
    this.service = service;
  }

  /** True for episodes about one series of a service: those are combined. */
  public static boolean combines(Episode episode) {
    return switch (episode.kind()) {
      case METRIC, RATE, DURATION -> true;
      default -> false;
    };
  }

  /**
   * Takes in the episode revisions of one tick.
   *
   * @param nowMs last millisecond of the tick, epoch milliseconds
   * @param revisions revisions of episodes that {@link #combines}
   * @param out takes the statement's next revision, if there is one
   */
  public void fold(long nowMs, List<Episode> revisions, Consumer<Episode> out) {
    usual.advance(nowMs, gate.startedAtMs == 0);
    revisions.stream().sorted(Comparator.comparing(Episode::id)).forEachOrdered(this::take);
    judge(nowMs, out);
    if (isTold() && isCalm()) { // would be forgotten if nobody had spoken of it
      usual = new UsualOpenings();
      gate.reset();
    }
  }

  private void take(Episode episode) {
    OffSeries known = off.get(episode.id());
    if (episode.status() == EpisodeStatus.CLOSED) {
      off.remove(episode.id());
      unnamed -= known == null && unnamed > 0 ? 1 : 0;
    } else if (known != null) {
      off.put(episode.id(), OffSeries.of(episode));
    } else if (episode.revision() == 1) {
      open(episode);
    }
  }

  private void open(Episode episode) {
    usual.opened();
    if (off.size() < MOST) {
      off.put(episode.id(), OffSeries.of(episode));
    } else {
      unnamed++;
    }
  }

  /**
   * Takes in what people say about the service as a whole; it holds from now on. An open statement
   * that is called normal ends, and so does one that was made by feedback that is taken back.
   *
   * @param statements of one tick
   * @param nowMs last millisecond of the tick, epoch milliseconds
   * @param out takes the revision that ends an episode, if there is one
   * @return withdrawals of what is not in force
   */
  public int tell(Collection<Feedback> statements, long nowMs, Consumer<Episode> out) {
    BudgetEffect before = said.effectOnAll();
    int unmatched = said.add(statements);
    BudgetEffect now = said.effectOnAll();
    double was = BudgetEffect.multiplierOf(before);
    double is = BudgetEffect.multiplierOf(now);
    if (was == is) {
      return unmatched;
    }
    EpisodeGate heard = before == null ? gate.copy() : told;
    boolean goesOn = now == null ? heard.startedAtMs == gate.startedAtMs : is > was;
    if (!goesOn && heard.isOpen()) {
      out.accept(BudgetEffect.explain(heard.close(subject(), nowMs), now == null ? before : now));
    }
    told = goesOn && now != null ? heard : new EpisodeGate();
    return unmatched;
  }

  /** What feedback makes of the budget of the service; null when nothing. */
  public @Nullable BudgetEffect effect() {
    return said.effectOnAll();
  }

  private EpisodeSubject subject() {
    return new EpisodeSubject(environment, service, EpisodeKind.SERVICE, "*", null);
  }

  private void judge(long nowMs, Consumer<Episode> out) {
    BudgetEffect effect = said.effectOnAll();
    Episode plain = judge(gate, SETTINGS, nowMs);
    Episode heard =
        effect == null ? plain : judge(told, SETTINGS.withBudget(effect.multiplier()), nowMs);
    if (heard != null) {
      out.accept(BudgetEffect.explain(heard, effect));
    }
  }

  private @Nullable Episode judge(EpisodeGate by, GateSettings settings, long nowMs) {
    long count = off.size() + unnamed;
    boolean open = by.isOpen();
    double pValue = open ? usual.chanceOf(count) : usual.chanceOf(Math.min(count, usual.recent()));
    if (!open && pValue <= settings.openBelow()) {
      by.startedAtMs = since();
    }
    Observation seen =
        new Observation(nowMs, pValue, count, usual.expected(), 0, usual.upper(), count);
    Episode revision = by.step(subject(), settings, seen);
    return revision == null || revision.status() == EpisodeStatus.CLOSED
        ? revision
        : revision.withReason(reason(count));
  }

  private long since() {
    return off.values().stream()
        .sorted(LEADING)
        .limit(LEADERS)
        .mapToLong(OffSeries::startedAtMs)
        .min()
        .orElse(0);
  }

  private String reason(long count) {
    String leaders =
        off.values().stream()
            .sorted(LEADING)
            .limit(LEADERS)
            .map(OffSeries::subject)
            .collect(Collectors.joining("; "));
    return count + " series are not as usual together, led by " + leaders;
  }

  /** True when nothing is worth remembering: no series is off, the service is as any other. */
  public boolean isEmpty() {
    return !isTold() && isCalm();
  }

  private boolean isCalm() {
    return off.isEmpty() && unnamed == 0 && usual.isUnknown();
  }

  /** Walks over all state, see {@link Fields}; read into a watch that was just made. */
  public void walk(Fields fields) {
    unnamed = fields.integer(unnamed);
    usual.walk(fields);
    fields.gate(gate);
    List<OffSeries.Draft> drafts =
        off.entrySet().stream()
            .map(entry -> new OffSeries.Draft(entry.getKey(), entry.getValue()))
            .collect(Collectors.toList());
    fields.list(drafts, MOST, OffSeries.Draft::new, OffSeries.Draft::walk);
    off.clear();
    drafts.forEach(draft -> off.put(draft.id, draft.series()));
  }

  /** True while something that was said about the service is in force. */
  public boolean isTold() {
    return !said.isEmpty();
  }

  /** Walks over what was said, see {@link Fields}; comes after {@link #walk}. */
  public void walkTold(Fields fields) {
    said.walk(fields);
    fields.gate(told);
  }
}
