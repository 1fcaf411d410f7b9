// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Says when the distribution of a number changes: of tokens, cost, latency, scores. The first
 * values give edges that stay, and for each edge it is watched how many values lie below it; so it
 * is free of units, and no value is too large.
 */
public final class ValueDetector {
  /** Values that the edges are taken from. */
  public static final int FIRST = 40;

  /** Ranks of the edges among them: what hardly ever comes, tenths, and the middle. */
  private static final int[] RANKS = {0, 4, 20, 36, 40};

  private static final double[] NONE = {};

  private final CandidateRuns runs;
  private double[] first = NONE;
  private double[] edges = NONE;
  private int starts;

  /** A detector that has seen nothing. */
  public ValueDetector(EvidenceRule rule) {
    this(rule, 0);
  }

  private ValueDetector(EvidenceRule rule, int starts) {
    this.runs = new CandidateRuns(rule.sharedBy(RANKS.length), RANKS.length);
    this.starts = starts;
  }

  /** A detector that goes on from what is remembered, as if it had never stopped. */
  public static ValueDetector of(EvidenceRule rule, ValueMemory memory) {
    ValueDetector detector = new ValueDetector(rule, memory.starts());
    detector.first = memory.first().stream().mapToDouble(Double::doubleValue).toArray();
    detector.edges = memory.edges().stream().mapToDouble(Double::doubleValue).toArray();
    if (!memory.below().isEmpty()) {
      detector.runs.restore(memory.below());
    }
    return detector;
  }

  /** All that it is to be remembered by. */
  public ValueMemory memory() {
    return new ValueMemory(
        starts, listed(first), listed(edges), ofEdges(edge -> runs.memory(edge, starts)));
  }

  private static List<Double> listed(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }

  private <T> List<T> ofEdges(IntFunction<T> what) {
    return IntStream.range(0, edges.length).mapToObj(what).toList();
  }

  /** Values that were seen among the first, in rising order; none as long as too few came. */
  public double[] edges() {
    return edges.clone();
  }

  /** How many values lay below each edge since the detector started. */
  public List<Tally> below() {
    return ofEdges(runs::seen);
  }

  /** Whether a value lies below an edge; at the last one, not above. */
  static boolean isBelow(double value, double[] edges, int edge) {
    return edge == edges.length - 1 ? value <= edges[edge] : value < edges[edge];
  }

  /** Takes in the next value of a stream without times; see {@link #add(double, long)}. */
  public @Nullable ValueShift add(double value) {
    return add(value, 0);
  }

  /**
   * Takes in the next value.
   *
   * @param value any number; not a number is passed over
   * @param atMs its time, epoch milliseconds
   * @return how the share of values below one of the edges changed, if it did with certainty; the
   *     detector then starts anew
   */
  public @Nullable ValueShift add(double value, long atMs) {
    if (Double.isNaN(value)) {
      return null;
    }
    if (edges.length > 0) {
      return judge(value, atMs);
    }
    first = Arrays.copyOf(first, first.length + 1);
    first[first.length - 1] = value;
    if (first.length == FIRST) {
      replayFirst(atMs);
    }
    return null;
  }

  /**
   * The values that gave the edges are events like those after them. Where they change among
   * themselves it starts anew, and nothing is said: there was no usual yet.
   */
  private void replayFirst(long atMs) {
    double[] inOrder = first;
    double[] sorted = first.clone();
    Arrays.sort(sorted);
    edges = Arrays.stream(RANKS).mapToDouble(rank -> sorted[Math.min(rank, FIRST - 1)]).toArray();
    first = NONE;
    for (int i = 0; i < FIRST && edges.length > 0; i++) {
      judge(inOrder[i], atMs);
    }
  }

  /** Edges rise, so a value that lies below one lies below all after it. */
  private @Nullable ValueShift judge(double value, long atMs) {
    int firstBelow = 0;
    for (int i = 0; i < edges.length; i++) {
      firstBelow += isBelow(value, edges, i) ? 0 : 1;
    }
    ChannelShift found = runs.add(firstBelow, atMs, starts);
    if (found == null) {
      return null;
    }
    ValueShift shift = new ValueShift(edges[found.channel()], found.shift());
    starts++;
    edges = NONE;
    runs.clear();
    return shift;
  }
}
