// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.finops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.signalbox.schemas.finops.BillingAccount;
import io.signalbox.schemas.finops.CorrectionStyle;
import io.signalbox.schemas.finops.FocusBill;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CostRunTest {
  private static final String HISTORY =
      """
      effective_at,commit,model,field,old,new,kind
      2025-09-29T21:07:05+00:00,a,m,input_cost_per_token,,3e-06,add
      2025-10-07T04:09:08+00:00,b,m,input_cost_per_token,3e-06,3.3e-05,change
      2025-10-12T00:34:56+00:00,c,m,input_cost_per_token,3.3e-05,3.3e-06,change
      """;

  private static final String BUDGETS =
      """
      apiVersion: signalbox/v1
      kind: Budgets
      budgets:
        - name: all
          amount: 1
          children:
            - {name: one, scope: {tenant: t1}, amount: 0.3}
        - {name: daily, window: day, amount: 0.04}
      """;
  private static final String POLICY =
      """
      apiVersion: signalbox/v1
      kind: SovereigntyPolicy
      hosting: {usd_per_replica_hour: 2, input_tokens_per_second: 900, output_tokens_per_second: 90}
      evidence: {days: 5, requests: 20}
      change: {windows: 2}
      """;

  @TempDir Path folder;

  private CostReport run(List<String> usages, String out, boolean history) throws IOException {
    return run(usages, out, history, FocusBill.plain(new BillingAccount("a", "a")));
  }

  private CostReport run(List<String> usages, String out, boolean history, FocusBill bill)
      throws IOException {
    Path usage = folder.resolve(out + ".jsonl");
    Files.write(usage, usages);
    Path prices = folder.resolve("prices.json");
    Files.writeString(
        prices,
        "{\"m\":{\"litellm_provider\":\"p\",\"output_cost_per_token\":1.5e-05,"
            + "\"input_cost_per_token\":1}}");
    Path changes = folder.resolve("history.csv");
    Files.writeString(changes, HISTORY);
    Path budgets = Files.writeString(folder.resolve("budgets.yaml"), BUDGETS);
    Path policy = Files.writeString(folder.resolve("policy.yaml"), POLICY);
    CostInputs inputs =
        new CostInputs(usage, prices, history ? changes : null, null, null, budgets, policy);
    return new CostRun(inputs, folder.resolve(out), bill).run();
  }

  private static String usage(int id, int day, int revision, long in) {
    return String.format(
        "{\"timestamp\":\"2025-10-%02dT10:00:00Z\",\"tenant\":\"t%d\",\"gen_ai.request.model\":\"m\","
            + "\"gen_ai.response.id\":\"r%d\",\"revision\":%d,\"gen_ai.usage.input_tokens\":%d,"
            + "\"gen_ai.usage.output_tokens\":10}",
        day, id % 3, id, revision, in);
  }

  private static List<String> usages() {
    List<String> all = new ArrayList<>();
    for (int id = 0; id < 200; id++) {
      all.add(usage(id, 1 + id % 20, 1, 1000 + id));
      if (id % 10 == 0) {
        all.add(usage(id, 1 + id % 20, 1, 1000 + id));
      }
      if (id % 17 == 0) {
        all.add(usage(id, 1 + id % 20, 2, 2000 + id));
      }
      if (id % 50 == 0) {
        all.add(usage(id, 1 + id % 20, 1, 3000 + id)); // contradicts
      }
    }
    all.add("no usage");
    return all;
  }

  @Test
  void theOrderOfTheRowsChangesNoByte() throws IOException {
    List<String> usages = usages();
    run(usages, "first", true);
    for (int seed = 0; seed < 3; seed++) {
      Collections.shuffle(usages, new Random(seed));
      run(usages, "again", true);
      for (String file :
          List.of(
              "totals.json",
              "charges.csv",
              "corrections.jsonl",
              "aggregates.jsonl",
              "showback.jsonl",
              "anomalies.jsonl",
              "budgets.jsonl",
              "sovereignty.jsonl")) {
        assertEquals(
            Files.readString(folder.resolve("first").resolve(file)),
            Files.readString(folder.resolve("again").resolve(file)),
            file);
      }
      assertEquals(parquet("first"), parquet("again"));
    }
  }

  private List<String> parquet(String out) throws IOException {
    Path root = folder.resolve(out).resolve("charges");
    List<String> files = new ArrayList<>();
    try (Stream<Path> all = Files.walk(root)) {
      for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
        files.add(
            root.relativize(file) + " " + java.util.Arrays.hashCode(Files.readAllBytes(file)));
      }
    }
    assertTrue(files.get(0).startsWith("billing_day=2025-10-01/provider=p/"), files.get(0));
    return files;
  }

  @Test
  void aTypoIsNotUsedAndItsCorrectionIsTheDifference() throws IOException {
    run(List.of(usage(1, 8, 1, 1_000_000), usage(2, 13, 1, 1_000_000)), "out", true);
    String totals = Files.readString(folder.resolve("out/totals.json"));
    assertTrue(
        totals.contains(
            "{\"ledger\":\"as_known\",\"tenant\":\"t1\",\"model\":\"m\",\"day\":"
                + "\"2025-10-08\",\"cost\":\"3.00015\""),
        totals);
    assertTrue(
        totals.contains(
            "{\"ledger\":\"as_corrected\",\"tenant\":\"t1\",\"model\":\"m\",\"day\":"
                + "\"2025-10-08\",\"cost\":\"3.30015\""),
        totals);
    List<String> corrections = Files.readAllLines(folder.resolve("out/corrections.jsonl"));
    assertEquals(1, corrections.size());
    assertTrue(corrections.get(0).contains("\"delta\":\"0.3\""), corrections.get(0));
  }

  @Test
  void optionsChangeTheRowsAndNoSum() throws IOException {
    run(usages(), "plain", true);
    BillingAccount account = new BillingAccount("a", "a");
    run(usages(), "other", true, new FocusBill(account, CorrectionStyle.DELTA, true));
    String plain = Files.readString(folder.resolve("plain/charges.csv"));
    String other = Files.readString(folder.resolve("other/charges.csv"));
    assertFalse(plain.contains("ModelId") || plain.contains("Adjustment"));
    assertTrue(other.contains("\"\"ModelId\"\":\"\"m\"\"") && other.contains(",Adjustment,"));
    assertTrue(other.lines().count() < plain.lines().count());
    assertEquals(
        Files.readString(folder.resolve("plain/totals.json")),
        Files.readString(folder.resolve("other/totals.json")));
    assertEquals(0, billed(plain).compareTo(billed(other)));
  }

  private static BigDecimal billed(String csv) {
    return csv.lines()
        .skip(1)
        .map(line -> new BigDecimal(line.substring(0, line.indexOf(','))))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  @Test
  void budgetsSumToTheirParentsAndTheLastNoticeOfAThresholdHolds() throws IOException {
    run(usages(), "out", true);
    Map<String, BigDecimal> spent = new HashMap<>();
    Map<String, String> crossed = new TreeMap<>();
    for (JsonNode one : lines("budgets.jsonl")) {
      if (one.path("end_at").asText().startsWith("2025-11")) {
        spent.merge(one.path("budget").asText(), decimal(one, "as_corrected"), BigDecimal::add);
        spent.put(one.path("budget").asText() + " left", decimal(one, "unallocated"));
      }
      for (JsonNode threshold : one.path("thresholds")) {
        crossed.put(key(one, threshold), threshold.path("by") + " " + threshold.path("spent"));
      }
    }
    BigDecimal parts = spent.getOrDefault("one", BigDecimal.ZERO);
    assertEquals(1, parts.signum());
    parts = parts.add(spent.getOrDefault("all left", BigDecimal.ZERO));
    assertEquals(0, spent.getOrDefault("all", BigDecimal.ZERO).compareTo(parts));
    Map<String, String> told = new TreeMap<>();
    for (JsonNode notice : lines("budget-alerts.jsonl")) {
      String key = key(notice, notice);
      if (notice.path("kind").asText().equals("withdrawn")) {
        told.remove(key);
      } else {
        told.put(key, notice.path("by") + " " + notice.path("spent"));
      }
    }
    assertEquals(crossed, told);
    assertTrue(crossed.size() > 10, crossed::toString);
  }

  private static String key(JsonNode of, JsonNode threshold) {
    return of.path("budget") + " " + of.path("start_at") + " " + threshold.path("percent");
  }

  private static BigDecimal decimal(JsonNode one, String key) {
    return new BigDecimal(one.path(key).asText("0"));
  }

  private List<JsonNode> lines(String file) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("out").resolve(file))) {
      lines.add(new ObjectMapper().readTree(line));
    }
    return lines;
  }

  @Test
  void aFileOfBudgetsWithAFaultIsRefusedBeforeAnythingIsWritten() throws IOException {
    Path bad = Files.writeString(folder.resolve("bad.yaml"), BUDGETS.replace("amount: 1\n", "\n"));
    Path none = Files.writeString(folder.resolve("none"), "{}");
    CostInputs inputs = new CostInputs(none, none, null, null, null, bad, null);
    CostRun run =
        new CostRun(inputs, folder.resolve("no"), FocusBill.plain(new BillingAccount("a", "a")));
    IOException refused = assertThrows(IOException.class, run::run);
    assertTrue(
        String.valueOf(refused.getMessage()).contains("bad.yaml:4:5: a budget has no 'amount'"),
        refused::toString);
  }

  @Test
  void whatAnOutcomeCostIsToldWhereverItCounts() throws IOException {
    Path usage = Files.write(folder.resolve("u.jsonl"), List.of(usage(1, 8, 1, 1_000)));
    Path prices =
        Files.writeString(
            folder.resolve("p.json"),
            "{\"m\":{\"output_cost_per_token\":0.01,\"input_cost_per_token\":0}}");
    String line =
        "{\"timestamp\":\"2025-10-%sT10:30:00Z\",\"id\":\"%s\",\"outcome\":\"ticket.resolved\","
            + "\"tenant\":\"%s\",\"revision\":%d,\"count\":%d}";
    List<String> outcomes =
        new ArrayList<>(
            List.of(
                line.formatted("08", "a", "t1", 1, 1),
                line.formatted("08", "a", "t1", 2, 3),
                line.formatted("08", "b", "t1", 1, 1),
                line.formatted("08", "b", "t1", 2, 0),
                line.formatted("09", "c", "t2", 1, 4),
                line.formatted("09", "c", "t2", 1, 5),
                "nothing"));
    String first = "";
    for (int seed = 0; seed < 3; seed++) {
      Collections.shuffle(outcomes, new Random(seed));
      Path file = Files.write(folder.resolve("o.jsonl"), outcomes);
      CostInputs inputs = new CostInputs(usage, prices, null, null, null, null, null, file);
      CostReport report =
          new CostRun(inputs, folder.resolve("out"), FocusBill.plain(new BillingAccount("a", "a")))
              .run();
      assertEquals(2 + 1, report.counted("outcomes counted"));
      assertEquals(1, report.counted("outcomes refused"));
      assertEquals(1, report.counted("outcomes quarantined"));
      String text = Files.readString(folder.resolve("out/aggregates.jsonl"));
      assertEquals(first.isEmpty() ? text : first, text);
      first = text;
    }
    assertTrue(Files.readString(folder.resolve("out/refused.jsonl")).contains("\"outcome.id\":"));
    Map<String, String> told = new TreeMap<>();
    for (JsonNode one : lines("aggregates.jsonl")) {
      told.put(
          one.path("window").asText() + one.path("dimension").asText() + one.path("value").asText(),
          one.path("as_corrected").asText() + one.path("outcomes"));
    }
    assertEquals(
        "0.1[{\"outcome\":\"ticket.resolved\",\"count\":3,\"cost_each\":\"0.033333333333\"}]",
        told.get("daytenantt1"));
    assertEquals(
        "0.1[{\"outcome\":\"ticket.resolved\",\"count\":8,\"cost_each\":\"0.0125\"}]",
        told.get("monthallALL"));
    assertEquals(
        "0[{\"outcome\":\"ticket.resolved\",\"count\":5,\"cost_each\":\"0\"}]",
        told.get("hourtenantt2"));
    assertEquals(1, lines("showback.jsonl").size());
  }

  @Test
  void whatAHistoryNamesHasNoOtherPrice() throws IOException {
    String early = usage(1, 8, 1, 5).replace("2025-10", "2025-09");
    assertEquals(1, run(List.of(early), "with", true).counted("usages refused"));
    assertTrue(Files.readString(folder.resolve("with/refused.jsonl")).contains("no price known"));
    assertEquals(1, run(List.of(early), "without", false).counted("usages charged"));
  }
}
