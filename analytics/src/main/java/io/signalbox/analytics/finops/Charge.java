// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a usage cost, exactly, in both ledgers.
 *
 * @param usage what was used
 * @param provider who charges
 * @param parts by meter; they sum to the whole but for the difference
 * @param difference what the provider says it cost less what the parts sum to; zero where it says
 *     nothing
 * @param asKnown what all is, as known at the time; summed once, because many sum it on
 */
public record Charge(
    Usage usage, String provider, List<Part> parts, BigDecimal difference, BigDecimal asKnown) {
  /** A charge of such parts. */
  public Charge(Usage usage, String provider, List<Part> parts, BigDecimal difference) {
    this(usage, provider, parts, difference, sum(parts, difference));
  }

  private static BigDecimal sum(List<Part> parts, BigDecimal difference) {
    BigDecimal sum = difference;
    for (Part part : parts) {
      sum = sum.add(part.cost());
    }
    return sum;
  }

  /**
   * The charge of one meter.
   *
   * @param meter what was counted
   * @param quantity how much
   * @param field of the price list that gave the price
   * @param known the price as it was accepted at the time of the usage, in USD a unit
   * @param corrected the price as it turned out to be
   * @param listed the price that the list claimed
   * @param correctedMs when the error was known, or null if there was none
   * @param cost as known at the time; multiplied out once, because many ask
   */
  public record Part(
      Meter meter,
      BigDecimal quantity,
      String field,
      BigDecimal known,
      BigDecimal corrected,
      BigDecimal listed,
      @Nullable Long correctedMs,
      BigDecimal cost) {
    /** The charge of so much at such prices. */
    public Part(
        Meter meter,
        BigDecimal quantity,
        String field,
        BigDecimal known,
        BigDecimal corrected,
        BigDecimal listed,
        @Nullable Long correctedMs) {
      this(meter, quantity, field, known, corrected, listed, correctedMs, quantity.multiply(known));
    }

    /** Whether it turned out to be another price. */
    public boolean turnedOut() {
      return correctedMs != null && corrected.compareTo(known) != 0;
    }

    /** What is to be added for what turned out. */
    public BigDecimal correction() {
      return quantity.multiply(corrected.subtract(known));
    }
  }

  /** Whether a price of it turned out to be another. */
  public boolean turnedOut() {
    for (Part part : parts) {
      if (part.turnedOut()) {
        return true;
      }
    }
    return false;
  }

  /** What is to be added for what turned out; nothing where the provider said what it cost. */
  public BigDecimal correction() {
    BigDecimal sum = BigDecimal.ZERO;
    for (Part part : parts) {
      if (part.corrected.compareTo(part.known) != 0) {
        sum = sum.add(part.correction());
      }
    }
    return sum;
  }

  /** As it turned out. */
  public BigDecimal asCorrected() {
    return asKnown().add(correction());
  }

  /** Whether a price of it waited, or turned out to be another, so that it costs something else. */
  public boolean doubted() {
    return doubt().signum() != 0 || correction().signum() != 0;
  }

  /** How much more it would be if the prices that were listed at the time had been right. */
  public BigDecimal doubt() {
    BigDecimal sum = BigDecimal.ZERO;
    for (Part part : parts) {
      if (part.listed.compareTo(part.known) != 0) { // mostly no price waits
        sum = sum.add(part.quantity.multiply(part.listed.subtract(part.known)));
      }
    }
    return sum;
  }
}
