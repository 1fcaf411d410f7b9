// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.finops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.signalbox.jobs.EmbeddedFlink.Backend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The run checks the ledgers itself, against prices that are read by other code. */
class RepricingRunTest {
  private static final String HISTORY =
      """
      effective_at,model,field,old,new,kind
      2025-09-29T21:07:05+00:00,m,input_cost_per_token,,3e-06,add
      2025-09-29T21:07:05+00:00,m,cache_read_input_token_cost,,3e-07,add
      2025-09-29T21:07:05+00:00,m,output_cost_per_token,,1.5e-05,add
      2025-10-07T04:09:08+00:00,m,input_cost_per_token,3e-06,3.3e-05,change
      2025-10-07T04:09:08+00:00,m,output_cost_per_token,1.5e-05,1.65e-05,change
      2025-10-12T00:34:56+00:00,m,input_cost_per_token,3.3e-05,3.3e-06,change
      """;

  @TempDir Path folder;

  private RepricingSpec spec(String mendedAt) throws IOException {
    Path history = Files.writeString(folder.resolve("history.csv"), HISTORY);
    return new RepricingSpec(
        Backend.HASHMAP,
        history.toString(),
        "m",
        "2025-10-07T04:09:08Z",
        mendedAt,
        2000,
        2,
        200,
        64);
  }

  @Test
  @Timeout(120)
  void eachChargeIsTakenBackAndChargedAnewOnce() throws Exception {
    RepricingResult result = RepricingRun.of(spec("2025-10-12T00:34:56Z"));
    assertEquals(2000, result.charges());
    assertEquals(1, result.tellings());
    assertEquals(4000, result.postings());
    assertEquals(4000, result.rows());
  }

  @Test
  void aTimeAtWhichNothingIsToldIsRefused() throws Exception {
    RepricingSpec spec = spec("2025-10-12T00:34:57Z");
    assertThrows(IOException.class, () -> RepricingRun.of(spec));
  }
}
