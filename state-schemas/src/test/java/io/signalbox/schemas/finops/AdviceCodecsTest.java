// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.signalbox.analytics.finops.sovereignty.Bin;
import io.signalbox.analytics.finops.sovereignty.Demand;
import io.signalbox.analytics.finops.sovereignty.LiveAdvice;
import io.signalbox.analytics.finops.sovereignty.Workload;
import io.signalbox.schemas.signals.Golden;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class AdviceCodecsTest {
  private static final long START = 1_759_276_800_000L; // 2025-10-01
  private static final long DAY = 86_400_000L;
  private static final Workload WORKLOAD = new Workload("acme=é\n%", null, "");

  private static Demand day() {
    Demand day = new Demand(START, 1);
    day.add(START + 7, new Bin(BigDecimal.TEN, BigDecimal.ONE, new BigDecimal("0.0000000125")));
    day.add(
        START + DAY - 1,
        new Bin(-2, BigDecimal.valueOf(-5), BigDecimal.ZERO, new BigDecimal("-1.5")));
    day.add(
        Map.of("p", BigDecimal.ONE),
        Map.of("m", BigDecimal.TEN),
        Map.of("", 3L),
        BigDecimal.valueOf(2));
    return day;
  }

  @Test
  void theBytesOfDaysStayAsTheyWere() throws IOException {
    DemandPart part = new DemandPart(START, WORKLOAD, day());
    byte[] bytes = Golden.expect("demand-part-v1", DemandPartSerializer.INSTANCE.write(part));
    DemandPart read = DemandPartSerializer.INSTANCE.read(bytes);
    assertEquals(WORKLOAD, read.workload());
    assertEquals(day().bins(), read.day().bins());
    assertEquals(-1, read.day().requests());
    assertArrayEquals(bytes, DemandPartSerializer.INSTANCE.write(read));
    byte[] kept = Golden.expect("demand-day-v1", DemandCodec.write(day()));
    assertEquals(Map.of("", 3L), DemandCodec.read(kept).regions());
    assertArrayEquals(kept, DemandCodec.write(DemandCodec.read(kept)));
  }

  @Test
  void theBytesOfWhatIsRememberedStayAsTheyWere() throws IOException {
    LiveAdvice.Memory memory =
        new LiveAdvice.Memory(START + 2 * DAY, 4, new TreeSet<>(List.of(START, START + DAY)));
    byte[] bytes = Golden.expect("live-advice-v1", LiveAdviceCodec.write(memory));
    assertEquals(memory, LiveAdviceCodec.read(bytes));
  }

  @Test
  void anotherVersionIsRefused() {
    byte[] later = {9};
    assertThrows(IllegalArgumentException.class, () -> DemandPartSerializer.INSTANCE.read(later));
    assertThrows(IllegalArgumentException.class, () -> DemandCodec.read(later));
    assertThrows(IllegalArgumentException.class, () -> LiveAdviceCodec.read(later));
  }
}
