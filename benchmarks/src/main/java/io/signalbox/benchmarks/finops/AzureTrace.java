// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.finops;

import io.signalbox.analytics.finops.Refusal;
import io.signalbox.analytics.finops.UsageTime;
import io.signalbox.schemas.finops.CsvRecords;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Reads the traces of Azure's services: {@code TIMESTAMP,ContextTokens,GeneratedTokens}. */
final class AzureTrace {
  private AzureTrace() {}

  static void read(Path file, String tenant, Consumer<TraceRequest> to) throws IOException {
    try (CsvRecords in = CsvRecords.open(file)) {
      in.next(); // the header
      List<String> row;
      while ((row = in.next()) != null) {
        try {
          long at = UsageTime.parse(row.get(0));
          long input = Long.parseLong(row.get(1));
          long output = Long.parseLong(row.get(2));
          to.accept(new TraceRequest(tenant, at, input, 0, 0, output, 0));
        } catch (Refusal | NumberFormatException | IndexOutOfBoundsException bad) {
          throw new IOException(file + ":" + in.line() + ": no request: " + bad.getMessage(), bad);
        }
      }
    }
  }
}
