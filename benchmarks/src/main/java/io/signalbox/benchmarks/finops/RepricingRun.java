// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.finops;

import io.signalbox.analytics.finops.PriceTelling;
import io.signalbox.benchmarks.BenchResults;
import io.signalbox.benchmarks.runs.Checkpoints;
import io.signalbox.benchmarks.runs.ChildJvm;
import io.signalbox.benchmarks.runs.EmbeddedJob;
import io.signalbox.benchmarks.runs.Window;
import io.signalbox.jobs.EmbeddedFlink;
import io.signalbox.jobs.finops.Charged;
import io.signalbox.jobs.finops.FinopsInputs;
import io.signalbox.jobs.finops.FinopsTopology;
import io.signalbox.jobs.finops.UsageTimes;
import io.signalbox.jobs.options.JobOptions;
import io.signalbox.jobs.signals.Timeless;
import io.signalbox.schemas.finops.TotalsJson;
import io.signalbox.schemas.finops.UsageBatch;
import io.signalbox.schemas.finops.UsageBatchType;
import io.signalbox.schemas.json.RecordJson;
import io.signalbox.testbed.Folders;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/**
 * Charges many usages while a price is wrong, then mends it, and measures until all corrections are
 * out. What was known must be as before, and the corrections what an independent batch finds.
 */
public final class RepricingRun {
  private static final long PAUSE_MS = 20;
  private static final Duration SETTLE = Duration.ofSeconds(2);
  private static final LongAdder ROWS = new LongAdder();

  private final RepricingSpec spec;
  private final RepricingLoad load;
  private final PriceNews news;
  private final int told;
  private final int mending;

  private RepricingRun(RepricingSpec spec) throws IOException {
    this.spec = spec;
    long mendedMs = Instant.parse(spec.mendedAt()).toEpochMilli();
    this.load =
        new RepricingLoad(
            spec.usages(),
            spec.parallelism(),
            spec.model(),
            Instant.parse(spec.wrongSince()).toEpochMilli(),
            mendedMs - Duration.ofMinutes(1).toMillis());
    this.news = new PriceNews(spec.history(), spec.model(), mendedMs);
    this.told = news.all().size();
    this.mending =
        (int) news.all().stream().filter(one -> one.event().knownMs() == mendedMs).count();
    if (mending == 0) {
      throw new IOException(
          spec.history() + ": nothing becomes known of " + spec.model() + " at " + spec.mendedAt());
    }
  }

  /**
   * A run in a JVM of its own.
   *
   * @param args file of a {@link RepricingSpec}, file for its {@link RepricingResult}, both JSON
   */
  public static void main(String[] args) {
    ChildJvm.work(
        args,
        input -> {
          RepricingSpec spec = BenchResults.json().readValue(input, RepricingSpec.class);
          return BenchResults.json().writeValueAsString(of(spec));
        });
  }

  /**
   * Runs it in this process, once.
   *
   * @throws IllegalStateException if the ledgers are not what they must be
   */
  public static RepricingResult of(RepricingSpec spec) throws Exception {
    return new RepricingRun(spec).run();
  }

  private RepricingResult run() throws Exception {
    Path folder = Files.createTempDirectory("signalbox-bench");
    try {
      Path catalogue = Files.writeString(folder.resolve("prices.json"), "{}");
      Expected expected = expected(catalogue);
      StreamExecutionEnvironment environment =
          EmbeddedFlink.environment(
              spec.parallelism(), spec.backend(), folder, Duration.ofMillis(spec.checkpointMs()));
      build(environment, catalogue);
      try (EmbeddedJob job = EmbeddedJob.start(environment, spec.managedMegabytes())) {
        return measured(job, expected);
      }
    } finally {
      Folders.delete(folder);
    }
  }

