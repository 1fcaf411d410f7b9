// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.finops;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.signalbox.analytics.finops.CalendarWindow;
import io.signalbox.analytics.finops.Dimension;
import io.signalbox.analytics.finops.budgets.Budget;
import io.signalbox.analytics.finops.budgets.BurnRule;
import io.signalbox.patterns.reading.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BudgetFileTest {
  private static final String HEAD = "apiVersion: signalbox/v1\nkind: Budgets\nbudgets:\n";

  @Test
  void theShippedFileHasNoFault() throws IOException {
    BudgetFile file =
        BudgetFile.read("budgets.yaml", Files.readString(Path.of("../flink-conf/budgets.yaml")));
    assertEquals(List.of(), file.problems());
    assertEquals(3, file.budgets().size());
    assertEquals(BurnRule.usual(CalendarWindow.MONTH), file.budgets().get(0).burn());
    Budget inner = file.budgets().get(0).children().get(2).children().get(0);
    assertEquals(Map.of(Dimension.FEATURE, "chat", Dimension.TENANT, "mooncake"), inner.scope());
  }

  @Test
  void whatIsWrongIsNamedWithItsLineAndReason() {
    assertEquals(
        List.of("f:4:23: 'amount' is a number above zero, not '-3'"),
        problems("  - {name: a, amount: -3}\n"));
    assertEquals(
        List.of("f:4:5: a budget has no 'amount'"), problems("  - {name: a, window: day}\n"));
    assertEquals(
        List.of(
            "f:5:12: the budget 'a' is here twice",
            "f:5:23: 'window': 'year' is none of hour, day, week, month"),
        problems("  - {name: a, amount: 1}\n  - {name: a, window: year, amount: 1}\n"));
    assertEquals(
        List.of("f:4:26: a budget knows no key 'treshold'"),
        problems("  - {name: a, amount: 1, treshold: 5}\n"));
  }

  @Test
  void noUseCountsForTwoBudgetsBelowOne() {
    List<String> problems =
        problems(
            """
              - name: a
                amount: 9
                children:
                  - {name: b, amount: 1, scope: {team: x}}
                  - {name: c, amount: 1, scope: {tenant: x}}
                  - {name: d, amount: 1}
            """);
    assertEquals(4, problems.size(), problems::toString);
    assertEquals(
        "f:8:9: a use could count for 'c' and 'b': budgets below one budget ask for different"
            + " values of one dimension",
        problems.get(0));
  }

  @Test
  void aBurnRuleThatCannotFireInTimeIsRefused() {
    assertEquals(
        List.of("f:4:46: so fast for so long is more than the budget of a day"),
        problems(
            "  - {name: a, window: day, amount: 1, burn: [{rate: 6, long: 6h, short: 30m}]}\n"));
    assertEquals(
        List.of("f:4:36: 'short' is less than 'long'", "f:4:36: a burn rule has no 'long'"),
        problems("  - {name: a, amount: 1, burn: [   {rate: 6, short: 30m}]}\n"));
  }

  private static List<String> problems(String budgets) {
    return BudgetFile.read("f", HEAD + budgets).problems().stream().map(Problem::toString).toList();
  }
}
