// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.finops;

import io.signalbox.analytics.finops.PriceEvent;
import io.signalbox.analytics.finops.PriceTelling;
import io.signalbox.jobs.EmbeddedFlink.Backend;
import io.signalbox.jobs.options.JobOptions;
import io.signalbox.schemas.finops.BillingAccount;
import io.signalbox.schemas.finops.ChargeRow;
import io.signalbox.schemas.finops.CsvRecords;
import io.signalbox.schemas.finops.FocusBill;
import io.signalbox.schemas.finops.FocusColumn;
import io.signalbox.schemas.finops.LatestSums;
import io.signalbox.schemas.finops.NetRows;
import io.signalbox.schemas.finops.TextLines;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Usages with repeats, revisions and late ones, at several parallelisms, in shuffled orders and
 * over failures, must come to the totals, rows, sums and thresholds of budgets that the command for
 * files writes, byte for byte.
 */
public final class ExactCosts {
  private static final int[] PARALLELISMS = {1, 2, 4};
  private static final int KILLS = 3;
  private static final String ACCOUNT = "signalbox";

  private final CostInputs inputs;
  private final Path folder;
  private final Consumer<String> progress;

  /**
   * Prepares the story.
   *
   * @param inputs usages, prices and budgets
   * @param folder for what the command writes
   * @param progress told of each run
   */
  public ExactCosts(CostInputs inputs, Path folder, Consumer<String> progress) {
    this.inputs = inputs;
    this.folder = folder;
    this.progress = progress;
  }

  /**
   * Runs all.
   *
   * @param shuffles number of shuffled runs
   * @param plain whether the usages are such as an independent batch knows: of models, with ids,
   *     and no cost reported
   * @return the runs that differed from the command, or failed less often than planned, by what
   *     differed; empty when all were the same
   */
  public Map<String, String> run(int shuffles, boolean plain) throws Exception {
    new CostRun(inputs, folder, FocusBill.plain(new BillingAccount(ACCOUNT, ACCOUNT))).run();
    String totals = Files.readString(folder.resolve("totals.json"));
    List<String> net = net(folder.resolve("charges.csv"));
    List<String> sums =
        LatestSums.of(folder.resolve("aggregates.jsonl"), folder.resolve("showback.jsonl"));
    List<String> thresholds = CommandThresholds.read(folder.resolve("budgets.jsonl"));
    progress.accept(
        String.format(
            Locale.ROOT,
            "the command for files: %,d lines of totals, %,d net rows, %,d sums by period,"
                + " %,d thresholds reached",
            totals.lines().count() - 2,
            net.size(),
            sums.size(),
            thresholds.size()));
    Map<String, String> differences = new HashMap<>();
    if (plain) {
      boolean alike = SlowLedger.of(inputs).equals(SlowLedger.read(folder.resolve("totals.json")));
      progress.accept("an independent batch: " + (alike ? "the same totals" : "totals differ"));
      if (!alike) {
        differences.put("an independent batch", "totals differ");
      }
    }
    List<String> lines = lines();
    List<PriceTelling> prices = prices();
    JobOptions options =
        JobOptions.of(
            "--finops.catalogue",
            inputs.prices().toString(),
            "--finops.budgets",
            Objects.requireNonNull(inputs.budgets(), "budgets").toString(),
            "--finops.retention",
            "3650d");
    for (int i = 0; i < PARALLELISMS.length + shuffles + PARALLELISMS.length; i++) {
      int parallelism = PARALLELISMS[i % PARALLELISMS.length];
      boolean kill = i >= PARALLELISMS.length + shuffles;
      Backend backend = i % 2 == 0 ? Backend.HASHMAP : Backend.ROCKSDB;
      if (i >= PARALLELISMS.length) {
        Collections.shuffle(lines, new Random(i));
        Collections.shuffle(prices, new Random(i));
      }
      String name = name(i, parallelism, backend, kill);
      CostReplay.Left left =
          new CostReplay(lines, prices, options).run(parallelism, backend, kill ? KILLS : 0);
      CostReplay.Left expected =
          new CostReplay.Left(totals, net, thresholds, sums, kill ? KILLS : 0);
      String differs = differs(left, expected);
      progress.accept(name + ": " + (differs.isEmpty() ? "the same" : differs));
      if (!differs.isEmpty()) {
        differences.put(name, differs);
      }
    }
    return differences;
  }

  private static String name(int i, int parallelism, Backend backend, boolean kill) {
    String order = i < PARALLELISMS.length ? "as they came" : "shuffled by " + i;
    String state = backend.name().toLowerCase(Locale.ROOT);
    String killed = kill ? ", failed and restored " + KILLS + " times" : "";
    return "parallelism " + parallelism + ", " + state + ", " + order + killed;
  }

  private static String differs(CostReplay.Left left, CostReplay.Left expected) {
    List<String> all = new ArrayList<>();
    if (!left.totals().equals(expected.totals())) {
      all.add("totals differ");
    }
    if (!left.net().equals(expected.net())) {
      all.add("net rows differ");
    }
    if (!left.thresholds().equals(expected.thresholds())) {
      all.add("thresholds of budgets differ");
    }
    if (!left.sums().equals(expected.sums())) {
      all.add("sums by period differ");
    }
    if (left.kills() != expected.kills()) {
      all.add("failed " + left.kills() + " times");
    }
    return String.join(", ", all);
  }

  private List<String> lines() throws IOException {
    List<String> lines = new ArrayList<>();
    try (BufferedReader in = TextLines.open(inputs.usage())) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (!line.isBlank()) {
          lines.add(line);
        }
      }
    }
    return lines;
  }

  private List<PriceTelling> prices() throws IOException {
    List<PriceTelling> tellings = new ArrayList<>();
    for (PriceEvent event : PriceBooks.events(inputs, note -> {}, fault -> {})) {
      tellings.add(new PriceTelling(tellings.size(), event));
    }
    return tellings;
  }

  /** What the rows of a file come to. */
  static List<String> net(Path file) throws IOException {
    NetRows net = new NetRows();
    try (CsvRecords in = CsvRecords.open(file)) {
      List<String> header = in.next();
      for (List<String> row = in.next(); row != null && header != null; row = in.next()) {
        Map<String, String> columns = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
          if (!row.get(i).isEmpty()) {
            columns.put(header.get(i), row.get(i));
          }
        }
        String id = columns.get(FocusColumn.X_RESPONSE_ID.title());
        net.add(new ChargeRow(id, Instant.EPOCH, columns));
      }
    }
    return net.lines();
  }
}
