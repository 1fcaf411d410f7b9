// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerOptionsTest {
  @Test
  void noServerIsToldUnlessItIsNamed() {
    JobOptions options = JobOptions.bind(List.of(), Map.of()).options();
    assertFalse(options.alertmanager().isOn());
    assertFalse(options.postgres().isOn());
  }

  @Test
  void allInstancesOfAlertmanagerCanBeNamed() {
    List<String> given = List.of("--alertmanager.url", "http://a:9093, https://b/pager");
    assertEquals(
        List.of("http://a:9093", "https://b/pager"),
        JobOptions.bind(given, Map.of()).options().alertmanager().url());
  }

  @ParameterizedTest
  @CsvSource({
    "alertmanager.url, localhost:9093, expected a URL such as http://host:9093",
    "alertmanager.url, ftp://host, expected a URL such as http://host:9093",
    "alertmanager.interval, 100ms, expected at least 1s",
    "postgres.url, jdbc:mysql://host/db, expected an address that begins with jdbc:postgresql:"
  })
  void aBadAddressOrIntervalIsNamed(String key, String value, String expected) {
    BadOptions bad =
        assertThrows(BadOptions.class, () -> JobOptions.bind(List.of("--" + key, value), Map.of()));
    assertEquals(1, bad.problems().size());
    String problem = bad.problems().get(0);
    assertEquals(key, problem.substring(0, key.length()));
    assertEquals(expected, problem.substring(problem.indexOf("expected")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"charges.postgres", "quality.postgres"})
  void whatIsWantedInADatabaseNeedsOneThatIsNamed(String key) {
    BadOptions bad =
        assertThrows(
            BadOptions.class, () -> JobOptions.bind(List.of("--" + key, "true"), Map.of()));
    assertEquals(
        List.of(key + " = 'true': needs a database, name it by postgres.url"), bad.problems());
  }

  @Test
  void secretsAreNotShown() {
    List<String> given =
        List.of("--alertmanager.authorization", "Bearer x", "--postgres.password", "y");
    List<String> shown =
        JobOptions.bind(given, Map.of()).effective().stream()
            .filter(one -> given.contains("--" + one.spec().key()))
            .map(Bound.Effective::shown)
            .toList();
    assertEquals(List.of("******", "******"), shown);
  }
}