  private RepricingResult measured(EmbeddedJob job, Expected expected) throws Exception {
    long charges = (long) load.each() * load.readers();
    while (PostingSums.passed().charges() < charges) {
      job.pause(PAUSE_MS);
    }
    PostingSums.Passed before = PostingSums.passed();
    long rowsBefore = ROWS.sum();
    Window.Start start = Window.Start.now(0);
    Gate.open();
    while (PostingSums.passed().correction().compareTo(expected.correction()) != 0) {
      job.pause(PAUSE_MS);
    }
    Window window = start.end(charges);
    long outMs = System.currentTimeMillis();
    while (job.checkpoints(outMs).isEmpty()) { // nothing more may come
      job.pause(PAUSE_MS);
    }
    PostingSums.Passed after = PostingSums.passed();
    require("as known before", before.asKnown(), expected.asKnown());
    require("as known after", after.asKnown(), expected.asKnown());
    require("corrections", after.correction(), expected.correction());
    return new RepricingResult(
        spec.backend(),
        charges,
        mending,
        after.corrections() - before.corrections(),
        ROWS.sum() - rowsBefore,
        TotalsJson.money(after.asKnown()),
        TotalsJson.money(after.correction()),
        window,
        Checkpoints.of(job.checkpoints(0)));
  }

  private static void require(String what, BigDecimal found, BigDecimal expected) {
    if (found.compareTo(expected) != 0) {
      throw new IllegalStateException(what + ": " + found + " instead of " + expected);
    }
  }

  private void build(StreamExecutionEnvironment environment, Path catalogue) {
    DataStream<UsageBatch> usages =
        environment
            .fromSource(
                new DataGeneratorSource<>(
                    load, load.items(), new Gate(load.each() + 1L, false), new UsageBatchType()),
                UsageTimes.bounded(Duration.ofSeconds(1)),
                "Usages")
            .uid("usages");
    DataStream<PriceTelling> prices =
        environment
            .fromSource(
                new DataGeneratorSource<>(
                    news,
                    told,
                    new Gate((long) told - mending, true),
                    TypeInformation.of(PriceTelling.class)),
                Timeless.<PriceTelling>after(SETTLE),
                "Prices")
            .setParallelism(1)
            .uid("prices");
    JobOptions options = JobOptions.of("--finops.catalogue", catalogue.toString());
    Charged charged = FinopsTopology.build(new FinopsInputs(usages, prices, null), options);
    drop(charged.postings().filter(new PostingSums()).uid("sum-postings"), "postings");
    drop(
        charged
            .rows()
            .filter(
                row -> {
                  ROWS.add(RecordJson.write(row).length > 0 ? 1 : 0);
                  return false;
                })
            .uid("count-rows"),
        "rows");
    drop(charged.totals(), "totals");
    drop(charged.refused(), "refused");
  }

  private static void drop(DataStream<?> records, String what) {
    records.sinkTo(new DiscardingSink<>()).uid("discard-" + what).name("Discard " + what);
  }

  private record Expected(BigDecimal asKnown, BigDecimal correction) {}

  /** What an independent reading of the same history finds. */
  private Expected expected(Path catalogue) throws IOException {
    SlowPrices prices = new SlowPrices(catalogue, Path.of(spec.history()));
    BigDecimal known = BigDecimal.ZERO;
    BigDecimal corrected = BigDecimal.ZERO;
    for (int number = 0; number < load.each(); number++) {
      int cached = RepricingLoad.cached(number);
      List<SlowPrices.Price> each =
          List.of(
              price(prices, "input_cost_per_token", number),
              price(prices, "cache_read_input_token_cost", number),
              price(prices, "output_cost_per_token", number));
      int[] tokens = {RepricingLoad.input(number) - cached, cached, RepricingLoad.output(number)};
      for (int i = 0; i < tokens.length; i++) {
        BigDecimal quantity = BigDecimal.valueOf(tokens[i]);
        known = known.add(quantity.multiply(each.get(i).known()));
        corrected = corrected.add(quantity.multiply(each.get(i).corrected()));
      }
    }
    BigDecimal readers = BigDecimal.valueOf(load.readers());
    return new Expected(known.multiply(readers), corrected.subtract(known).multiply(readers));
  }

  private SlowPrices.Price price(SlowPrices prices, String field, int number) throws IOException {
    SlowPrices.Price price = prices.at(spec.model(), field, load.atMs(number));
    if (price == null) {
      throw new IOException(spec.history() + ": no " + field + " of " + spec.model());
    }
    return price;
  }
}
