// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.signalbox.analytics.finops.ExchangeRates;
import io.signalbox.analytics.finops.Refusal;
import io.signalbox.analytics.finops.UsageTime;
import io.signalbox.analytics.finops.focus.Claims;
import io.signalbox.analytics.finops.focus.FocusCheck;
import io.signalbox.analytics.finops.focus.FocusRule;
import io.signalbox.analytics.finops.focus.Verdict;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All kinds of rows, in all ways to write them, against the official model of FOCUS 1.2. */
class FocusConformanceTest {
  @TempDir Path folder;

  private static Path model() {
    String data = System.getenv().getOrDefault("SIGNALBOX_DATA", "../shared/data");
    Path root = Path.of(System.getProperty("signalbox.root", "."));
    Path model = root.resolve(data).resolve("focus/focus_requirements_model-1.2.json").normalize();
    assumeTrue(Files.exists(model), "no model at " + model);
    return model;
  }

  private static ChargedWorld world() throws Refusal {
    ExchangeRates rates = new ExchangeRates();
    rates.add("EUR", UsageTime.parse("2025-01-01T00:00:00Z"), new BigDecimal("1.08"));
    rates.add("octokens", UsageTime.parse("2025-01-01T00:00:00Z"), new BigDecimal("0.5"));
    ChargedWorld world = new ChargedWorld(rates);
    String model =
        "'timestamp':'2025-10-08T10:00:00Z','gen_ai.request.model':'" + ChargedWorld.CLAUDE + "',";
    String tokens =
        "'gen_ai.usage.input_tokens':90000,'gen_ai.usage.cache_read.input_tokens':50000,"
            + "'gen_ai.usage.cache_creation.input_tokens':20000,'gen_ai.usage.output_tokens':77";
    world.price(
        ChargedWorld.CLAUDE,
        "input_cost_per_token",
        "0.000003",
        "2025-10-01T00:00:00Z",
        "2025-10-01T00:00:00Z");
    world.price(
        ChargedWorld.CLAUDE,
        "input_cost_per_token",
        "0.00003",
        "2025-10-05T00:00:00Z",
        "2025-10-05T00:00:00Z");
    String[] lines = {
      "{" + model + "'gen_ai.response.id':'a','tenant':'t','team':'x'," + tokens + "}",
      "{" + model + "'gen_ai.response.id':'b'," + tokens + ",'cost':0.5}",
      "{" + model + "'gen_ai.response.id':'c'," + tokens + ",'cost':0.4,'cost_currency':'EUR'}",
      "{" + model + "'gen_ai.response.id':'d','cost':3,'cost_currency':'octokens'}",
      "{'timestamp':'2025-10-08T10:00:00Z','resource':'reader','unit':'credits','quantity':245}",
      "{'timestamp':'2025-10-08T10:00:00Z','resource':'h100','quantity':2,'seconds':60}",
      "{" + model + "'gen_ai.response.id':'a','revision':2,'tenant':'t'," + tokens + "}",
      "{" + model + "'gen_ai.response.id':'a','revision':3,'tenant':'t'," + tokens + "8}"
    };
    for (String line : lines) {
      world.use(line.replace('\'', '"'), "2025-10-08T10:00:00Z");
    }
    world.price(
        ChargedWorld.CLAUDE,
        "input_cost_per_token",
        "0.0000033",
        "2025-10-12T00:00:00Z",
        "2025-10-12T00:00:00Z");
    world.price(
        ChargedWorld.CLAUDE,
        "input_cost_per_token",
        "0.0000027",
        "2025-10-11T00:00:00Z",
        "2025-11-12T00:00:00Z");
    return world;
  }

  @Test
  void noRowBreaksWhatMustBe() throws IOException, Refusal {
    List<FocusRule> rules = FocusModelJson.read(model());
    ChargedWorld world = world();
    for (CorrectionStyle style : CorrectionStyle.values()) {
      for (boolean aiProperties : new boolean[] {false, true}) {
        Path file = folder.resolve(style + "-" + aiProperties + ".csv");
        try (FocusCsv csv = FocusCsv.create(file)) {
          for (FocusRow row : world.rows(style, aiProperties)) {
            csv.write(row);
          }
        }
        assertEquals(aiProperties, Files.readString(file).contains("ModelDeveloper"));
        assertEquals(List.of(), failures(rules, file));
      }
    }
  }

  private static List<String> failures(List<FocusRule> rules, Path file) throws IOException {
    try (CsvRecords csv = CsvRecords.open(file)) {
      List<String> header = Objects.requireNonNull(csv.next());
      Set<String> shown = Claims.shown(rules, header);
      FocusCheck check = new FocusCheck(rules, header, shown);
      List<String> row;
      while ((row = csv.next()) != null) {
        check.row(row, csv.line());
      }
      List<Verdict> verdicts = check.verdicts();
      assertTrue(
          verdicts.stream().filter(one -> one.outcome() == Verdict.Outcome.PASSED).count() > 200);
      return verdicts.stream()
          .filter(one -> one.outcome() == Verdict.Outcome.FAILED && one.rule().hard())
          .map(one -> one.rule().id() + " " + one.first() + " " + one.reason())
          .toList();
    }
  }
}
