// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.finops;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.signalbox.analytics.finops.CostSum;
import io.signalbox.analytics.finops.ExchangeRates;
import io.signalbox.analytics.finops.PriceTelling;
import io.signalbox.analytics.finops.Totals;
import io.signalbox.jobs.EmbeddedFlink;
import io.signalbox.jobs.delivery.ChargeOutputs;
import io.signalbox.jobs.delivery.LocalPostgres;
import io.signalbox.jobs.options.JobOptions;
import io.signalbox.jobs.signals.Timeless;
import io.signalbox.jobs.topics.Outputs;
import io.signalbox.schemas.finops.ChargeRow;
import io.signalbox.schemas.finops.CostTotal;
import io.signalbox.schemas.finops.LatestTotals;
import io.signalbox.schemas.finops.UsageBatch;
import io.signalbox.schemas.finops.UsageBatchType;
import io.signalbox.schemas.finops.UsageLines;
import io.signalbox.schemas.json.RecordJson;
import io.signalbox.schemas.topics.FinopsTopics;
import io.signalbox.schemas.topics.Topic;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.connector.datagen.source.GeneratorFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.CloseableIterator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Topics, PostgreSQL and Parquet say the same of charges to the last digit, although prices were
 * corrected and the job failed twice on the way. Skipped where no PostgreSQL is installed.
 */
@Timeout(240)
class ChargePlacesITCase {
  private static final int USAGES = 3000;
  private static final UsageWorld WORLD = new UsageWorld(USAGES, 3);
  private static final int FAILURES = 2;
  private static final AtomicInteger FAILED = new AtomicInteger();
  private static final Path TABLES =
      Path.of(System.getProperty("signalbox.root", "..")).resolve("flink-conf/postgres.sql");

  @TempDir static Path shared;
  @TempDir Path folder;
  private static LocalPostgres postgres;

  @BeforeAll
  static void install() throws IOException, InterruptedException {
    Optional<Path> program = LocalPostgres.installed();
    assumeTrue(program.isPresent(), "skipped: PostgreSQL is not installed here");
    postgres = LocalPostgres.in(program.get(), shared);
    postgres.start();
  }

  @AfterAll
  static void end() throws InterruptedException {
    if (postgres != null) {
      postgres.close();
    }
  }

  /** Fails behind a checkpoint, so that what came since comes again. */
  private static final class FailTwice extends RichMapFunction<UsageBatch, UsageBatch>
      implements CheckpointListener {
    private static final long serialVersionUID = 1;
    private transient int checkpoints;
    private transient int since;

    @Override
    public UsageBatch map(UsageBatch batch) {
      if (checkpoints >= 2 && ++since > 50) {
        int failed = FAILED.get();
        if (failed < FAILURES && FAILED.compareAndSet(failed, failed + 1)) {
          throw new IllegalStateException("meant to fail");
        }
      }
      return batch;
    }

    @Override
    public void notifyCheckpointComplete(long checkpointId) {
      checkpoints++;
      since = 0;
    }
  }

  /** Takes what topics would hold. */
  private static final class Collected implements Outputs {
    private static final Set<Topic<?>> CHECKED =
        Set.of(FinopsTopics.CHARGES, FinopsTopics.COST_TOTALS);
    private @Nullable DataStream<byte[]> all;

    @Override
    public <T> void write(DataStream<T> records, Topic<T> topic) {
      if (!CHECKED.contains(topic)) {
        records.sinkTo(new DiscardingSink<>()).uid("discard-" + topic.name());
        return;
      }
      DataStream<byte[]> json =
          records
              .map(RecordJson::write)
              .returns(PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO)
              .uid("json-" + topic.name());
      all = all == null ? json : all.union(json);
    }
  }

