// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.incidents;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.signalbox.benchmarks.incidents.Calibration.Forecast;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalibrationTest {
  private static List<Forecast> forecasts(double confidence, int right, int of) {
    List<Forecast> all = new ArrayList<>();
    for (int i = 0; i < of; i++) {
      all.add(new Forecast(confidence, i < right));
    }
    return all;
  }

  @Test
  void whoIsRightAsOftenAsStatedHasNoCalibrationErrorAndTheVarianceForAScore() {
    Calibration honest = new Calibration(forecasts(0.75, 6, 8));
    assertEquals(0, honest.expectedError(), 1e-12);
    assertEquals(0.75 * 0.25, honest.brierScore(), 1e-12);
  }

  @Test
  void errorsOfFifthsDoNotMakeUpForEachOther() {
    List<Forecast> all = forecasts(0.9, 2, 4);
    all.addAll(forecasts(0.1, 2, 4));
    assertEquals(0.4, new Calibration(all).expectedError(), 1e-12);
  }

  @Test
  void certaintyIsOfTheLastFifthAndNobodySuspectedIsNoError() {
    assertEquals(
        List.of(
            "confidence in the first suspect: stated 1.000, right 1 of 1 (0.207-1.000);"
                + " Brier score 0.000, calibration error 0.000",
            "  stated 1.000, right 1 of 1 (0.207-1.000)"),
        new Calibration(forecasts(1, 1, 1)).lines());
    assertEquals(0, new Calibration(List.of()).expectedError());
  }
}
