// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.finops;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.finops.CostSum;
import io.signalbox.analytics.finops.CostView;
import io.signalbox.analytics.finops.ExchangeRates;
import io.signalbox.analytics.finops.Meter;
import io.signalbox.analytics.finops.PriceTelling;
import io.signalbox.analytics.finops.Totals;
import io.signalbox.analytics.signals.GenAiEvent;
import io.signalbox.jobs.EmbeddedFlink;
import io.signalbox.jobs.options.JobOptions;
import io.signalbox.jobs.topics.FileOutputs;
import io.signalbox.jobs.topics.Incoming;
import io.signalbox.schemas.finops.BudgetAlert;
import io.signalbox.schemas.finops.ChargeRow;
import io.signalbox.schemas.finops.LatestSums;
import io.signalbox.schemas.finops.LatestTotals;
import io.signalbox.schemas.finops.NetRows;
import io.signalbox.schemas.finops.RefusedUsage;
import io.signalbox.schemas.finops.TotalsJson;
import io.signalbox.schemas.finops.UsageBatch;
import io.signalbox.schemas.finops.UsageBatchType;
import io.signalbox.schemas.finops.UsageLines;
import io.signalbox.schemas.json.RecordJson;
import io.signalbox.schemas.topics.FinopsTopics;
import io.signalbox.schemas.topics.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.connector.datagen.source.GeneratorFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole job on an embedded Flink against the arithmetic alone. */
@Timeout(240)
class FinopsTopologyITCase {
  private static final UsageWorld WORLD = new UsageWorld(3000, 1);
  private static final UsageWorld.Expected EXPECTED = WORLD.expected();
  private static final List<String> OUTCOMES = OutcomeWorld.lines(400, 7);

  private static final long WRITTEN = UsageWorld.START + Duration.ofDays(5).toMillis();

  @TempDir Path folder;

  private Path run(
      List<String> lines, List<String> outcomes, int parallelism, EmbeddedFlink.Backend backend)
      throws Exception {
    Path out = folder.resolve("out");
    Path catalogue = Files.writeString(folder.resolve("prices.json"), UsageWorld.catalogueJson());
    Path budgets = Files.writeString(folder.resolve("budgets.yaml"), BudgetWorld.YAML);
    Path policy = Files.writeString(folder.resolve("policy.yaml"), AdviceWorld.YAML);
    StreamExecutionEnvironment environment =
        EmbeddedFlink.environment(
            parallelism, backend, folder.resolve("checkpoints"), Duration.ofMillis(200));
    GeneratorFunction<Long, UsageBatch> read =
        index -> {
          UsageLines reader = new UsageLines(new ExchangeRates());
          byte[] line = lines.get(index.intValue()).getBytes(UTF_8);
          return reader.read("file", index, line, Long.MAX_VALUE);
        };
    DataStream<UsageBatch> usages =
        environment
            .fromSource(
                new DataGeneratorSource<>(read, lines.size(), new UsageBatchType()),
                UsageTimes.bounded(Duration.ofSeconds(10)),
                "Usages")
            .uid("usages");
    DataStream<PriceTelling> prices =
        environment
            .fromData(WORLD.tellings(), TypeInformation.of(PriceTelling.class))
            .setParallelism(1)
            .uid("prices");
    List<Incoming> said = new ArrayList<>();
    for (String line : outcomes) {
      said.add(
          new Incoming("business-outcomes", 0, said.size(), WRITTEN, false, line.getBytes(UTF_8)));
    }
    DataStream<Incoming> outcome =
        environment.fromData(said, TypeInformation.of(Incoming.class)).uid("outcomes");
    FileOutputs outputs = new FileOutputs(out, false);
    FinopsTopology.build(
            new FinopsInputs(usages, prices, null, outcome),
            JobOptions.of(
                "--finops.catalogue",
                catalogue.toString(),
                "--finops.budgets",
                budgets.toString(),
                "--finops.policy",
                policy.toString()))
        .writeTo(outputs);
    outputs.begin();
    environment.execute("finops");
    outputs.finish();
    return out;
  }

  private static <T> List<T> records(Path out, Topic<T> topic) throws IOException {
    List<T> all = new ArrayList<>();
    for (String line : Files.readAllLines(out.resolve(topic.name() + ".jsonl"))) {
      all.add(RecordJson.read(line.getBytes(UTF_8), topic.type()));
    }
    return all;
  }

