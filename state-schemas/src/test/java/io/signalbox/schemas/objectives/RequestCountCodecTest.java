// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.objectives;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.objectives.BadUsers;
import io.signalbox.analytics.objectives.RequestCount;
import io.signalbox.analytics.signals.DistinctSketch;
import io.signalbox.analytics.signals.SpanCell;
import io.signalbox.schemas.signals.Golden;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestCountCodecTest {
  @Test
  void bytesOfVersionOneAreReadForever() throws IOException {
    RequestCount read = RequestCountCodec.decode(Golden.read("request-count-v1"));
    assertEquals(List.of(7L, 2L, 7L), List.of(read.requests, read.errors, read.durations.total()));
    assertTrue(read.users.isEmpty());
  }

  @Test
  void bytesOfVersionTwoAreReadForever() throws IOException {
    RequestCount count = new RequestCount();
    SpanCell cell = new SpanCell("Get", 2, "", "", 7, 2, new int[] {3, 400}, new long[] {5, 2});
    DistinctSketch users = DistinctSketch.EMPTY.plus(1L << 60).plus(-1L);
    BadUsers bad = new BadUsers("answers", true, users);
    count.fold(1_700_000_000_000L, List.of(cell), List.of(bad));
    byte[] golden = Golden.expect("request-count-v2", RequestCountCodec.encode(count));
    RequestCount read = RequestCountCodec.decode(golden);
    assertArrayEquals(golden, RequestCountCodec.encode(read));
    assertEquals(List.of(7L, 2L, 7L), List.of(read.requests, read.errors, read.durations.total()));
    assertEquals(Map.of("answers", users), read.users);
  }

  @Test
  void nothingCountedComesBackAndOtherBytesAreRefused() {
    byte[] nothing = RequestCountCodec.encode(new RequestCount());
    assertArrayEquals(nothing, RequestCountCodec.encode(RequestCountCodec.decode(nothing)));
    assertThrows(IllegalArgumentException.class, () -> RequestCountCodec.decode(new byte[] {9}));
  }
}
