// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.finops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.schemas.finops.BillingAccount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
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

  @TempDir Path folder;

  private CostReport run(List<String> usages, String out, boolean history) throws IOException {
    Path usage = folder.resolve(out + ".jsonl");
    Files.write(usage, usages);
    Path prices = folder.resolve("prices.json");
    Files.writeString(
        prices,
        "{\"m\":{\"litellm_provider\":\"p\",\"output_cost_per_token\":1.5e-05,"
            + "\"input_cost_per_token\":1}}");
    Path changes = folder.resolve("history.csv");
    Files.writeString(changes, HISTORY);
    CostInputs inputs = new CostInputs(usage, prices, history ? changes : null, null, null);
    return new CostRun(inputs, folder.resolve(out), new BillingAccount("a", "a")).run();
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
      for (String file : List.of("totals.json", "charges.csv", "corrections.jsonl")) {
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
  void whatAHistoryNamesHasNoOtherPrice() throws IOException {
    String early = usage(1, 8, 1, 5).replace("2025-10", "2025-09");
    assertEquals(1, run(List.of(early), "with", true).counted("usages refused"));
    assertTrue(Files.readString(folder.resolve("with/refused.jsonl")).contains("no price known"));
    assertEquals(1, run(List.of(early), "without", false).counted("usages charged"));
  }
}
