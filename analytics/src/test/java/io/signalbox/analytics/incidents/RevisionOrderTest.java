// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.detection.EpisodeKind;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/** What holds of all revisions of all incidents, whatever happens. */
class RevisionOrderTest {
  private static final List<String> NODES = List.of("web", "cart", "pay", "db", "mail");

  private static List<Incident> found(int seed) {
    Random random = new Random(seed);
    Play play = new Play();
    for (String caller : NODES) {
      for (String callee : NODES) {
        if (random.nextInt(3) == 0 && !caller.equals(callee)) {
          play.calls(caller, callee, 0, 1500);
        }
      }
    }
    EpisodeKind[] kinds = EpisodeKind.values();
    for (int i = 0; i < 14; i++) {
      EpisodeKind kind = kinds[random.nextInt(kinds.length)];
      String service = NODES.get(random.nextInt(NODES.size()));
      String peer = Weight.isOfEdge(kind) ? NODES.get(random.nextInt(NODES.size())) : null;
      int from = 100 + random.nextInt(900);
      play.episode(kind, service, peer, "s" + i, from, from + 20 + random.nextInt(400), 0.6, 0.1);
    }
    return play.until(2500);
  }

  @Property(tries = 60)
  void revisionsGoUpByOneAndNothingFollowsAMerger(@ForAll int seed) {
    TreeMap<String, Incident> last = new TreeMap<>();
    for (Incident one : found(seed)) {
      Incident before = last.put(one.id(), one);
      assertEquals(before == null ? 1 : before.revision() + 1, one.revision());
      boolean begins = one.status() == IncidentStatus.OPEN || one.status() == IncidentStatus.SPLIT;
      assertEquals(before == null, begins);
      if (before != null) {
        assertNotEquals(IncidentStatus.MERGED, before.status());
        boolean again = one.status() == IncidentStatus.REOPENED;
        assertEquals(before.status() == IncidentStatus.RESOLVED, again);
        assertTrue(!one.updatedAt().isBefore(before.updatedAt()));
        assertEquals(before.splitFrom(), one.splitFrom());
      }
    }
    for (Incident one : last.values()) {
      boolean over =
          one.status() == IncidentStatus.RESOLVED || one.status() == IncidentStatus.MERGED;
      assertTrue(over, one.toString());
    }
  }

  @Property(tries = 60)
  void redirectsLeadToAnOlderIncidentAndPartsComeFromOneThatWasOpen(@ForAll int seed) {
    TreeMap<String, Incident> last = new TreeMap<>();
    for (Incident one : found(seed)) {
      if (one.status() == IncidentStatus.MERGED) {
        assertOlder(last.get(one.mergedInto()), one);
      }
      if (one.status() == IncidentStatus.SPLIT) {
        assertOlder(last.get(one.splitFrom()), one);
      }
      last.put(one.id(), one);
    }
  }

  private static void assertOlder(@Nullable Incident other, Incident one) {
    assertTrue(other != null && !other.openedAt().isAfter(one.openedAt()), one.toString());
  }
}