  @ParameterizedTest
  @CsvSource({"1,HASHMAP,0", "2,ROCKSDB,5", "4,HASHMAP,6"})
  void totalsAndNetRowsAreThoseOfTheArithmetic(
      int parallelism, EmbeddedFlink.Backend backend, long seed) throws Exception {
    List<String> lines = seed == 0 ? WORLD.lines() : WORLD.shuffled(seed);
    Path out = run(lines, OUTCOMES, parallelism, backend);

    LatestTotals latest = new LatestTotals();
    records(out, FinopsTopics.COST_TOTALS).forEach(latest::add);
    assertEquals(json(EXPECTED.totals()), json(latest.totals()));

    LatestSums sums = new LatestSums();
    records(out, FinopsTopics.COST_AGGREGATES).forEach(sums::add);
    records(out, FinopsTopics.SHOWBACK).forEach(sums::add);
    assertEquals(
        SumLines.of(EXPECTED.charges(), OutcomeWorld.latest(OutcomeWorld.read(OUTCOMES)), folder),
        sums.lines());
    assertTrue(sums.lines().stream().anyMatch(line -> line.contains("cost_each=0,")));

    QuarantineLines leaps = new QuarantineLines();
    records(out, FinopsTopics.PRICE_QUARANTINE).forEach(leaps::add);
    assertEquals(QuarantineLines.of(WORLD.book()), leaps.lines());
    assertEquals(2, leaps.lines().size());
    assertTrue(sums.lines().stream().anyMatch(line -> line.contains("in_doubt=")));

    long lastDay = UsageWorld.START + Duration.ofDays(3).toMillis(); // the fourth is not over
    assertEquals(
        AdviceWorld.expected(EXPECTED.charges(), lastDay),
        AdviceWorld.told(records(out, FinopsTopics.WORKLOAD_ADVICE)));

    NetRows net = new NetRows();
    records(out, FinopsTopics.CHARGES).forEach(net::add);
    assertEquals(EXPECTED.net(), net.lines());

    List<BudgetAlert> alerts = records(out, FinopsTopics.BUDGET_ALERTS);
    assertEquals(BudgetWorld.expected(EXPECTED.charges()), BudgetWorld.holding(alerts));
    BudgetWorld.expectNothingForeseen(alerts);
    if (seed == 0) { // of days in disorder most are late as soon as a watermark comes between
      BudgetWorld.expectSomeWithinASecond(alerts);
    }

    List<RefusedUsage> refusals = records(out, FinopsTopics.REFUSED_USAGES);
    assertTrue(refusals.removeIf(one -> one.reason().contains("another outcome")));
    assertEquals(EXPECTED.refused(), refused(refusals));
    for (CostView view : CostView.values()) {
      assertEquals(
          texts(latest.byTenant(CostView.MODEL)), texts(latest.byTenant(view)), view.label());
    }
  }

  /** What was refused and not charged after all; each of several that contradict is not told. */
  private static List<String> refused(List<RefusedUsage> all) {
    Map<String, Integer> times = new TreeMap<>();
    for (RefusedUsage one : all) {
      times.merge(one.id() + " " + one.reason(), one.withdrawn() ? -1 : 1, Integer::sum);
    }
    List<String> left = new ArrayList<>();
    times.forEach(
        (what, count) -> {
          if (count > 0) {
            left.add(what);
          }
        });
    return left;
  }

  private static Map<String, String> texts(Map<String, CostSum> sums) {
    Map<String, String> texts = new TreeMap<>();
    sums.forEach(
        (key, sum) ->
            texts.put(
                key,
                TotalsJson.money(sum.asKnown())
                    + " "
                    + TotalsJson.money(sum.asCorrected())
                    + " "
                    + sum.requests()));
    return texts;
  }

  private String json(Totals totals) throws IOException {
    Path file = folder.resolve("totals.json");
    TotalsJson.write(totals, file);
    return Files.readString(file);
  }

