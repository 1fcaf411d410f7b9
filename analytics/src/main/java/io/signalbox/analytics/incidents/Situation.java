// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.detection.Suspicion;
import io.signalbox.analytics.patterns.PatternMatch;
import io.signalbox.analytics.signals.Change;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * All that correlation knows of one environment: edges, episodes, changes, recognised failures and
 * the incidents made of them. Mutable. What it says depends on what it was given and on event time
 * alone: not on how often {@link #advance} is called, and not on the order of items within a tick.
 */
public final class Situation {
  /** Wakes fall on the half second, so that none coincides with the end of a tick. */
  private static final long WAKE_OFFSET_MS = 500;

  private static final long FORGET_EVERY_MS = 60_000;

  /** What was changed hours ago may have been waiting for its hour; its number is bounded. */
  private static final long KEEP_CHANGES_MS = 6 * 3_600_000;

  private static final long KEEP_CLOSED_MS = 300_000;

  /** An episode of which nothing is heard for a day is that of a service that was forgotten. */
  private static final long KEEP_OPEN_MS = 86_400_000;

  private final String environment;
  private final CorrelationSettings settings;
  private final Topology topology = new Topology();
  private final EpisodeLog episodes = new EpisodeLog();
  private final DoubtLog doubts = new DoubtLog();
  private final ChangeLog changes = new ChangeLog();
  private final MatchLog matches = new MatchLog();
  private final IncidentBook book = new IncidentBook();
  private final Overflow overflow = new Overflow();
  private final Lifecycle lifecycle;
  private long forgottenMs;
  private long evaluatedMs;
  private long wakeMs = Long.MAX_VALUE;

  /** An environment about which nothing is known yet. */
  public Situation(String environment, CorrelationSettings settings) {
    this.environment = environment;
    this.settings = settings;
    this.lifecycle = new Lifecycle(environment, settings.lifecycle());
  }

  /**
   * Takes in the items of one tick.
   *
   * @param tickEnd event time at which the tick ended; not before that of the last call
   * @param news what was heard in it
   * @param out takes the revisions of incidents this leads to, in order
   */
  public void fold(Instant tickEnd, News news, Consumer<Incident> out) {
    long nowMs = tickEnd.toEpochMilli();
    advance(tickEnd.minusMillis(1), out);
    hear(nowMs, news);
    if (news.isSaidByPeople()) {
      return; // what it changes is seen at the next wake, which is never before the last look
    }
    forget(nowMs);
    for (LearnedEdge edge : news.edges()) {
      overflow.edges += topology.know(edge, settings.maxEdges()) ? 0 : 1;
    }
    for (Change change : news.changes()) {
      if (change.kind().equals(Topology.DECLARED)) {
        topology.declare(change);
        continue;
      }
      if (change.kind().equals(Change.OWNED)) {
        continue; // nothing about the service has changed
      }
      overflow.changes += changes.add(change, settings.maxChanges()) ? 0 : 1;
    }
    doubt(news.suspicions());
    for (Episode episode : news.episodes()) {
      Episode read = MetricReading.of(episode);
      boolean known = episodes.all().containsKey(read.id());
      Episode heard = known ? read : doubts.sinceLastCalm(read);
      overflow.episodes += episodes.add(heard, settings.maxEpisodes()) ? 0 : 1;
    }
    for (PatternMatch match : news.matches()) {
      overflow.matches += matches.add(match, settings.maxMatches()) ? 0 : 1;
    }
    evaluate(nowMs, out);
  }

  /** Before what episodes say at the same time, for that does not tell whether there was calm. */
  private void doubt(List<Suspicion> suspicions) {
    Map<String, Instant> returns = new HashMap<>();
    for (Suspicion suspicion : suspicions) {
      if (doubts.isReturn(suspicion)) {
        returns.put(DoubtLog.keyOf(suspicion), suspicion.at());
      }
      overflow.episodes += doubts.add(suspicion, settings.maxEpisodes()) ? 0 : 1;
    }
    episodes.beginAnew(returns);
  }

  private void hear(long nowMs, News news) {
    if (!news.windows().isEmpty() || !news.feedback().isEmpty()) {
      long heardMs = Math.max(nowMs, evaluatedMs);
      lifecycle.hear(news.windows(), news.feedback(), heardMs);
      wakeMs = Math.min(wakeMs, onHalfSecond(heardMs + 1));
    }
  }

  /**
   * Answers a question; changes nothing.
   *
   * @param tickEnd event time reached
   */
  public Answer answer(Inquiry inquiry, Instant tickEnd) {
    return answers(List.of(inquiry), tickEnd).get(0);
  }

  /** The same for several. */
  public List<Answer> answers(List<Inquiry> inquiries, Instant tickEnd) {
    Consultation consultation = new Consultation(this, tickEnd.toEpochMilli());
    return inquiries.stream().map(consultation::answer).toList();
  }

  /**
   * Does what is due by time alone: opening what has lasted, resolving what is over.
   *
   * @param now event time up to which nothing more will come
   */
  public void advance(Instant now, Consumer<Incident> out) {
    while (wakeMs <= now.toEpochMilli()) {
      evaluate(wakeMs, out);
    }
  }

  private void evaluate(long nowMs, Consumer<Incident> out) {
    evaluatedMs = nowMs;
    long dueMs = new Assessment(this, nowMs, out).run();
    lifecycle.measures().tell(Instant.ofEpochMilli(nowMs));
    wakeMs = dueMs == Long.MAX_VALUE ? dueMs : onHalfSecond(Math.max(dueMs, nowMs + 1));
  }

  private static long onHalfSecond(long ms) {
    return Math.floorDiv(ms + 1000 - WAKE_OFFSET_MS - 1, 1000) * 1000 + WAKE_OFFSET_MS;
  }

  private void forget(long nowMs) {
    long minute = Math.floorDiv(nowMs, FORGET_EVERY_MS) * FORGET_EVERY_MS;
    if (minute > forgottenMs) {
      forgottenMs = minute;
      long before = minute - settings.remember().toMillis();
      topology.forgetBefore(before);
      changes.forgetBefore(minute - KEEP_CHANGES_MS);
      matches.forgetBefore(before);
      lifecycle.forget(minute);
      episodes.forgetBefore(minute - KEEP_CLOSED_MS, minute - KEEP_OPEN_MS, book.members());
      doubts.forgetBefore(minute - 2 * Doubt.LONGEST_GAP_MS, episodes.openSeries());
    }
  }

  /** Deployment environment, empty when none is stated. */
  public String environment() {
    return environment;
  }

  /** The settings it works by. */
  public CorrelationSettings settings() {
    return settings;
  }

  /** Event time at which {@link #advance} has something to do, or {@link Long#MAX_VALUE}. */
  public long nextWakeMs() {
    return wakeMs;
  }

  /** The minute up to which old things were forgotten, epoch milliseconds. */
  public long forgottenMs() {
    return forgottenMs;
  }

  /** Event time of the last look at it, epoch milliseconds. */
  public long evaluatedMs() {
    return evaluatedMs;
  }

  /** Puts the time of the last look in place: restoring. */
  public void restoreEvaluated(long ms) {
    this.evaluatedMs = ms;
  }

  /** Puts its other times in place: restoring. */
  public void restoreTimes(long nextWakeMs, long forgotten) {
    this.wakeMs = nextWakeMs;
    this.forgottenMs = forgotten;
  }

  /** True when nothing is known any more. */
  public boolean isEmpty() {
    return topology.size() == 0
        && episodes.all().isEmpty()
        && doubts.all().isEmpty()
        && changes.all().isEmpty()
        && matches.all().isEmpty()
        && book.files().isEmpty()
        && lifecycle.isEmpty();
  }

  /** The edges it knows. */
  public Topology topology() {
    return topology;
  }

  /** The episodes it knows. */
  public EpisodeLog episodes() {
    return episodes;
  }

  /** The runs of improbable values it knows. */
  public DoubtLog doubts() {
    return doubts;
  }

  /** The changes it knows. */
  public ChangeLog changes() {
    return changes;
  }

  /** The known failures that were recognised. */
  public MatchLog matches() {
    return matches;
  }

  /** The incidents it knows. */
  public IncidentBook book() {
    return book;
  }

  /** What it knows of incidents beside their evidence. */
  public Lifecycle lifecycle() {
    return lifecycle;
  }

  /** What it had no room for. */
  public Overflow overflow() {
    return overflow;
  }
}
