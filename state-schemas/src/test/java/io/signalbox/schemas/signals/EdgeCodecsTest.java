// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.signalbox.analytics.signals.EdgeCell;
import io.signalbox.analytics.signals.EdgeCellOrder;
import io.signalbox.analytics.signals.EdgeCut;
import io.signalbox.analytics.signals.EdgeJoin;
import io.signalbox.analytics.signals.EdgeJoinSettings;
import io.signalbox.analytics.signals.EdgeTally;
import io.signalbox.analytics.signals.SpanHalf;
import java.io.IOException;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class EdgeCodecsTest {
  private static final EdgeJoinSettings SETTINGS = EdgeJoinSettings.DEFAULT;

  @Property
  void spanHalvesComeBack(@ForAll("halves") List<SpanHalf> halves) {
    assertEquals(halves, SpanHalfCodec.read(SpanHalfCodec.write(halves)));
  }

  @Property
  void edgeCellsComeBack(@ForAll("halves") List<SpanHalf> halves) {
    List<EdgeCell> cells = cellsOf(halves);
    List<EdgeCell> back = EdgeCellCodec.read(EdgeCellCodec.write(cells));
    assertEquals(cells.size(), back.size());
    for (int i = 0; i < cells.size(); i++) {
      assertEquals(0, EdgeCellOrder.BY_CUT_THEN_CONTENT.compare(cells.get(i), back.get(i)));
    }
  }

  @Property
  void aJoinThatIsRestoredGoesOnAsIfNothingHadBeen(
      @ForAll("halves") List<SpanHalf> first, @ForAll("halves") List<SpanHalf> then) {
    EdgeJoin whole = new EdgeJoin(SETTINGS);
    whole.fold(10_000, first);
    byte[] bytes = EdgeJoinCodec.write(whole);
    EdgeJoin restored = EdgeJoinCodec.read(bytes, SETTINGS);
    assertArrayEquals(bytes, EdgeJoinCodec.write(restored));
    whole.fold(13_000, then);
    restored.fold(13_000, then);
    assertArrayEquals(EdgeJoinCodec.write(whole), EdgeJoinCodec.write(restored));
    assertArrayEquals(drained(whole), drained(restored));
  }

  @Test
  void releasedBytesOfSpanHalvesAreRead() throws IOException {
    byte[] stored = Golden.expect("span-halves-v1", SpanHalfCodec.write(example()));
    assertEquals(example(), SpanHalfCodec.read(stored));
  }

  @Test
  void releasedBytesOfEdgeCellsAreRead() throws IOException {
    byte[] written = EdgeCellCodec.write(cellsOf(example()));
    byte[] stored = Golden.expect("edge-cells-v1", written);
    assertArrayEquals(written, EdgeCellCodec.write(EdgeCellCodec.read(stored)));
  }

  @Test
  void releasedBytesOfAJoinAreRead() throws IOException {
    EdgeJoin join = new EdgeJoin(new EdgeJoinSettings(10_000, 2));
    join.fold(1_700_000_000_000L, example());
    byte[] written = EdgeJoinCodec.write(join);
    byte[] stored = Golden.expect("edge-join-v1", written);
    assertArrayEquals(written, EdgeJoinCodec.write(EdgeJoinCodec.read(stored, SETTINGS)));
  }

  @Provide
  Arbitrary<List<SpanHalf>> halves() {
    Arbitrary<String> name = Arbitraries.strings().withCharRange(' ', '\u07ff').ofMaxLength(4);
    return Combinators.combine(
            Arbitraries.longs(),
            Arbitraries.longs().between(1, 9),
            Arbitraries.of(true, false),
            name,
            name,
            Arbitraries.longs().between(0, 4_000_000_000_000L),
            Arbitraries.longs().between(-5, 4_000_000_000L),
            Arbitraries.of(true, false))
        .as(
            (high, call, client, one, two, endMs, us, error) ->
                new SpanHalf(high, call, -call, client, one, two, two, one, endMs, us, error))
        .list()
        .ofMaxSize(30);
  }

  private static List<SpanHalf> example() {
    return List.of(
        half(1, true, "checkout", "payment:50051", 900, true),
        half(1, false, "payment", "", 400, true),
        half(2, true, "checkout", "redis", 90, false),
        half(3, false, "mail", "", 70, false));
  }

  private static SpanHalf half(
      long call, boolean client, String service, String peer, long us, boolean error) {
    long endMs = 1_700_000_000_000L + us;
    return new SpanHalf(7, 8, call, client, "prod", service, "Charge", peer, endMs, us, error);
  }

  private static List<EdgeCell> cellsOf(List<SpanHalf> halves) {
    EdgeTally tally = new EdgeTally();
    for (SpanHalf half : halves) {
      EdgeCut cut =
          new EdgeCut(
              half.endMs(),
              half.environment(),
              half.service(),
              half.client() ? "" : "callee",
              half.peer(),
              half.operation());
      tally.at(cut).addCall(half.error(), half.durationUs(), half.client() ? -1 : half.callId());
    }
    return tally.cells();
  }

  private static byte[] drained(EdgeJoin join) {
    EdgeTally tally = new EdgeTally();
    join.advance(Long.MAX_VALUE, tally::add);
    return EdgeCellCodec.write(tally.cells());
  }
}
