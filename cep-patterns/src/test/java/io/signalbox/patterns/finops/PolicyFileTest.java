// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.finops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.finops.sovereignty.ClassRule;
import io.signalbox.analytics.finops.sovereignty.Policy;
import io.signalbox.patterns.reading.Problem;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PolicyFileTest {
  private static final String HEAD = "apiVersion: signalbox/v1\nkind: SovereigntyPolicy\n";
  private static final String HOSTING =
      "hosting: {usd_per_replica_hour: 3, input_tokens_per_second: 9, "
          + "output_tokens_per_second: 2}\n";

  @Test
  void theShippedFileHasNoFault() throws IOException {
    Path file = Path.of("../flink-conf/sovereignty.yaml");
    PolicyFile read = PolicyFile.read("sovereignty.yaml", Files.readString(file));
    assertEquals(List.of(), read.problems());
    Policy policy = read.policy();
    assertNotNull(policy);
    assertEquals(new BigDecimal("25.04"), policy.hosting().usdPerHour());
    ClassRule confidential = policy.classes().get("confidential");
    assertNotNull(confidential);
    assertEquals(Set.of("eu-west-1", "eu-central-1"), confidential.regions());
  }

  @Test
  void machinesAreAllThatMustBeSaid() {
    PolicyFile read = PolicyFile.read("f", HEAD + HOSTING);
    assertEquals(List.of(), read.problems());
    Policy policy = read.policy();
    assertNotNull(policy);
    assertEquals(new BigDecimal("0.2"), policy.margin());
  }

  @Test
  void whatIsWrongIsNamedWithItsLineAndReason() {
    assertTrue(problems("").contains("f:1:1: a policy has no 'hosting'"));
    assertEquals(
        List.of("f:4:18: 'margin' is a share from 0 to 1, not 20"),
        problems(HOSTING + "change: {margin: 20}\n"));
    assertEquals(
        List.of("f:5:5: 'a' is here twice"),
        problems(HOSTING + "quality: [{feature: a},\n    {feature: a}]\n"));
  }

  private static List<String> problems(String rest) {
    return PolicyFile.read("f", HEAD + rest).problems().stream().map(Problem::toString).toList();
  }
}
