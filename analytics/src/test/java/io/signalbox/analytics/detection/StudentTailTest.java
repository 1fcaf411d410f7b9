// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.apache.commons.math3.distribution.TDistribution;
import org.junit.jupiter.api.Test;

class StudentTailTest {
  @Property
  void itIsThatOfEightDegreesOfFreedom(@ForAll @DoubleRange(min = -20, max = 20) double t) {
    assertEquals(new TDistribution(8).cumulativeProbability(-t), StudentTail.atLeast(t), 1e-9);
  }

  @Test
  void itIsNeverZero() {
    assertEquals(1e-12, StudentTail.atLeast(1e9));
  }
}
