// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.finops;

import io.signalbox.analytics.finops.Charge;
import io.signalbox.jobs.parquet.ChargeParquet;
import io.signalbox.jobs.parquet.ChargePartition;
import io.signalbox.schemas.finops.FocusBill;
import io.signalbox.schemas.finops.FocusCsv;
import io.signalbox.schemas.finops.FocusRow;
import io.signalbox.schemas.finops.FocusRows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Writes charges in the columns of FOCUS: one CSV file, and Parquet by day and provider. */
final class ChargeFiles {
  private ChargeFiles() {}

  /** Writes charges in their order as CSV, and says how many rows they are. */
  static long csv(List<Charge> charges, FocusBill bill, Path file) throws IOException {
    FocusRows rows = new FocusRows(bill);
    long written = 0;
    List<FocusRow> some = new ArrayList<>();
    try (FocusCsv csv = FocusCsv.create(file)) {
      for (Charge charge : charges) {
        some.clear();
        rows.tell(charge, some::add);
        for (FocusRow row : some) {
          csv.write(row);
        }
        written += some.size();
      }
    }
    return written;
  }

  /**
   * Writes charges as Parquet, a file for each day and provider, several at a time.
   *
   * @param charges sorted by day and provider
   * @param folder for the files; what it held is lost, as it would be read with them
   */
  static void parquet(List<Charge> charges, FocusBill bill, Path folder) throws IOException {
    clear(folder);
    List<Runnable> parts = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= charges.size(); i++) {
      if (i == charges.size() || !together(charges.get(from), charges.get(i))) {
        List<Charge> some = charges.subList(from, i);
        Path file = part(folder, some.get(0), parts.size());
        parts.add(() -> write(some, bill, file));
        from = i;
      }
    }
    try {
      parts.parallelStream().forEach(Runnable::run);
    } catch (UncheckedIOException failed) {
      throw new IOException(failed.getMessage(), failed);
    }
  }

  private static void write(List<Charge> charges, FocusBill bill, Path file) {
    FocusRows rows = new FocusRows(bill);
    List<FocusRow> some = new ArrayList<>();
    try (ChargeParquet parquet = ChargeParquet.create(file)) {
      for (Charge charge : charges) {
        some.clear();
        rows.tell(charge, some::add);
        for (FocusRow row : some) {
          parquet.write(row);
        }
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static boolean together(Charge one, Charge next) {
    return ChargePartition.dayOf(one) == ChargePartition.dayOf(next)
        && one.provider().equals(next.provider());
  }

  private static Path part(Path folder, Charge first, int number) {
    return folder.resolve(ChargePartition.of(first)).resolve("part-" + number + ".parquet");
  }

  private static void clear(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(one);
      }
    }
  }
}
