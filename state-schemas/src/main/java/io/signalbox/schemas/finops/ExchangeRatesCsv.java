// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import io.signalbox.analytics.finops.ExchangeRates;
import io.signalbox.analytics.finops.PriceText;
import io.signalbox.analytics.finops.Refusal;
import io.signalbox.analytics.finops.UsageTime;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Reads rates of exchange: {@code from,currency,usd}, those of a currency in the order of time. */
public final class ExchangeRatesCsv {
  private ExchangeRatesCsv() {}

  /**
   * Reads rates.
   *
   * @param faults told of every row that is none
   * @throws IOException if the file cannot be read
   */
  public static ExchangeRates read(Path file, Consumer<String> faults) throws IOException {
    ExchangeRates rates = new ExchangeRates();
    try (CsvRecords in = CsvRecords.open(file)) {
      in.next(); // the header
      List<String> row;
      while ((row = in.next()) != null) {
        try {
          if (row.size() != 3) {
            throw new Refusal("not from,currency,usd");
          }
          long from = UsageTime.parse(row.get(0));
          rates.add(row.get(1), from, PriceText.parse(row.get(2)));
        } catch (Refusal bad) {
          faults.accept(file + ":" + in.line() + ": " + bad.reason());
        }
      }
    }
    return rates;
  }
}
