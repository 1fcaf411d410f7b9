// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.finops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

class CostPageTest {
  private static final String SUM =
      "{\"window\":\"%s\",\"start_at\":\"2025-10-0%dT00:00:00Z\",\"dimension\":\"%s\",\"value\":\"%s\","
          + "\"as_known\":\"1\",\"as_corrected\":\"%s\",\"requests\":7}";

  private static final String OUTCOMES =
      ",\"outcomes\":[{\"outcome\":\"resolved<b>\",\"count\":12,\"cost_each\":\"0.833333333333\"}]}";

  @TempDir Path folder;

  private void write(String file, List<String> lines) throws IOException {
    Files.write(folder.resolve(file), lines);
  }

  private void ofTheCommand() throws IOException {
    write(
        "aggregates.jsonl",
        List.of(
            SUM.formatted("day", 1, "all", "ALL", "10"),
            SUM.formatted("day", 1, "model", "gpt<b>", "7.5"),
            SUM.formatted("day", 1, "model", "claude", "2.5"),
            SUM.formatted("hour", 1, "model", "gpt<b>", "7.5"),
            SUM.formatted("hour", 1, "model", "claude", "2.5"),
            SUM.formatted("hour", 1, "tenant", "acme", "10"),
            SUM.formatted("hour", 2, "tenant", "none<b>", "0").replace(":7}", ":0" + OUTCOMES),
            SUM.formatted("month", 1, "all", "ALL", "10").replace("}", OUTCOMES),
            SUM.formatted("month", 1, "team", "a", "10").replace("}", OUTCOMES)));
    write(
        "budgets.jsonl",
        List.of(
            "{\"budget\":\"b\",\"start_at\":\"2025-10-01T00:00:00Z\",\"end_at\":"
                + "\"2025-11-01T00:00:00Z\",\"amount\":\"40\",\"as_corrected\":\"10\",\"forecast\":"
                + "{\"expected\":\"30\",\"lower\":\"20\",\"upper\":\"50\"}}"));
    write(
        "anomalies.jsonl",
        List.of(
            "{\"dimension\":\"model\",\"value\":\"gpt<b>\",\"metric\":\"cost\",\"direction\":\"up\","
                + "\"driver\":\"output_length\",\"from_at\":\"2025-10-01T03:00:00Z\",\"to_at\":"
                + "\"2025-10-01T04:00:00Z\",\"cost\":\"5\",\"expected\":\"0.00123456\"}"));
  }

  @Test
  void thePageSaysWhatWasSpentHowBudgetsStandAndWhatWasUnusual() throws Exception {
    ofTheCommand();
    String html = CostPage.render(CostFiles.read(folder));
    assertTrue(html.contains("10.00 USD as prices turned out, for 7 calls"), html);
    assertTrue(html.contains("By model and hour"));
    assertFalse(html.contains("By tenant"), "one value tells nothing");
    assertTrue(html.contains("25 %"));
    assertTrue(html.contains("0.8333 USD"), html);
    assertEquals(2, html.split("resolved&lt;").length, "of all, and not of teams");
    assertTrue(html.contains("30.00 USD, 20.00 USD to 50.00 USD"));
    assertTrue(html.contains("0.001235 USD"));
    assertTrue(html.contains("output length"));
    assertFalse(html.contains("<b>"));
    assertFalse(html.contains(" style=\""));
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(
            new InputSource(
                new StringReader(
                    html.replaceFirst("<!DOCTYPE html>", "").replaceAll("(<meta[^>]*)>", "$1/>"))));
  }

  @Test
  void barsAreAsHighAsTheirCosts() throws Exception {
    ofTheCommand();
    Matcher bars =
        Pattern.compile("<rect class=\"part c(\\d)\"[^>]* height=\"([0-9.]+)\"")
            .matcher(CostPage.render(CostFiles.read(folder)));
    assertTrue(bars.find());
    assertEquals("0 165.0", bars.group(1) + " " + bars.group(2));
    assertTrue(bars.find());
    assertEquals("1 55.0", bars.group(1) + " " + bars.group(2));
    assertFalse(bars.find());
  }

  @Test
  void whereNothingWasChargedThereIsNothingToSay() throws Exception {
    assertFalse(CostPage.render(CostFiles.read(folder)).contains("Costs"));
  }
}
