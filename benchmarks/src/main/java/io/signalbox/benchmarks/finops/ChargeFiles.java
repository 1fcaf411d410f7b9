// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.finops;

import io.signalbox.analytics.finops.Charge;
import io.signalbox.jobs.parquet.ChargeParquet;
import io.signalbox.schemas.finops.BillingAccount;
import io.signalbox.schemas.finops.FocusCsv;
import io.signalbox.schemas.finops.FocusRow;
import io.signalbox.schemas.finops.FocusRows;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes charges in the columns of FOCUS: one CSV file, and Parquet by day and provider. */
final class ChargeFiles implements Closeable {
  private static final long MS_A_DAY = 86_400_000L;

  private final FocusCsv csv;
  private final Path folder;
  private @Nullable ChargeParquet parquet;
  private long partDay;
  private String partProvider = "";
  private int parts;

  private ChargeFiles(Path out) throws IOException {
    this.folder = out.resolve("charges");
    clear(folder);
    this.csv = FocusCsv.create(out.resolve("charges.csv"));
  }

  /** Writes charges in their order, and says how many rows they are. */
  static long write(List<Charge> charges, BillingAccount account, Path out) throws IOException {
    FocusRows rows = new FocusRows(account);
    long written = 0;
    List<FocusRow> some = new ArrayList<>();
    try (ChargeFiles files = new ChargeFiles(out)) {
      for (Charge charge : charges) {
        some.clear();
        rows.tell(charge, some::add);
        files.write(charge, some);
        written += some.size();
      }
    }
    return written;
  }

  private void write(Charge charge, List<FocusRow> rows) throws IOException {
    long day = Math.floorDiv(charge.usage().atMs(), MS_A_DAY);
    if (parquet == null || day != partDay || !charge.provider().equals(partProvider)) {
      closeParquet();
      partDay = day;
      partProvider = charge.provider();
      parquet = ChargeParquet.create(nextPart());
    }
    for (FocusRow row : rows) {
      csv.write(row);
      parquet.write(row);
    }
  }

  /** In a folder by day and provider, as tools that read partitions expect it. */
  private Path nextPart() {
    String provider = partProvider.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]", "_");
    return folder
        .resolve("billing_day=" + LocalDate.ofEpochDay(partDay))
        .resolve("provider=" + provider)
        .resolve("part-" + parts++ + ".parquet");
  }

  private void closeParquet() throws IOException {
    if (parquet != null) {
      parquet.close();
      parquet = null;
    }
  }

  /** Files of an earlier run would be read as if they were of this one. */
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

  @Override
  public void close() throws IOException {
    try (csv) {
      closeParquet();
    }
  }
}
