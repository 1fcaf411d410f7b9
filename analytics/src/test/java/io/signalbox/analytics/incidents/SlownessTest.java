// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.detection.EpisodeKind;
import io.signalbox.analytics.detection.EpisodeStatus;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When slow calls open an incident, and who is blamed for them. */
class SlownessTest {
  private static Play system() {
    return new Play().calls("web", "cart", 0, 600).calls("cart", "stock", 0, 600);
  }

  private static Play slow(Play play, String service, String subject, int from, double factor) {
    double usual = 20_000;
    return play.episode(
        EpisodeKind.DURATION, service, null, subject, from, 0, factor * usual, usual);
  }

  private static Incident first(Play play) {
    List<Incident> found = play.until(900);
    assertTrue(!found.isEmpty());
    return found.get(0);
  }

  /** In that second. */
  private static void assertOpenedAt(int second, Incident incident) {
    assertEquals(Play.at(second), incident.openedAt().truncatedTo(ChronoUnit.SECONDS));
  }

  @Test
  void whatHalfOfTheRequestsWaitManyTimesAsLongForOpensAtOnce() {
    Incident incident = first(slow(system(), "cart", "GET /cart p50", 600, 10));
    assertOpenedAt(610, incident);
  }

  @Test
  void whatTakesThreeTimesAsLongOpensWhenItHasLastedForTwentySeconds() {
    Play play =
        system()
            .episode(EpisodeKind.DURATION, "cart", null, "GET / p50", 600, 620, 0, 80_000, 20_000);
    assertOpenedAt(625, first(play));
  }

  @Test
  void aTailThatIsManyTimesAsLongHasToLast() {
    Incident incident = first(slow(system(), "cart", "GET /cart p99", 600, 10));
    assertOpenedAt(660, incident);
  }

  @Test
  void whatTakesTwiceAsLongHasToLast() {
    Incident incident = first(slow(system(), "cart", "GET /cart p50", 600, 2));
    assertOpenedAt(660, incident);
  }

  @Test
  void anEdgeOnWhichNextToNoTimeWasLostAccountsForItsSlowCaller() {
    Play play =
        slow(system(), "cart", "GET /cart p50", 600, 12)
            .calls("cart", "stock", 600, 900, 100, 0, false, 270_000)
            .episode(
                EpisodeKind.EDGE_WIRE, "cart", "stock", "wire time", 610, 0, 248_000, 0.4 * 1_000);
    List<Incident> found = play.until(900);
    assertEquals("stock", found.get(found.size() - 1).suspects().get(0).node());
  }

  /** What else is off next to a slow service does not carry its incident away. */
  @Test
  void anIncidentStaysWithWhatWasFeltWhenTheEdgeIsKnown() {
    Play play =
        slow(system().calls("cart", "mail", 0, 900), "cart", "GET /cart p50", 600, 12)
            .metric("mail", "k8s.container.restarts@one", 580, 0)
            .metric("mail", "k8s.container.restarts@two", 580, 0)
            .metric("mail", "k8s.container.restarts@three", 580, 0)
            .calls("cart", "stock", 600, 900, 100, 0, false, 270_000)
            .episode(EpisodeKind.EDGE_WIRE, "cart", "stock", "wire", 605, 625, 0, 248_000, 1_000);
    List<Incident> found = play.until(900);
    assertEquals(1, found.stream().map(Incident::id).distinct().count(), found::toString);
    assertEquals("stock", found.get(found.size() - 1).suspects().get(0).node());
  }

  /** Both came at its time, and the one that stands next to it a little later. */
  @Test
  void whoCallsTwoSlowOnesSuffersFromTheOneToWhichItsCallsLoseTime() {
    Play play =
        slow(system().calls("cart", "db", 0, 900), "cart", "GET /cart p50", 600, 12)
            .episode(EpisodeKind.EDGE_WIRE, "cart", "db", "wire", 600, 0, 248_000, 1_000)
            .duration("stock", 620, 0, 2);
    List<Incident> found = play.until(640);
    assertEquals(1, found.stream().map(Incident::id).distinct().count(), found::toString);
    Incident last = found.get(found.size() - 1);
    assertEquals("db", last.suspects().get(0).node());
    assertEquals(List.of("cart", "db"), last.services());
  }

  @Test
  void aWeakSignFromBeforeDoesNotMakeTheVictimTheFirstToSuffer() {
    SceneNode node = new SceneNode("cart", false);
    node.add(weak(100));
    node.add(strong(700));
    assertEquals(Play.at(700).toEpochMilli(), node.onsetMs());
    SceneNode alone = new SceneNode("cart", false);
    alone.add(weak(100));
    assertEquals(Play.at(100).toEpochMilli(), alone.onsetMs());
  }

  private static Episode weak(int second) {
    return episode(second, 0.002, 30_000);
  }

  private static Episode strong(int second) {
    return episode(second, 1e-9, 400_000);
  }

  private static Episode episode(int second, double p, double us) {
    return new Episode(
        "ep-" + second,
        1,
        EpisodeStatus.OPEN,
        "prod",
        "cart",
        EpisodeKind.DURATION,
        "GET / p50",
        null,
        Play.at(second),
        Play.at(second),
        null,
        0.5,
        p,
        us,
        20_000,
        0,
        25_000,
        50,
        "slow");
  }
}
