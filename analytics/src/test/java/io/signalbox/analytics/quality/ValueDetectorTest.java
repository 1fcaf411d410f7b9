// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValueDetectorTest {

  private static List<Integer> reported(DoubleUnaryOperator unit) {
    SplittableRandom random = new SplittableRandom(3);
    ValueDetector detector = new ValueDetector(DriftSettings.DEFAULT);
    List<Integer> rows = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      double value = i < 2_000 ? 100 + 50 * random.nextDouble() : 3 + random.nextDouble();
      if (detector.add(unit.applyAsDouble(value)) != null) {
        rows.add(i);
      }
    }
    return rows;
  }

  @Test
  void aCollapseIsNoticedAfterAHandfulOfValues() {
    List<Integer> rows = reported(value -> value);
    assertEquals(1, rows.size());
    assertTrue(rows.get(0) >= 2_000 && rows.get(0) < 2_006, rows.toString());
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-9, 1e12})
  void theUnitDoesNotMatter(double factor) {
    assertEquals(reported(value -> value), reported(value -> value * factor));
  }

  @Test
  void aConstantNeverAlarmsAndItsEndDoes() {
    ValueDetector detector = new ValueDetector(DriftSettings.DEFAULT);
    for (int i = 0; i < 10_000; i++) {
      assertNull(detector.add(5));
      assertNull(detector.add(Double.NaN));
    }
    ValueShift shift = null;
    for (int i = 0; i < 10 && shift == null; i++) {
      shift = detector.add(6);
    }
    assertNotNull(shift);
    assertEquals(ShiftDirection.DOWN, shift.below().direction());
  }
}
