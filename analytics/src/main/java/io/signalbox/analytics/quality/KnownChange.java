// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change that is known, such as another model: what comes after it is compared with what was
 * before, and no detector has to find when it was. A rate is one channel; a number is a channel for
 * each edge, whether values lie below it.
 */
public final class KnownChange {
  /** Events before it that it takes to know what was usual. */
  public static final int FEWEST = 30;

  private final String name;
  private final boolean own;
  private final long sinceMs;
  private final double[] edges;
  private final List<Tally> before;
  private final List<Tally> after;

  /**
   * Goes on comparing.
   *
   * @param name what was before, or what has changed, for a person
   * @param own whether what was before is of the same version
   * @param sinceMs when it changed, epoch milliseconds
   * @param edges of a number, none for a rate
   * @param before what was before it, one for each edge, or one
   * @param after what came after it so far, as many
   */
  public KnownChange(
      String name,
      boolean own,
      long sinceMs,
      double[] edges,
      List<Tally> before,
      List<Tally> after) {
    this.name = name;
    this.own = own;
    this.sinceMs = sinceMs;
    this.edges = edges.clone();
    this.before = List.copyOf(before);
    this.after = new ArrayList<>(after);
  }

  /**
   * A change after which nothing has come yet.
   *
   * @return null when too little came before it to compare with
   */
  public static @Nullable KnownChange of(
      String name, boolean own, long sinceMs, double[] edges, List<Tally> before) {
    if (before.isEmpty() || before.get(0).events() < FEWEST) {
      return null;
    }
    List<Tally> none = Collections.nCopies(before.size(), Tally.NONE);
    return new KnownChange(name, own, sinceMs, edges, before, none);
  }

  /** What was before, or what has changed, for a person. */
  public String name() {
    return name;
  }

  /** Whether what was before is of the same version. */
  public boolean own() {
    return own;
  }

  /** When it changed, epoch milliseconds. */
  public long sinceMs() {
    return sinceMs;
  }

  /** Edges of a number, none for a rate. */
  public double[] edges() {
    return edges.clone();
  }

  /** What was before it. */
  public List<Tally> before() {
    return before;
  }

  /** What came after it. */
  public List<Tally> after() {
    return List.copyOf(after);
  }

  /**
   * Takes in what came after it.
   *
   * @param value any number; of a rate 1 when it was so, else 0
   */
  void add(double value) {
    for (int i = 0; i < after.size(); i++) {
      boolean hit = edges.length == 0 ? value > 0 : ValueDetector.isBelow(value, edges, i);
      after.set(i, after.get(i).with(hit));
    }
  }

  /**
   * The channel that shows most, when that is enough for all channels together.
   *
   * @param needed log of the e-value, nats
   * @return its index, or -1
   */
  int shown(double needed) {
    int most = -1;
    double nats = needed + StrictMath.log(before.size());
    for (int i = 0; i < before.size(); i++) {
      Tally now = after.get(i);
      if (now.events() > 0 && now.evidenceAgainst(before.get(i)) > nats) {
        double found = RateComparison.nats(before.get(i), now);
        if (found > nats) {
          most = i;
          nats = found;
        }
      }
    }
    return most;
  }
}
