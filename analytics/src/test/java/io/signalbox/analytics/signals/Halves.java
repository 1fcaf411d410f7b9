// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.signals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Span halves made up for tests. */
final class Halves {
  private Halves() {}

  static SpanHalf client(long call, String service, String peer, long endMs, long durationUs) {
    return new SpanHalf(
        7, call, call, true, "prod", service, "GET", peer, endMs, durationUs, false);
  }

  static SpanHalf server(long call, String service, long endMs, long durationUs) {
    return new SpanHalf(7, call, call, false, "prod", service, "/x", "", endMs, durationUs, false);
  }

  /** What a join makes of halves, added up, when it is advanced to each tick in turn. */
  static List<EdgeCell> joined(EdgeJoin join, SpanHalf... halves) {
    EdgeTally tally = new EdgeTally();
    byTick(Arrays.asList(halves))
        .forEach(
            (tickMs, ofTick) -> {
              join.fold(tickMs, ofTick);
              join.advance(tickMs + EdgeJoin.TICK_MS, tally::add);
            });
    while (join.nextWakeMs() != Long.MAX_VALUE) {
      join.advance(join.nextWakeMs(), tally::add);
    }
    return tally.cells();
  }

  /** Halves sorted and cut into ticks. */
  static SortedMap<Long, List<SpanHalf>> byTick(List<SpanHalf> halves) {
    SortedMap<Long, List<SpanHalf>> ticks = new TreeMap<>();
    halves.stream()
        .sorted(SpanHalfOrder.BY_TIME_THEN_CONTENT)
        .forEach(
            half ->
                ticks
                    .computeIfAbsent(
                        half.endMs() / EdgeJoin.TICK_MS * EdgeJoin.TICK_MS, t -> new ArrayList<>())
                    .add(half));
    return ticks;
  }

  /** Halves of few calls within half a minute, so that many meet, some too late, some twice. */
  static Arbitrary<List<SpanHalf>> some() {
    Arbitrary<SpanHalf> half =
        Combinators.combine(
                Arbitraries.longs().between(1, 12),
                Arbitraries.of(true, false),
                Arbitraries.of("shop", "cart", "bank"),
                Arbitraries.of("", "10.0.0.1:80"),
                Arbitraries.longs().between(0, 29_999),
                Arbitraries.longs().between(0, 3_000_000),
                Arbitraries.of(true, false))
            .as(
                (call, client, service, peer, endMs, durationUs, error) ->
                    new SpanHalf(
                        call % 3,
                        call,
                        call,
                        client,
                        "prod",
                        client ? "shop" : service,
                        "GET",
                        client ? peer : "",
                        endMs,
                        durationUs,
                        error));
    return half.list().ofMaxSize(60);
  }
}
