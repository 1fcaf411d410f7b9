// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.incidents.storm;

import io.signalbox.analytics.signals.EdgeWindow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What correlation hears while storms come over a graph, second by second of event time. */
public final class StormNews {
  /** Event time at which it begins. */
  public static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  /** Event time from one storm to the next, seconds: by then all incidents are resolved. */
  static final int EVERY_S = 240;

  /** Calm before the first storm, in which the edges are learned, seconds. */
  static final int CALM_S = 100;

  private static final int WINDOW_S = 10;
  private static final int WINDOW_LAG_S = 22;

  private final StormGraph graph;
  private final List<Storm> storms = new ArrayList<>();

  /** The news of these storms. */
  public StormNews(StormSpec spec) {
    graph = new StormGraph(spec);
    for (int i = 0; i < spec.storms(); i++) {
      storms.add(new Storm(spec, graph, i, START.plusSeconds(beginOf(i))));
    }
  }

  StormGraph graph() {
    return graph;
  }

  List<Storm> storms() {
    return storms;
  }

  /** How many seconds there are. */
  public int seconds() {
    return beginOf(storms.size());
  }

  /** Second in which a storm begins. */
  public static int beginOf(int storm) {
    return CALM_S + storm * EVERY_S;
  }

  /** What is heard in the second that ends so long after the start. */
  public StormTick in(int second) {
    int start = second - WINDOW_LAG_S;
    List<EdgeWindow> windows = new ArrayList<>();
    if (start >= 0 && start % WINDOW_S == 0) {
      for (int edge = 0; edge < graph.size(); edge++) {
        windows.add(window(edge, start));
      }
    }
    int number = Math.max(0, (second - CALM_S) / EVERY_S);
    Storm storm = storms.get(Math.min(number, storms.size() - 1));
    return new StormTick(windows, storm.told(second - beginOf(number)));
  }

  private EdgeWindow window(int edge, int start) {
    int number = Math.max(0, (start - CALM_S) / EVERY_S);
    boolean suffers =
        number < storms.size()
            && Storm.lasts(start - beginOf(number))
            && storms.get(number).suffers(edge);
    long mixed = (edge * 0x9e3779b97f4a7c15L + start) * 0xbf58476d1ce4e5b9L;
    int noise = (int) (mixed >>> 40) & 31;
    long calls = 50L + noise;
    long micros = 20_000 + 100L * noise;
    return new EdgeWindow(
        "production",
        graph.name(graph.callers[edge]),
        graph.name(graph.callees[edge]),
        false,
        START.plusSeconds(start),
        START.plusSeconds(start + WINDOW_S),
        calls,
        suffers ? calls * 2 / 5 : noise == 0 ? 1 : 0,
        calls,
        micros,
        3 * micros,
        1_000,
        3_000);
  }
}
