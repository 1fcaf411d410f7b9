// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.finops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.signalbox.schemas.finops.BillingAccount;
import io.signalbox.schemas.finops.CsvRecords;
import io.signalbox.schemas.finops.FocusBill;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an analyst asks of the Parquet of charges in SQL has the digits of the other files. */
class DuckDbReadsChargesTest {
  private static final String PRICES =
      "{\"m\":{\"litellm_provider\":\"p\",\"output_cost_per_token\":1.5e-05,"
          + "\"input_cost_per_token\":0.00000299999000000000002},"
          + "\"n\":{\"litellm_provider\":\"q\",\"output_cost_per_token\":7e-08,"
          + "\"input_cost_per_token\":1e-09}}";
  private static final String HISTORY =
      """
      effective_at,commit,model,field,old,new,kind
      2025-09-29T21:07:05+00:00,a,m,output_cost_per_token,,3e-06,add
      2025-10-07T04:09:08+00:00,b,m,output_cost_per_token,3e-06,3.3e-05,change
      2025-10-12T00:34:56+00:00,c,m,output_cost_per_token,3.3e-05,3.3e-06,change
      """;

  @TempDir Path folder;

  @Test
  void sumsOfParquetAndCsvAndTotalsAgreeToTheLastDigit() throws IOException, SQLException {
    Path out = run();
    String parquet = "read_parquet('" + out + "/charges/*/*/*.parquet', hive_partitioning = true)";
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement sql = duck.createStatement()) {
      sql.execute("set TimeZone = 'UTC'"); // days are those of UTC wherever this runs
      String day = "strftime(ChargePeriodStart, '%Y-%m-%d')";
      String model = "regexp_extract(SkuId, '^([^:]+):', 1)";
      String select = "select SubAccountId || ' ' || " + model + " || ' ' || " + day + ", ";
      String by = " from " + parquet + " where x_Ledger = 'as_known' group by 1";
      assertEquals(totals(out, "as_known"), rows(sql, select + "sum(BilledCost)" + by));
      assertEquals(
          totals(out, "as_corrected"),
          rows(sql, select + "sum(EffectiveCost) from " + parquet + " group by 1"));
      Map<String, BigDecimal> whole = rows(sql, "select 'all', sum(BilledCost) from " + parquet);
      assertEquals(csv(out), whole.get("all"));
      assertEquals(
          rows(sql, "select billing_day || provider, count(*) from " + parquet + " group by 1"),
          rows(
              sql,
              "select strftime(ChargePeriodStart, '%Y-%m-%d') || ProviderName, count(*) from "
                  + parquet
                  + " group by 1"));
    }
  }

  private Path run() throws IOException {
    Random random = new Random(5);
    List<String> usages = new ArrayList<>();
    for (int id = 0; id < 2000; id++) {
      usages.add(
          String.format(
              "{\"timestamp\":\"2025-10-%02dT%02d:59:59.999Z\",\"tenant\":\"t%d\","
                  + "\"gen_ai.request.model\":\"%s\",\"gen_ai.response.id\":\"r%d\","
                  + "\"gen_ai.usage.input_tokens\":%d,\"gen_ai.usage.output_tokens\":%d}",
              1 + random.nextInt(20),
              random.nextInt(24),
              random.nextInt(4),
              random.nextBoolean() ? "m" : "n",
              id,
              random.nextInt(100_000),
              random.nextInt(9000)));
    }
    Path usage = Files.write(folder.resolve("usage.jsonl"), usages);
    Path prices = Files.writeString(folder.resolve("prices.json"), PRICES);
    Path history = Files.writeString(folder.resolve("history.csv"), HISTORY);
    CostInputs inputs = new CostInputs(usage, prices, history, null, null, null, null);
    Path out = folder.resolve("out");
    CostReport report =
        new CostRun(inputs, out, FocusBill.plain(new BillingAccount("a", "a"))).run();
    assertTrue(report.counted("charges corrected") > 100);
    return out;
  }

  private static Map<String, BigDecimal> rows(Statement sql, String query) throws SQLException {
    Map<String, BigDecimal> rows = new TreeMap<>();
    try (ResultSet found = sql.executeQuery(query)) {
      while (found.next()) {
        rows.put(found.getString(1), plain(found.getBigDecimal(2)));
      }
    }
    return rows;
  }

  private static Map<String, BigDecimal> totals(Path out, String ledger) throws IOException {
    Map<String, BigDecimal> totals = new TreeMap<>();
    for (JsonNode one : new ObjectMapper().readTree(Files.readString(out.resolve("totals.json")))) {
      if (one.path("ledger").asText().equals(ledger)) {
        totals.put(
            one.path("tenant").asText()
                + " "
                + one.path("model").asText()
                + " "
                + one.path("day").asText(),
            plain(new BigDecimal(one.path("cost").asText())));
      }
    }
    return totals;
  }

  private static BigDecimal csv(Path out) throws IOException {
    try (CsvRecords in = CsvRecords.open(out.resolve("charges.csv"))) {
      List<String> head = in.next();
      BigDecimal sum = BigDecimal.ZERO;
      if (head != null) {
        int cost = head.indexOf("BilledCost");
        for (List<String> row = in.next(); row != null; row = in.next()) {
          sum = sum.add(new BigDecimal(row.get(cost)));
        }
      }
      return plain(sum);
    }
  }

  private static BigDecimal plain(BigDecimal amount) {
    return amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
  }
}
