// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.signalbox.analytics.detection.EpisodeKind;
import io.signalbox.analytics.detection.Suspicion;
import io.signalbox.analytics.signals.Change;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What is cited against a first suspect is what it is first for. */
class CitedEvidenceTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final List<String> SERIES =
      List.of("latency", "process.cpu.usage", "http.server.errors", "queue.length");

  private record World(List<Suspicion> suspicions, List<Change> calls) {
    /** Up to eight services that call those after them, of which two in three are in trouble. */
    static World of(Random random) {
      List<Suspicion> suspicions = new ArrayList<>();
      List<Change> calls = new ArrayList<>();
      int services = 2 + random.nextInt(7);
      for (int i = 0; i < services; i++) {
        String service = "s" + i;
        for (int j = i + 1; j < services; j++) {
          if (random.nextInt(3) == 0) {
            String callee = "s" + j;
            calls.add(
                new Change(
                    service + callee,
                    NOW.minusSeconds(3_600),
                    "prod",
                    service,
                    Topology.DECLARED,
                    callee,
                    null,
                    "test",
                    false));
          }
        }
        for (int k = random.nextInt(3); k > 0; k--) {
          suspicions.add(
              new Suspicion(
                  "prod",
                  service,
                  EpisodeKind.METRIC,
                  SERIES.get(random.nextInt(SERIES.size())),
                  NOW.minusSeconds(60L + 60L * random.nextInt(2)),
                  8 + random.nextInt(20),
                  60_000,
                  2 + random.nextInt(60),
                  1,
                  1));
        }
      }
      return new World(suspicions, calls);
    }

    World without(Suspect first) {
      List<Suspicion> rest = new ArrayList<>(suspicions);
      rest.removeIf(one -> one.service().equals(first.node()) && isCited(one, first));
      return new World(rest, calls);
    }

    /** A metric that tells of failures or delays is cited as such, by its name. */
    private static boolean isCited(Suspicion one, Suspect first) {
      return first.evidence().stream()
          .anyMatch(evidence -> evidence.subject().endsWith(one.subject()));
    }

    List<Suspect> suspects() {
      Situation situation = new Situation("prod", CorrelationSettings.DEFAULT);
      situation.fold(
          NOW, new News(List.of(), suspicions, List.of(), calls, List.of()), incident -> {});
      return situation.answer(new Inquiry("q", "prod", NOW, null), NOW).suspects();
    }
  }

  @Property(tries = 500)
  void withoutWhatIsCitedAnotherIsFirst(@ForAll long seed) {
    World world = World.of(new Random(seed));
    List<Suspect> suspects = world.suspects();
    if (suspects.isEmpty()) {
      return;
    }
    Suspect first = suspects.get(0);
    assertFalse(first.evidence().isEmpty());
    List<Suspect> rest = world.without(first).suspects();
    assertNotEquals(first.node(), rest.isEmpty() ? "nobody" : rest.get(0).node());
  }
}