  @Test
  void whatCannotBeReadIsRefusedByNameAndStopsNothing() throws Exception {
    List<String> lines = new ArrayList<>(WORLD.lines().subList(0, 50));
    lines.add("{\"timestamp\":\"2025-10-02T00:00:00Z\",\"gen_ai.request.model\":\"gpt\",");
    lines.add(hostile("-5"));
    lines.add(hostile("NaN"));
    lines.add(hostile("1e30"));
    List<String> outcomes =
        List.of("{\"outcome\":\"a\"}", "", "{\"id\":\"o\",\"timestamp\":1,\"outcome\":\"a\"}");
    Path out = run(lines, outcomes, 2, EmbeddedFlink.Backend.HASHMAP);

    List<String> reasons =
        records(out, FinopsTopics.REFUSED_USAGES).stream()
            .map(RefusedUsage::reason)
            .sorted()
            .toList();
    assertTrue(reasons.contains("gen_ai.usage.input_tokens is negative: -5"), reasons::toString);
    assertTrue(reasons.contains("timestamp is missing"), reasons::toString);
    assertTrue(reasons.contains("timestamp out of range 2015 to 2059: 1"), reasons::toString);
    assertTrue(reasons.contains("gen_ai.usage.input_tokens is no number: NaN"), reasons::toString);
    assertTrue(
        reasons.contains("gen_ai.usage.input_tokens is too large: 1E+30"), reasons::toString);
    assertEquals(1, reasons.stream().filter(one -> one.startsWith("no JSON object")).count());
    long charged =
        records(out, FinopsTopics.CHARGES).stream().map(ChargeRow::id).distinct().count();
    assertTrue(charged > 20, "charged " + charged); // others had no price in the first hour
  }

  /** Two of four services by their metrics, two by their spans: each call is charged once. */
  @ParameterizedTest
  @CsvSource({"1,HASHMAP", "3,ROCKSDB"})
  void eachServiceIsChargedByOneOfItsTelemetries(int parallelism, EmbeddedFlink.Backend backend)
      throws Exception {
    TokenWorld world = new TokenWorld(11, 40);
    Path catalogue = Files.writeString(folder.resolve("prices.json"), UsageWorld.catalogueJson());
    Path out = folder.resolve("metered");
    JobOptions options =
        JobOptions.of(
            "--finops.catalogue", catalogue.toString(), "--finops.token-metrics", "bot,desk");
    StreamExecutionEnvironment environment =
        EmbeddedFlink.environment(
            parallelism, backend, folder.resolve("checkpoints"), Duration.ofMillis(200));
    DataStream<GenAiEvent> events =
        environment
            .fromData(world.events, TypeInformation.of(GenAiEvent.class))
            .setParallelism(1)
            .uid("events")
            .assignTimestampsAndWatermarks(
                WatermarkStrategy.<GenAiEvent>forBoundedOutOfOrderness(Duration.ofDays(1))
                    .withTimestampAssigner((event, none) -> event.at().toEpochMilli()))
            .uid("times");
    DataStream<UsageBatch> none =
        environment
            .fromData(WORLD.lines().subList(0, 1), TypeInformation.of(String.class))
            .uid("nothing")
            .flatMap((String line, Collector<UsageBatch> to) -> {})
            .returns(new UsageBatchType())
            .uid("no-usages");
    FileOutputs outputs = new FileOutputs(out, false);
    FinopsTopology.build(
            new FinopsInputs(FinopsInputs.withModels(none, events, options), null, null), options)
        .writeTo(outputs);
    outputs.begin();
    environment.execute("finops");
    outputs.finish();

    LatestTotals latest = new LatestTotals();
    records(out, FinopsTopics.COST_TOTALS).forEach(latest::add);
    Map<String, CostSum> totals = latest.byTenant(CostView.MODEL);
    assertEquals(world.used.size(), totals.size(), totals::toString);
    world.used.forEach(
        (service, all) -> {
          CostSum sum = Objects.requireNonNull(totals.get(service + "/2025-10-09"));
          assertEquals(all[2], sum.requests(), service);
          assertEquals(all[0], sum.quantity(Meter.UNCACHED_IN).longValueExact(), service);
          assertEquals(all[1], sum.quantity(Meter.OUT_TEXT).longValueExact(), service);
        });
    assertEquals(List.of(), records(out, FinopsTopics.REFUSED_USAGES));
    assertEquals(
        Set.of("bot", "desk"),
        records(out, FinopsTopics.CHARGES).stream()
            .filter(row -> ("" + row.id()).startsWith("tokens/"))
            .map(row -> "" + row.columns().get("SubAccountId"))
            .collect(Collectors.toSet()));
  }

  private static String hostile(String tokens) {
    return "{\"timestamp\":\"2025-10-02T00:00:00Z\",\"gen_ai.request.model\":\"gpt\","
        + "\"gen_ai.response.id\":\"h\",\"gen_ai.usage.input_tokens\":"
        + tokens
        + "}";
  }
}
