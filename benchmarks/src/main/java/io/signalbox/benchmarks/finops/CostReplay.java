// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.finops;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.signalbox.analytics.finops.ExchangeRates;
import io.signalbox.analytics.finops.PriceTelling;
import io.signalbox.jobs.EmbeddedFlink;
import io.signalbox.jobs.finops.Charged;
import io.signalbox.jobs.finops.FinopsInputs;
import io.signalbox.jobs.finops.FinopsTopology;
import io.signalbox.jobs.finops.UsageTimes;
import io.signalbox.jobs.options.JobOptions;
import io.signalbox.schemas.finops.BudgetAlert;
import io.signalbox.schemas.finops.ChargeRow;
import io.signalbox.schemas.finops.CostAggregate;
import io.signalbox.schemas.finops.CostTotal;
import io.signalbox.schemas.finops.HeldThresholds;
import io.signalbox.schemas.finops.LatestSums;
import io.signalbox.schemas.finops.LatestTotals;
import io.signalbox.schemas.finops.NetRows;
import io.signalbox.schemas.finops.ShowbackRow;
import io.signalbox.schemas.finops.TotalsJson;
import io.signalbox.schemas.finops.UsageBatch;
import io.signalbox.schemas.finops.UsageBatchType;
import io.signalbox.schemas.finops.UsageLines;
import io.signalbox.schemas.json.RecordJson;
import io.signalbox.testbed.Folders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.connector.datagen.source.GeneratorFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;
import org.jspecify.annotations.Nullable;

/**
 * The job over usages in one order of arrival, on an embedded Flink.
 *
 * @param usages lines of JSON
 * @param prices what is told of prices, in any order
 * @param options of the job, the catalogue among them
 */
record CostReplay(List<String> usages, List<PriceTelling> prices, JobOptions options) {
  private static final Duration CHECKPOINTS = Duration.ofMillis(300);
  private static final byte ROW = 'r';
  private static final byte TOTAL = 't';
  private static final byte ALERT = 'a';
  private static final byte SUM = 's';
  private static final byte MONTH = 'm';

  /**
   * What is left at the end.
   *
   * @param totals as the command for files writes them
   * @param net what the rows of charges come to, a line each
   * @param thresholds which of budgets were reached, a line each, and what contradicts itself
   * @param sums by period and dimension, and showback, a line each
   * @param kills how often the job failed and was restored
   */
  record Left(
      String totals, List<String> net, List<String> thresholds, List<String> sums, int kills) {}

  /**
   * Runs to the end.
   *
   * @param kills how often it is to fail behind a checkpoint and be restored from that
   */
  Left run(int parallelism, EmbeddedFlink.Backend backend, int kills) throws Exception {
    Path folder = Files.createTempDirectory("signalbox-costs");
    try {
      StreamExecutionEnvironment environment =
          EmbeddedFlink.environment(parallelism, backend, folder, CHECKPOINTS);
      Configuration restarts = new Configuration();
      restarts.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
      restarts.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, kills);
      restarts.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ZERO);
      environment.configure(restarts);
      FailSometimes.plan(kills, usages.size());
      Charged charged =
          FinopsTopology.build(
              new FinopsInputs(usages(environment), prices(environment), null), options);
      LatestTotals totals = new LatestTotals();
      NetRows net = new NetRows();
      HeldThresholds thresholds = new HeldThresholds();
      LatestSums sums = new LatestSums();
      DataStream<byte[]> told =
          json(charged.rows(), ROW, "rows").union(json(charged.totals(), TOTAL, "totals"));
      if (charged.budgets() != null) {
        told = told.union(json(charged.budgets().alerts(), ALERT, "alerts"));
      }
      if (charged.sums() != null) {
        told =
            told.union(
                json(charged.sums().aggregates(), SUM, "sums"),
                json(charged.sums().showback(), MONTH, "months"));
      }
      try (CloseableIterator<byte[]> all = told.collectAsync()) {
        environment.executeAsync("exact costs");
        while (all.hasNext()) {
          byte[] one = all.next();
          byte[] json = Arrays.copyOf(one, one.length - 1);
          switch (one[one.length - 1]) {
            case ROW -> net.add(RecordJson.read(json, ChargeRow.class));
            case ALERT -> thresholds.add(RecordJson.read(json, BudgetAlert.class));
            case SUM -> sums.add(RecordJson.read(json, CostAggregate.class));
            case MONTH -> sums.add(RecordJson.read(json, ShowbackRow.class));
            default -> totals.add(RecordJson.read(json, CostTotal.class));
          }
        }
      }
      List<String> reached = new ArrayList<>(thresholds.lines());
      reached.addAll(thresholds.contradictions());
      Path file = folder.resolve("totals.json");
      TotalsJson.write(totals.totals(), file);
      return new Left(
          Files.readString(file), net.lines(), reached, sums.lines(), FailSometimes.failed());
    } finally {
      Folders.delete(folder);
    }
  }

  /** JSON with a mark behind it, so that all can be collected as one. */
  private static <T> DataStream<byte[]> json(DataStream<T> records, byte mark, String what) {
    return records
        .map(
            record -> {
              byte[] json = RecordJson.write(record);
              byte[] marked = Arrays.copyOf(json, json.length + 1);
              marked[json.length] = mark;
              return marked;
            })
        .returns(PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO)
        .uid("mark-" + what);
  }

  private DataStream<UsageBatch> usages(StreamExecutionEnvironment environment) {
    return environment
        .fromSource(
            new DataGeneratorSource<>(
                new Lines(usages.toArray(new String[0])),
                usages.size(),
                FailSometimes.pace(),
                new UsageBatchType()),
            UsageTimes.bounded(options.time().disorder()),
            "Usages")
        .uid("usages")
        .map(new FailSometimes())
        .returns(new UsageBatchType())
        .uid("fail-sometimes");
  }

  private DataStream<PriceTelling> prices(StreamExecutionEnvironment environment) {
    return environment
        .fromData(prices, TypeInformation.of(PriceTelling.class))
        .setParallelism(1)
        .uid("prices");
  }

  private static final class Lines implements GeneratorFunction<Long, UsageBatch> {
    private static final long serialVersionUID = 1;
    private final String[] lines;
    private transient @Nullable UsageLines reader;

    Lines(String[] lines) {
      this.lines = lines;
    }

    @Override
    public UsageBatch map(Long index) {
      UsageLines known = reader;
      if (known == null) {
        known = new UsageLines(new ExchangeRates());
        reader = known;
      }
      return known.read("usages", index, lines[index.intValue()].getBytes(UTF_8), Long.MAX_VALUE);
    }
  }
}
