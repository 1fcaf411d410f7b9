// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.signalbox.analytics.objectives.BadUsers;
import io.signalbox.analytics.signals.DistinctSketch;
import io.signalbox.analytics.signals.LogLine;
import io.signalbox.analytics.signals.Nature;
import io.signalbox.analytics.signals.SpanCell;
import io.signalbox.analytics.signals.TelemetryMeter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

class BatchCodecsTest {
  private static final long T0 = 1_700_000_000_000L;
  private static final byte[] NOTHING = {};

  private static byte[] points(long... seriesAndTime) {
    PointRowsWriter out = new PointRowsWriter();
    for (int i = 0; i < seriesAndTime.length; i += 2) {
      byte[] label = ("cpu{core=" + seriesAndTime[i] + "}").getBytes(StandardCharsets.UTF_8);
      long at = seriesAndTime[i + 1];
      out.name(label, 0, label.length);
      out.attributes(0, NOTHING, NOTHING);
      out.add(seriesAndTime[i], at, T0, Nature.COUNTER, 0.5 * i, i);
    }
    return out.payload();
  }

  @Test
  void aBatchIsReadAsItWasWritten() throws IOException {
    SignalBatch batch =
        new SignalBatch(
            BatchKind.METRICS, "prod", "pay", "pod-1", T0, T0 + 7, 3, new byte[] {1, 2, 3});
    DataOutputSerializer out = new DataOutputSerializer(64);
    SignalBatchSerializer.INSTANCE.serialize(batch, out);
    byte[] golden = Golden.expect("signal-batch-v1", out.getCopyOfBuffer());
    SignalBatch read =
        SignalBatchSerializer.INSTANCE.deserialize(new DataInputDeserializer(golden));
    assertEquals(batch.key(), read.key());
    assertEquals(batch.latestMs(), read.latestMs());
    assertArrayEquals(batch.payload(), read.payload());
  }

  @Test
  void aBatchOfAVersionToComeIsRefusedByName() {
    var in = new DataInputDeserializer(new byte[] {9, 0});
    IOException refused =
        assertThrows(IOException.class, () -> SignalBatchSerializer.INSTANCE.deserialize(in));
    assertEquals("signal batch of version 9, this reads 1", refused.getMessage());
  }

  @Test
  void pointsOfManyPayloadsComeInTheOrderOfTimeAndElseAsGiven() throws IOException {
    Golden.expect("metric-points-v3", points(3, T0 + 5, 1, T0 + 5));
    List<byte[]> payloads =
        new ArrayList<>(List.of(points(3, T0 + 5, 1, T0 + 5), points(2, T0 + 4), points(1, T0)));
    Collections.shuffle(payloads, new Random(7));
    PointRows rows = PointRows.of(payloads);
    StringBuilder order = new StringBuilder();
    for (int i = 0; i < rows.size(); i++) {
      order.append(rows.atMs(i) - T0).append(':').append(rows.label(i)).append(' ');
    }
    assertEquals("0:cpu{core=1} 4:cpu{core=2} 5:cpu{core=3} 5:cpu{core=1} ", order.toString());
    assertEquals(Nature.COUNTER, rows.nature(0));
    assertEquals(T0, rows.startMs(0));
  }

  @Test
  void pointsOfOlderVersionsAreReadAsThoseOfToday() throws IOException {
    byte[] today = points(3, T0 + 5, 1, T0 + 5);
    assertArrayEquals(today, PointRowsOfOld.upgrade(Golden.read("metric-points-v1")));
    assertArrayEquals(today, PointRowsOfOld.upgrade(Golden.read("metric-points-v2")));
  }

  @Test
  void spanCellsAndLogLinesAreReadAsTheyWereWritten() throws IOException {
    SpanCell cell = new SpanCell("GET /", 2, "v1", "a", 5, 2, new int[] {3, 70}, new long[] {4, 1});
    byte[] cells = Golden.expect("span-cells-v1", SpanCells.encode(List.of(cell), List.of()));
    SpanCell read = SpanCells.decode(cells).get(0);
    assertEquals(cell.operation(), read.operation());
    assertArrayEquals(cell.bins(), read.bins());
    assertArrayEquals(cell.counts(), read.counts());
    List<LogLine> lines = List.of(new LogLine(T0, 17, "failed: <*>", 4));
    assertEquals(lines, LogLines.decode(Golden.expect("log-lines-v1", LogLines.encode(lines))));
  }

  @Test
  void usersBehindBadRequestsAreReadAsTheyWereWritten() throws IOException {
    SpanCell cell = new SpanCell("GET /", 2, "v1", "a", 5, 2, new int[] {3}, new long[] {5});
    DistinctSketch some = DistinctSketch.EMPTY.plus(1L << 60).plus(-1L);
    List<BadUsers> users = List.of(new BadUsers("answers", true, some));
    byte[] golden = Golden.expect("span-cells-v2", SpanCells.encode(List.of(cell), users));
    List<BadUsers> read = new ArrayList<>();
    assertEquals("GET /", SpanCells.decode(golden, read::add).get(0).operation());
    assertEquals(users, read);
    assertEquals(1, SpanCells.decode(golden).size());
  }

  @Test
  void theMinutesOfAMeterAreReadAsTheyWereWritten() throws IOException {
    TelemetryMeter meter = new TelemetryMeter("prod", "pay");
    meter.at(T0).points = 5;
    meter.at(T0 + 60_000).deadLetters.put("malformed", 2L);
    byte[] golden = Golden.expect("telemetry-minutes-v1", TelemetryMeterCodec.encode(meter));
    TelemetryMeter read = new TelemetryMeter("prod", "pay");
    TelemetryMeterCodec.decode(golden, read);
    assertArrayEquals(golden, TelemetryMeterCodec.encode(read));
  }
}
