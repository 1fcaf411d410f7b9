// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.objectives;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.incidents.Incident;
import io.signalbox.analytics.incidents.IncidentStatus;
import io.signalbox.analytics.incidents.MoneyAtRisk;
import io.signalbox.analytics.incidents.ObjectiveHit;
import io.signalbox.jobs.EmbeddedFlink.Backend;
import io.signalbox.jobs.EmbeddedReplay;
import io.signalbox.jobs.options.JobOptions;
import io.signalbox.schemas.json.RecordJson;
import io.signalbox.schemas.topics.IncidentTopics;
import io.signalbox.schemas.topics.Topic;
import io.signalbox.schemas.topics.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** From the bytes of Export requests to what an incident has cost. */
@Timeout(240)
class ObjectivesITCase {
  private static final String NAMED =
      """
      apiVersion: signalbox/v1
      kind: Objectives
      objectives:
        - id: cart-answers
          service: cart
          indicator: availability
          target: 0.99
          value: {amount: "0.50", currency: EUR, per: request}
        - id: web-answers
          service: web
          indicator: availability
          target: 0.999
          users_per_request: 0.1
        - id: cart-is-fast-for-web
          edge: {caller: web, callee: cart}
          indicator: latency
          threshold: 300ms
          target: 0.99
        - id: nobody-asks
          service: attic
          indicator: availability
          target: 0.99
      """;

  @TempDir private Path folder;
  private Path spans = Path.of("");

  @BeforeEach
  void capture() throws IOException {
    spans = Files.write(folder.resolve("spans.jsonl"), FailingCart.lines());
  }

  private Path run(String name, Backend backend, int parallelism, String... options)
      throws Exception {
    Path out = folder.resolve(name);
    EmbeddedReplay.of(List.of(spans), out, parallelism, backend, JobOptions.of(options)).run();
    return out;
  }

  private static List<Incident> incidents(Path out) throws IOException {
    List<Incident> all = new ArrayList<>();
    for (String line : Files.readAllLines(out.resolve("incidents.jsonl"))) {
      all.add(RecordJson.read(line.getBytes(StandardCharsets.UTF_8), Incident.class));
    }
    return all;
  }

  private static ObjectiveHit hit(Incident incident, String objective) {
    return incident.objectives().stream()
        .filter(one -> one.objective().equals(objective))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void anIncidentSaysWhatItHasCostInAnyRun() throws Exception {
    Path file = Files.writeString(folder.resolve("objectives.yaml"), NAMED);
    String[] named = {"--incidents.objectives", file.toString()};
    Path one = run("one", Backend.HASHMAP, 1, named);
    Path three = run("three", Backend.ROCKSDB, 3, named);
    for (Topic<?> topic : List.of(Topics.INCIDENTS, IncidentTopics.OBJECTIVE_WINDOWS)) {
      String name = topic.name() + ".jsonl";
      assertEquals(Files.readString(one.resolve(name)), Files.readString(three.resolve(name)));
    }

    List<Incident> told = incidents(one);
    Incident last = told.get(told.size() - 1);
    assertEquals(IncidentStatus.RESOLVED, last.status());
    assertEquals("cart", last.suspects().get(0).node());
    assertEquals(3, last.objectives().size());
    long failed = FailingCart.LASTS * 5L;
    ObjectiveHit cart = hit(last, "cart-answers");
    assertEquals(List.of(failed, failed), List.of(cart.bad(), cart.aboveUsual()));
    assertEquals(List.of(new MoneyAtRisk("EUR", "300.00")), last.moneyAtRisk());
    assertEquals(FailingCart.USERS / 2.0, Objects.requireNonNull(cart.users()).doubleValue(), 10);
    assertTrue(cart.usersCounted());
    assertEquals(failed / 10, hit(last, "web-answers").users());
    assertFalse(hit(last, "web-answers").usersCounted());
    assertEquals(failed, hit(last, "cart-is-fast-for-web").bad());
    assertTrue(cart.burntShare() < hit(last, "web-answers").burntShare());

    List<Incident> untold = incidents(run("plain", Backend.HASHMAP, 2));
    assertTrue(untold.size() < told.size(), "what grows is told");
    Incident plain = untold.get(untold.size() - 1);
    assertEquals(List.of(), plain.objectives());
    assertEquals(last.updatedAt(), plain.updatedAt());
    assertFalse(Files.exists(folder.resolve("plain/objective-windows.jsonl")));
  }
}
