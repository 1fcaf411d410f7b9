// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

final class QuantitiesPropertyTest {
  private static final List<Meter> METERS = List.of(Meter.values());

  @Property
  void quantitiesAreWhatAMapOfThemIs(@ForAll long seed) {
    Random random = new Random(seed);
    Map<Meter, BigDecimal> expected = new EnumMap<>(Meter.class);
    Quantities quantities = new Quantities();
    for (int left = random.nextInt(20); left > 0; left--) {
      Meter meter = METERS.get(random.nextInt(METERS.size()));
      BigDecimal amount = amount(random);
      boolean whole = amount.scale() == 0 && amount.precision() <= 18;
      if (whole && random.nextBoolean()) {
        quantities.put(meter, amount.longValueExact());
        expected.put(meter, amount);
      } else {
        assertEquals(expected.put(meter, amount), quantities.put(meter, amount));
      }
    }
    assertEquals(expected, quantities);
    assertEquals(expected.toString(), quantities.toString());
    for (Meter meter : METERS) {
      assertEquals(expected.get(meter), quantities.get(meter));
      assertEquals(expected.containsKey(meter), quantities.containsKey(meter));
    }
    assertEquals(expected.toString(), Quantities.of(expected).toString());
  }

  /** Of all sizes and scales, most of them small whole numbers. */
  private static BigDecimal amount(Random random) {
    int scale = random.nextInt(3) == 0 ? random.nextInt(24) - 3 : 0;
    BigDecimal amount = new BigDecimal(new BigInteger(random.nextInt(90), random), scale);
    return random.nextBoolean() ? amount : amount.negate();
  }
}
