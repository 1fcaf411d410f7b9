// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BudgetOptionTest {
  @TempDir Path folder;

  private static FinopsOptions with(Path budgets) {
    return JobOptions.of("--finops.budgets", budgets.toString()).finops();
  }

  private static String refusal(FinopsOptions options) {
    return String.valueOf(
        assertThrows(IllegalArgumentException.class, options::topmostBudgets).getMessage());
  }

  @Test
  void withoutAFileThereAreNone() {
    assertEquals(List.of(), JobOptions.of().finops().topmostBudgets());
  }

  @Test
  void allThatIsWrongWithAFileIsToldWithItsLine() throws IOException {
    Path bad =
        Files.writeString(
            folder.resolve("bad.yaml"),
            """
            apiVersion: signalbox/v1
            kind: Budgets
            budgets:
              - {name: a, amount: -5}
              - {name: a, amount: 7}
            """);
    String told = refusal(with(bad));
    assertTrue(told.startsWith("finops.budgets:\n"), told);
    assertTrue(told.contains("bad.yaml:4"), told);
    assertTrue(told.contains("the budget 'a' is here twice"), told);
  }

  @Test
  void aFileThatCannotBeReadIsNamed() {
    String told = refusal(with(folder.resolve("none.yaml")));
    assertTrue(told.contains("none.yaml"), told);
  }
}
