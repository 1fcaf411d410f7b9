// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class TokenMetricsOptionTest {
  private static FinopsOptions options(String... given) {
    return JobOptions.of(given).finops();
  }

  @Test
  void servicesAreNamed() {
    assertTrue(options().metered().isEmpty());
    assertTrue(options("--finops.token-metrics", "bot, cart").metered().has("cart"));
    assertTrue(options("--finops.token-metrics", "*").metered().has("cart"));
  }

  @Test
  void eventsOfModelsAreReadForEither() {
    assertTrue(options().hearsOfModels());
    assertFalse(options("--finops.spans", "false").hearsOfModels());
    assertTrue(options("--finops.spans", "false", "--finops.token-metrics", "bot").hearsOfModels());
  }

  @Test
  void whatIsNoNameIsRefused() {
    assertEquals(
        List.of("finops.token-metrics = '*' is every service: expected it alone"),
        problems("bot,*"));
    assertEquals(
        List.of(
            "finops.token-metrics = 'bot-*' is no name of a service: expected names, or * alone"),
        problems("bot-*"));
  }

  private static List<String> problems(String given) {
    return assertThrows(BadOptions.class, () -> options("--finops.token-metrics", given))
        .problems();
  }
}
