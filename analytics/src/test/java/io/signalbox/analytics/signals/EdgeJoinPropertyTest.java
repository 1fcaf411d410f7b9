// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.signals;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class EdgeJoinPropertyTest {
  private static final long TTL_MS = 5000;
  private static final EdgeJoinSettings SETTINGS = new EdgeJoinSettings(TTL_MS, 1000);

  @Property
  void theBucketingOfTracesMakesNoDifference(@ForAll("halves") List<SpanHalf> halves) {
    List<EdgeCell> whole = joined(halves);
    EdgeTally parts = new EdgeTally();
    for (int bucket = 0; bucket < 3; bucket++) {
      int mine = bucket;
      joined(halves.stream().filter(h -> h.traceHi() == mine).toList()).forEach(parts::add);
    }
    assertSame(whole, parts.cells());
  }

  @Property
  void theOrderOfArrivalWithinATickMakesNoDifference(
      @ForAll("halves") List<SpanHalf> halves, @ForAll long seed) {
    List<SpanHalf> shuffled = new ArrayList<>(oneClientEach(halves));
    Collections.shuffle(shuffled, new Random(seed));
    EdgeJoin join = new EdgeJoin(SETTINGS);
    TreeMap<Long, List<SpanHalf>> ticks = new TreeMap<>();
    shuffled.forEach(
        h -> ticks.computeIfAbsent(h.endMs() / 1000 * 1000, t -> new ArrayList<>()).add(h));
    ticks.forEach(join::fold);
    assertSame(joined(oneClientEach(halves)), drained(join));
  }

  @Property
  void howOftenItIsAdvancedMakesNoDifference(
      @ForAll("halves") List<SpanHalf> halves, @ForAll Set<Long> ticksToAdvance) {
    EdgeJoin rarely = new EdgeJoin(SETTINGS);
    EdgeTally tally = new EdgeTally();
    Halves.byTick(halves)
        .forEach(
            (tickMs, ofTick) -> {
              rarely.fold(tickMs, ofTick);
              if (ticksToAdvance.contains(tickMs / 1000)) {
                rarely.advance(tickMs, tally::add);
              }
            });
    drained(rarely).forEach(tally::add);
    assertSame(joined(halves), tally.cells());
  }

  @Property
  void itFindsWhatASearchOfAllPairsFinds(@ForAll("halves") List<SpanHalf> halves) {
    List<SpanHalf> clean = oneClientEach(halves);
    EdgeTally expected = new EdgeTally();
    for (SpanHalf client : clean) {
      if (client.client()) {
        countByHand(client, clean, expected);
      }
    }
    assertSame(expected.cells(), joined(clean));
  }

  @Provide
  Arbitrary<List<SpanHalf>> halves() {
    return Halves.some();
  }

  private static void countByHand(SpanHalf client, List<SpanHalf> halves, EdgeTally expected) {
    long first = client.endMs() / 1000;
    long last = first + TTL_MS / 1000;
    Map<String, Long> answers = new TreeMap<>();
    for (SpanHalf server : latestFirst(halves)) {
      long tick = server.endMs() / 1000;
      boolean ofThisCall = !server.client() && server.callId() == client.callId();
      if (ofThisCall && tick <= last && tick >= first - TTL_MS / 1000) {
        answers.merge(server.service(), server.durationUs(), Math::max);
        first = Math.min(first, tick);
      }
    }
    if (answers.isEmpty()) {
      cut(expected, client, "").addCall(client.error(), client.durationUs(), -1);
    }
    answers.remove(client.service());
    answers.forEach(
        (service, us) -> {
          long wireUs = Math.max(0, client.durationUs() - us);
          cut(expected, client, service).addCall(client.error(), client.durationUs(), wireUs);
        });
  }

  private static List<SpanHalf> latestFirst(List<SpanHalf> halves) {
    return halves.stream().sorted(SpanHalfOrder.BY_TIME_THEN_CONTENT.reversed()).toList();
  }

  private static EdgeSums cut(EdgeTally tally, SpanHalf client, String callee) {
    return tally.at(
        new EdgeCut(
            client.endMs() / 1000 * 1000,
            client.environment(),
            client.service(),
            callee,
            client.peer(),
            client.operation()));
  }

  /**
   * A client that speaks again after its time starts another wait, which no search of pairs has.
   */
  private static List<SpanHalf> oneClientEach(List<SpanHalf> halves) {
    Set<Long> clients = new HashSet<>();
    return halves.stream()
        .sorted(SpanHalfOrder.BY_TIME_THEN_CONTENT)
        .filter(h -> !h.client() || clients.add(h.callId()))
        .toList();
  }

  private static List<EdgeCell> joined(List<SpanHalf> halves) {
    return Halves.joined(new EdgeJoin(SETTINGS), halves.toArray(SpanHalf[]::new));
  }

  private static List<EdgeCell> drained(EdgeJoin join) {
    EdgeTally tally = new EdgeTally();
    join.advance(Long.MAX_VALUE, tally::add);
    return tally.cells();
  }

  private static void assertSame(List<EdgeCell> expected, List<EdgeCell> actual) {
    assertEquals(expected.size(), actual.size());
    for (int i = 0; i < expected.size(); i++) {
      EdgeCell a = expected.get(i);
      EdgeCell b = actual.get(i);
      assertEquals(0, EdgeCellOrder.BY_CUT_THEN_CONTENT.compare(a, b), () -> a + " is not " + b);
    }
  }
}
