// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CostCommandTest {
  private static final String HISTORY =
      """
      effective_at,commit,model,field,old,new,kind
      2025-09-29T21:07:05+00:00,a,gpt-4o-2024-08-06,input_cost_per_token,,3e-06,add
      2025-10-07T04:09:08+00:00,b,gpt-4o-2024-08-06,input_cost_per_token,3e-06,3.3e-05,change
      2025-10-12T00:34:56+00:00,c,gpt-4o-2024-08-06,input_cost_per_token,3.3e-05,2.7e-06,change
      """;

  @TempDir private Path folder;
  private final StringWriter err = new StringWriter();

  private int run(String out, String... more) throws IOException {
    Path usage = folder.resolve("usage.jsonl");
    Files.writeString(
        usage,
        "{\"timestamp\":\"2025-10-08T10:00:00Z\",\"gen_ai.request.model\":\"gpt-4o-2024-08-06\","
            + "\"gen_ai.response.id\":\"r\",\"gen_ai.usage.input_tokens\":1000}\n");
    Path prices = Files.writeString(folder.resolve("prices.json"), "{}");
    Path history = Files.writeString(folder.resolve("history.csv"), HISTORY);
    CommandLine line = new CommandLine(new Signalbox()).setCaseInsensitiveEnumValuesAllowed(true);
    line.setOut(new PrintWriter(new StringWriter(), true));
    line.setErr(new PrintWriter(err, true));
    String[] needed = {
      "cost",
      "--usage",
      usage.toString(),
      "--prices",
      prices.toString(),
      "--price-history",
      history.toString(),
      "--out",
      folder.resolve(out).toString()
    };
    String[] all = new String[needed.length + more.length];
    System.arraycopy(needed, 0, all, 0, needed.length);
    System.arraycopy(more, 0, all, needed.length, more.length);
    return line.execute(all);
  }

  @Test
  void optionsSayHowRowsAreWritten() throws IOException {
    assertEquals(0, run("plain"), err::toString);
    assertEquals(0, run("other", "--corrections", "delta", "--ai-properties"), err::toString);
    String plain = Files.readString(folder.resolve("plain/charges.csv"));
    String other = Files.readString(folder.resolve("other/charges.csv"));
    assertEquals(4, plain.lines().count()); // the header, a row, and two of the correction
    assertEquals(3, other.lines().count());
    assertFalse(plain.contains("ModelDeveloper"));
    assertTrue(other.contains("\"\"ModelFamily\"\":\"\"GPT-4o\"\""), other);
    assertTrue(other.lines().toList().get(2).startsWith("-0.0003,"), other);
  }

  @Test
  void outcomesAreToldInSumsAndOnThePage() throws IOException {
    String outcome =
        "{\"timestamp\":\"2025-10-08T11:00:00Z\",\"id\":\"o\",\"outcome\":\"ticket.resolved\"}\n";
    Path outcomes = Files.writeString(folder.resolve("outcomes.jsonl"), outcome);
    assertEquals(0, run("out", "--outcomes", outcomes.toString()), err::toString);
    String sums = Files.readString(folder.resolve("out/aggregates.jsonl"));
    assertTrue(sums.contains("\"count\":1,\"cost_each\":\"0.0027\""), sums);
    assertTrue(sums.contains("\"in_doubt\":\"0.03\""), sums);
    String page = Files.readString(folder.resolve("out/costs.html"));
    assertTrue(page.contains("What outcomes cost") && page.contains("0.0027 USD"), page);
  }

  @Test
  void anotherStyleIsRefusedByName() throws IOException {
    assertEquals(2, run("none", "--corrections", "both"));
    assertTrue(err.toString().contains("--corrections"), err::toString);
    assertFalse(Files.exists(folder.resolve("none")));
  }
}
