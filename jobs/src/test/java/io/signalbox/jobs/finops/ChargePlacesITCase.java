// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.finops;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.finops.CostSum;
import io.signalbox.analytics.finops.ExchangeRates;
import io.signalbox.analytics.finops.PriceTelling;
import io.signalbox.analytics.finops.Totals;
import io.signalbox.jobs.CollectedTopics;
import io.signalbox.jobs.EmbeddedFlink;
import io.signalbox.jobs.FailTwice;
import io.signalbox.jobs.delivery.ChargeOutputs;
import io.signalbox.jobs.delivery.LocalPostgres;
import io.signalbox.jobs.options.JobOptions;
import io.signalbox.jobs.signals.Timeless;
import io.signalbox.jobs.topics.Incoming;
import io.signalbox.schemas.finops.ChargeRow;
import io.signalbox.schemas.finops.LatestSums;
import io.signalbox.schemas.finops.LatestTotals;
import io.signalbox.schemas.finops.UsageBatch;
import io.signalbox.schemas.finops.UsageBatchType;
import io.signalbox.schemas.finops.UsageLines;
import io.signalbox.schemas.topics.FinopsTopics;
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
import java.util.TreeMap;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.connector.datagen.source.GeneratorFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
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
  private static final List<String> OUTCOMES = OutcomeWorld.lines(400, 3);

  @TempDir static Path shared;
  @TempDir Path folder;
  private static LocalPostgres postgres;

  @BeforeAll
  static void install() throws IOException, InterruptedException, SQLException {
    postgres = LocalPostgres.withTables(shared);
  }

  @AfterAll
  static void end() throws InterruptedException {
    if (postgres != null) {
      postgres.close();
    }
  }

  /** Runs the job, and says what its topics hold. */
  private CollectedTopics run(
      int parallelism, EmbeddedFlink.Backend backend, String corrections, String aiProperties)
      throws Exception {
    StreamExecutionEnvironment environment =
        EmbeddedFlink.environment(
            parallelism, backend, folder.resolve("checkpoints"), Duration.ofMillis(100));
    environment.configure(FailTwice.restarts());
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
            "signalbox",
            "--finops.corrections",
            corrections,
            "--finops.ai-properties",
            aiProperties);
    CollectedTopics topics = new CollectedTopics(FinopsTopics.CHARGES, FinopsTopics.COST_TOTALS);
    ChargeOutputs.write(
        FinopsTopology.build(
            new FinopsInputs(usages(environment), prices(environment), null, outcomes(environment)),
            options),
        options,
        topics);
    topics.execute();
    return topics;
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
        .map(new FailTwice<>())
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

  /** Outcomes come while usages do, and are told again after each failure. */
  private static DataStream<Incoming> outcomes(StreamExecutionEnvironment environment) {
    long writtenMs = UsageWorld.START + Duration.ofDays(5).toMillis();
    GeneratorFunction<Long, Incoming> read =
        index -> {
          byte[] line = OUTCOMES.get(index.intValue()).getBytes(UTF_8);
          return new Incoming("business-outcomes", 0, index, writtenMs, false, line);
        };
    return environment
        .fromSource(
            new DataGeneratorSource<>(
                read,
                OUTCOMES.size(),
                RateLimiterStrategy.perCheckpoint(40),
                TypeInformation.of(Incoming.class)),
            WatermarkStrategy.noWatermarks(),
            "Outcomes")
        .uid("outcomes");
  }

  @ParameterizedTest
  @CsvSource({"2,HASHMAP,ledger,false", "2,ROCKSDB,delta,true"})
  void allPlacesAgreeToTheLastDigit(
      int parallelism, EmbeddedFlink.Backend backend, String corrections, String aiProperties)
      throws Exception {
    postgres.execute("TRUNCATE charges, cost_totals, cost_aggregates, showback");
    FailTwice.begin();
    Map<String, BigDecimal> topic = new TreeMap<>();
    LatestTotals latest = new LatestTotals();
    CollectedTopics told = run(parallelism, backend, corrections, aiProperties);
    told.records(FinopsTopics.COST_TOTALS).forEach(latest::add);
    Map<String, BigDecimal> details = new TreeMap<>();
    for (ChargeRow row : told.records(FinopsTopics.CHARGES)) {
      add(row, topic);
      String text = String.valueOf(row.columns().get("SkuPriceDetails"));
      details.put(text, BigDecimal.ZERO);
      details.merge(text + " rows", BigDecimal.ONE, BigDecimal::add);
    }
    assertEquals(FailTwice.FAILURES, FailTwice.failed());
    assertTrue(
        topic.keySet().stream().anyMatch(key -> key.endsWith(" correction")), topic::toString);

    assertEquals(
        aiProperties.equals("true"),
        details.keySet().stream().anyMatch(text -> text.contains("\"ModelId\"")));

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

      String texts = "SELECT coalesce(SkuPriceDetails, 'null'), 0, count(*) FROM ";
      assertEquals(details, sums(database, texts + "charges" + by));
      assertEquals(details, sums(duck, texts + parquet + by));

      Map<String, BigDecimal> known = ofTotals(WORLD.expected().totals(), false);
      Map<String, BigDecimal> corrected = ofTotals(WORLD.expected().totals(), true);
      String key = "SELECT tenant || ' ' || value || ' ' || day, ";
      String models = ", 0 FROM cost_totals WHERE view = 'model' AND charges <> 0 ORDER BY 1";
      assertEquals(known, sums(database, key + "as_known" + models));
      assertEquals(corrected, sums(database, key + "as_corrected" + models));
      assertEquals(corrected, ofTotals(latest.totals(), true));
      assertEquals(
          SumLines.of(
              WORLD.expected().charges(), OutcomeWorld.latest(OutcomeWorld.read(OUTCOMES)), folder),
          LatestSums.of(
              json(
                  database,
                  "SELECT to_jsonb(t) FROM cost_aggregates t WHERE charges <> 0"
                      + " OR outcomes IS NOT NULL"
                      + " UNION ALL SELECT to_jsonb(t) FROM showback t")));
      BigDecimal all = corrected.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
      assertEquals(plain(all), sums(duck, "SELECT 'all', " + whole + parquet).get("all"));
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