  /** Runs the job, and says what its topics hold. */
  private List<byte[]> run(int parallelism, EmbeddedFlink.Backend backend) throws Exception {
    StreamExecutionEnvironment environment =
        EmbeddedFlink.environment(
            parallelism, backend, folder.resolve("checkpoints"), Duration.ofMillis(100));
    Configuration restarts = new Configuration();
    restarts.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
    restarts.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, FAILURES);
    restarts.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ZERO);
    environment.configure(restarts);
    Path catalogue = Files.writeString(folder.resolve("prices.json"), UsageWorld.catalogueJson());
    JobOptions options =
        JobOptions.of(
            "--finops.catalogue",
            catalogue.toString(),
            "--charges.parquet",
            folder.resolve("charges").toString(),
            "--charges.postgres",
            "true",
            "--postgres.url",
            postgres.url(),
            "--postgres.user",
            "signalbox");
    Collected topics = new Collected();
    ChargeOutputs.write(
        FinopsTopology.build(
            new FinopsInputs(usages(environment), prices(environment), null), options),
        options,
        topics);
    List<byte[]> told = new ArrayList<>();
    try (CloseableIterator<byte[]> each = Objects.requireNonNull(topics.all).executeAndCollect()) {
      each.forEachRemaining(told::add);
    }
    return told;
  }

  private static DataStream<UsageBatch> usages(StreamExecutionEnvironment environment) {
    List<String> lines = WORLD.lines();
    GeneratorFunction<Long, UsageBatch> read =
        index -> {
          UsageLines reader = new UsageLines(new ExchangeRates());
          byte[] line = lines.get(index.intValue()).getBytes(UTF_8);
          return reader.read("file", index, line, Long.MAX_VALUE);
        };
    return environment
        .fromSource(
            new DataGeneratorSource<>(
                read, lines.size(), RateLimiterStrategy.perCheckpoint(200), new UsageBatchType()),
            UsageTimes.bounded(Duration.ofSeconds(10)),
            "Usages")
        .uid("usages")
        .map(new FailTwice())
        .returns(new UsageBatchType())
        .uid("fail-twice");
  }

  /** Prices come while usages do, so that much is charged by those of before. */
  private static DataStream<PriceTelling> prices(StreamExecutionEnvironment environment) {
    GeneratorFunction<Long, PriceTelling> tell = index -> WORLD.tellings().get(index.intValue());
    return environment
        .fromSource(
            new DataGeneratorSource<>(
                tell,
                WORLD.tellings().size(),
                RateLimiterStrategy.perCheckpoint(1),
                TypeInformation.of(PriceTelling.class)),
            Timeless.after(Duration.ZERO),
            "Prices")
        .setParallelism(1)
        .uid("prices");
  }

  @ParameterizedTest
  @CsvSource({"2,HASHMAP", "2,ROCKSDB"})
  void allPlacesAgreeToTheLastDigit(int parallelism, EmbeddedFlink.Backend backend)
      throws Exception {
    prepareTables();
    FAILED.set(0);
    Map<String, BigDecimal> topic = new TreeMap<>();
    LatestTotals latest = new LatestTotals();
    for (byte[] record : run(parallelism, backend)) {
      if (new String(record, UTF_8).startsWith("{\"view\"")) {
        latest.add(RecordJson.read(record, CostTotal.class));
      } else {
        add(RecordJson.read(record, ChargeRow.class), topic);
      }
    }
    assertEquals(FAILURES, FAILED.get());
    assertTrue(
        topic.keySet().stream().anyMatch(key -> key.endsWith(" correction")), topic::toString);

    String by = " GROUP BY 1 ORDER BY 1";
    String parquet =
        "read_parquet('" + folder + "/charges/*/*/*.parquet', hive_partitioning = true)";
    try (Connection database = postgres.connect();
        Connection duck = DriverManager.getConnection("jdbc:duckdb:")) {
      String day = "to_char(ChargePeriodStart AT TIME ZONE 'UTC', 'YYYY-MM-DD')";
      String group = " || ' ' || ProviderName || ' ' || x_Ledger, ";
      String whole = "sum(BilledCost), count(*) FROM ";
      assertEquals(topic, sums(database, "SELECT " + day + group + whole + "charges" + by));
      assertEquals(
          topic,
          sums(duck, "SELECT strftime(billing_day, '%Y-%m-%d')" + group + whole + parquet + by));

      Map<String, BigDecimal> known = ofTotals(WORLD.expected().totals(), false);
      Map<String, BigDecimal> corrected = ofTotals(WORLD.expected().totals(), true);
      String key = "SELECT tenant || ' ' || value || ' ' || day, ";
      String models = ", 0 FROM cost_totals WHERE view = 'model' AND charges <> 0 ORDER BY 1";
      assertEquals(known, sums(database, key + "as_known" + models));
      assertEquals(corrected, sums(database, key + "as_corrected" + models));
      assertEquals(corrected, ofTotals(latest.totals(), true));
      assertEquals(
          SumLines.expected(WORLD.expected().charges(), folder),
          SumLines.stored(
              json(database, "SELECT to_jsonb(t) FROM cost_aggregates t WHERE charges <> 0"),
              json(database, "SELECT to_jsonb(t) FROM showback t")));
      BigDecimal all = corrected.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
      assertEquals(plain(all), sums(duck, "SELECT 'all', " + whole + parquet).get("all"));
    }
  }

  private static void prepareTables() throws SQLException, IOException {
    try (Connection connection = postgres.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(Files.readString(TABLES));
      statement.execute("TRUNCATE charges, cost_totals, cost_aggregates, showback");
    }
  }

  private static void add(ChargeRow row, Map<String, BigDecimal> sums) {
    Map<String, String> columns = row.columns();
    String day = Objects.requireNonNull(columns.get("ChargePeriodStart")).substring(0, 10);
    String key = day + " " + columns.get("ProviderName") + " " + columns.get("x_Ledger");
    BigDecimal cost = new BigDecimal(columns.get("BilledCost"));
    sums.merge(key, plain(cost), (sum, more) -> plain(sum.add(more)));
    sums.merge(key + " rows", BigDecimal.ONE, BigDecimal::add);
  }

  private static Map<String, BigDecimal> ofTotals(Totals totals, boolean corrected) {
    Map<String, BigDecimal> sums = new TreeMap<>();
    totals
        .sums()
        .forEach(
            (key, sum) ->
                sums.put(
                    key.tenant() + " " + key.model() + " " + key.day(),
                    plain(ledger(sum, corrected))));
    return sums;
  }

  private static BigDecimal ledger(CostSum sum, boolean corrected) {
    return corrected ? sum.asCorrected() : sum.asKnown();
  }

  private static List<String> json(Connection database, String query) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = database.createStatement()) {
      statement.execute("SET TIME ZONE 'UTC'");
      ResultSet found = statement.executeQuery(query);
      while (found.next()) {
        rows.add(found.getString(1));
      }
    }
    return rows;
  }

  private static Map<String, BigDecimal> sums(Connection database, String query)
      throws SQLException {
    Map<String, BigDecimal> sums = new TreeMap<>();
    try (Statement statement = database.createStatement();
        ResultSet found = statement.executeQuery(query)) {
      while (found.next()) {
        sums.put(found.getString(1), plain(found.getBigDecimal(2)));
        if (found.getLong(3) > 0) {
          sums.put(found.getString(1) + " rows", BigDecimal.valueOf(found.getLong(3)));
        }
      }
    }
    return sums;
  }

  private static BigDecimal plain(BigDecimal amount) {
    return amount.signum() == 0
        ? BigDecimal.ZERO
        : new BigDecimal(amount.stripTrailingZeros().toPlainString());
  }
}
