// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.detection.EpisodeKind;
import io.signalbox.analytics.detection.EpisodeStatus;
import io.signalbox.analytics.signals.EdgeWindow;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Learns what is usual on some edges of an environment, and tells correlation only what it needs:
 * of an edge that is as usual, that it is there, and every five minutes that it still is; of one
 * that is not, or about whose callee an episode speaks, every window. Holds all edges of a callee
 * or none. Mutable; what it tells depends on what it was given and on event time alone.
 */
public final class EdgeLearning {
  /** Stands for all callers. */
  private static final String ANY = "";

  private static final long FORGET_EVERY_MS = 60_000;

  /** An episode of which nothing is heard for a day is that of a service that was forgotten. */
  private static final long KEEP_OPEN_MS = 86_400_000;

  /**
   * An episode that is open.
   *
   * @param caller whose calls it speaks of, empty for those of all callers
   * @param callee node that is called
   * @param updatedMs event time of its last revision, epoch milliseconds
   */
  public record Spoken(String caller, String callee, long updatedMs) {}

  private final CorrelationSettings settings;
  private final Topology topology = new Topology();
  private final TreeMap<String, Spoken> spoken = new TreeMap<>();

  /** The minute up to which old things were forgotten, epoch milliseconds. */
  public long forgottenMs;

  /** Windows of edges that were new when no room was left. */
  public long refused;

  /** Knows nothing yet. */
  public EdgeLearning(CorrelationSettings settings) {
    this.settings = settings;
  }

  /** The node about the calls to which an episode speaks, or null when it speaks of no calls. */
  public static @Nullable String calleeOf(Episode episode) {
    Episode read = MetricReading.of(episode);
    if (read.kind() == EpisodeKind.SILENCE) {
      return read.service();
    }
    return Weight.isOfEdge(read.kind()) ? read.peer() : null;
  }

  /**
   * Takes in the items of one tick.
   *
   * @param tickEnd event time at which the tick ended
   * @param windows what went over edges, in the order (time, content)
   * @param episodes that speak of calls, in the order (time, content)
   * @param out takes what correlation is to know, of an edge once
   */
  public void fold(
      Instant tickEnd,
      List<EdgeWindow> windows,
      List<Episode> episodes,
      Consumer<LearnedEdge> out) {
    forget(tickEnd.toEpochMilli());
    Set<EdgeKey> asked = new TreeSet<>();
    episodes.forEach(episode -> hear(episode, asked));
    Set<EdgeKey> watched = new HashSet<>();
    spoken.values().forEach(one -> watched.add(new EdgeKey(one.caller(), one.callee())));
    Set<EdgeKey> news = new LinkedHashSet<>();
    for (EdgeWindow window : windows) {
      Topology.Learned learned = topology.learn(window, settings.maxEdges());
      refused += learned == Topology.Learned.NO_ROOM ? 1 : 0;
      if (learned == Topology.Learned.NEWS || isWatched(window, watched)) {
        news.add(new EdgeKey(window.caller(), window.callee()));
      }
    }
    asked.forEach(edges -> addAll(edges, news));
    news.forEach(key -> tell(key, out));
  }

  private static boolean isWatched(EdgeWindow window, Set<EdgeKey> watched) {
    return !watched.isEmpty()
        && (watched.contains(new EdgeKey(window.caller(), window.callee()))
            || watched.contains(new EdgeKey(ANY, window.callee())));
  }

  private void addAll(EdgeKey edges, Set<EdgeKey> news) {
    String callee = edges.callee();
    if (edges.caller().equals(ANY)) {
      topology.callers(callee).forEach(caller -> news.add(new EdgeKey(caller, callee)));
    } else {
      news.add(edges);
    }
  }

  private void hear(Episode episode, Set<EdgeKey> asked) {
    String callee = calleeOf(episode);
    if (callee == null) {
      return;
    }
    if (episode.status() == EpisodeStatus.CLOSED) {
      spoken.remove(episode.id());
      return;
    }
    String caller = callee.equals(episode.service()) ? ANY : episode.service();
    Spoken now = new Spoken(caller, callee, episode.updatedAt().toEpochMilli());
    if (spoken.put(episode.id(), now) == null) {
      asked.add(new EdgeKey(caller, callee));
    }
  }

  private void tell(EdgeKey key, Consumer<LearnedEdge> out) {
    EdgeHistory history = topology.edge(key.caller(), key.callee());
    if (history != null) {
      out.accept(new LearnedEdge(key, history));
    }
  }

  private void forget(long nowMs) {
    long minute = Math.floorDiv(nowMs, FORGET_EVERY_MS) * FORGET_EVERY_MS;
    if (minute > forgottenMs) {
      forgottenMs = minute;
      topology.forgetBefore(minute - settings.remember().toMillis());
      spoken.values().removeIf(one -> one.updatedMs() < minute - KEEP_OPEN_MS);
    }
  }

  /** Forgets what is old by a time although nothing was heard. */
  public void advance(Instant now) {
    forget(now.toEpochMilli());
  }

  /** Event time at which {@link #advance} has something to do. */
  public long nextWakeMs() {
    return forgottenMs + settings.remember().toMillis() + FORGET_EVERY_MS;
  }

  /** True when nothing is known any more. */
  public boolean isEmpty() {
    return topology.size() == 0 && spoken.isEmpty();
  }

  /** The edges it knows. */
  public Topology topology() {
    return topology;
  }

  /** Open episodes that speak of calls to its callees, by id. */
  public NavigableMap<String, Spoken> spoken() {
    return Collections.unmodifiableNavigableMap(spoken);
  }

  /** Puts an open episode in place: restoring. */
  public void put(String id, Spoken open) {
    spoken.put(id, open);
  }
}
