// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AlertBookTest {
  private static final long INTERVAL = 30_000;
  private static final long DAY = 86_400_000;
  private static final String ID = "inc-1";

  private final AlertBook book = new AlertBook(INTERVAL, DAY);

  private @Nullable Alert take(int revision, IncidentStatus status, String severity, long nowMs) {
    return book.take(Heard.revision(ID, revision, status, severity), nowMs);
  }

  private List<AlertNotice> tell(long nowMs) {
    List<AlertNotice> due = book.due(nowMs, 100);
    book.delivered(due, nowMs);
    return due;
  }

  @Test
  void anOpenIncidentIsToldAtOnceAndAgainEachInterval() {
    take(1, IncidentStatus.OPEN, "major", 0);

    assertEquals("major", tell(0).get(0).firing());
    assertEquals(List.of(), tell(INTERVAL - 1));
    assertEquals(1, tell(INTERVAL).size());
    assertEquals(1, book.open());
  }

  @Test
  void moreIsToldAtOnceToo() {
    take(1, IncidentStatus.OPEN, "major", 0);
    tell(0);
    take(2, IncidentStatus.UPDATED, "major", 10);

    assertEquals(2, tell(10).get(0).alert().revision());
  }

  @ParameterizedTest
  @EnumSource(names = {"RESOLVED", "MERGED"})
  void theEndIsToldWhenACheckpointHoldsItAndNotBefore(IncidentStatus end) {
    take(1, IncidentStatus.OPEN, "major", 0);
    tell(0);
    book.snapshot(1);
    take(2, end, "major", 10);

    book.completed(1, 20);
    assertEquals("major", tell(INTERVAL).get(0).firing(), "kept up while its end could be undone");

    book.snapshot(2);
    book.completed(2, INTERVAL + 1);
    AlertNotice over = tell(INTERVAL + 1).get(0);
    assertNull(over.firing());
    assertEquals(List.of("major"), over.ended());
    assertEquals(List.of(), tell(10 * INTERVAL), "and never again");
  }

  private @Nullable Alert silenced(int revision, IncidentStatus status, long nowMs) {
    return book.take(Heard.revision(ID, revision, status, "major").silencedBy("w"), nowMs);
  }

  @Test
  void aSilencedIncidentIsToldWhenTheSilenceEnds() {
    silenced(1, IncidentStatus.OPEN, 0);
    silenced(2, IncidentStatus.UPDATED, 10);
    assertEquals(List.of(), tell(20));
    take(3, IncidentStatus.UPDATED, "major", 30);
    assertEquals("major", tell(30).get(0).firing());
  }

  @Test
  void anAlertThatIsSilencedEndsWhenACheckpointHoldsIt() {
    take(1, IncidentStatus.OPEN, "major", 0);
    tell(0);
    silenced(2, IncidentStatus.UPDATED, 10);
    assertEquals("major", tell(INTERVAL).get(0).firing());
    book.snapshot(1);
    book.completed(1, INTERVAL + 1);
    assertNull(tell(INTERVAL + 1).get(0).firing());
    silenced(3, IncidentStatus.RESOLVED, INTERVAL + 2);
    assertEquals(List.of(), tell(INTERVAL + 3));
  }

  @Test
  void anIncidentThatComesBackBeforeItsEndWasToldGoesOn() {
    take(1, IncidentStatus.OPEN, "major", 0);
    tell(0);
    take(2, IncidentStatus.RESOLVED, "major", 10);
    book.snapshot(1);
    take(3, IncidentStatus.REOPENED, "major", 20);
    book.completed(1, 30);

    AlertNotice goesOn = tell(30).get(0);
    assertEquals("major", goesOn.firing());
    assertEquals(List.of(), goesOn.ended());
  }

  @Test
  void aWorseSeverityEndsTheMilderAlertInTheSameBreath() {
    take(1, IncidentStatus.OPEN, "minor", 0);
    tell(0);
    take(2, IncidentStatus.UPDATED, "critical", 10);
    assertEquals("minor", tell(10).get(0).firing());

    book.snapshot(1);
    book.completed(1, 20);

    AlertNotice worse = tell(20).get(0);
    assertEquals("critical", worse.firing());
    assertEquals(List.of("minor"), worse.ended());
  }

  @Test
  void bothAlertsEndWhenItIsNotKnownWhetherTheMilderOneDid() {
    take(1, IncidentStatus.OPEN, "minor", 0);
    tell(0);
    take(2, IncidentStatus.UPDATED, "critical", 10);
    book.snapshot(1);
    book.completed(1, 20);
    book.due(20, 100); // and no answer came
    take(3, IncidentStatus.RESOLVED, "critical", 30);
    book.snapshot(2);
    book.completed(2, 40);

    assertEquals(List.of("minor", "critical"), tell(40).get(0).ended());
  }

  @Test
  void anOldRevisionIsNotTakenEvenAfterTheEnd() {
    take(1, IncidentStatus.OPEN, "major", 0);
    take(3, IncidentStatus.RESOLVED, "major", 10);
    book.snapshot(1);
    book.completed(1, 20);
    tell(20);

    assertNull(take(2, IncidentStatus.UPDATED, "major", 30));
    assertNull(take(3, IncidentStatus.RESOLVED, "major", 30));
    assertEquals(List.of(), tell(30));
    assertNotNull(take(4, IncidentStatus.REOPENED, "major", 40));
    assertEquals(1, tell(40).size());
  }

  @Test
  void whatWasRestoredIsToldAgainBecauseNobodyKnowsWhetherItWas() {
    Alert open = Objects.requireNonNull(take(1, IncidentStatus.OPEN, "major", 0));
    AlertBook after = new AlertBook(INTERVAL, DAY);
    after.restore(open, 50);

    assertEquals("major", after.due(50, 100).get(0).firing());
  }

  @Test
  void theServiceStaysThatOfTheFirstSuspectAtFirst() {
    take(1, IncidentStatus.OPEN, "major", 0);
    Alert later = Objects.requireNonNull(take(6, IncidentStatus.UPDATED, "major", 10));

    assertEquals("cart0", later.service());
    assertEquals("cart2", later.suspect());
  }

  @Test
  void whatIsOverIsForgottenAfterAWhileAndNotToldForEver() {
    take(1, IncidentStatus.OPEN, "major", 0);
    tell(0);
    take(2, IncidentStatus.RESOLVED, "major", 10);
    book.snapshot(1);
    book.completed(1, 10);

    assertEquals(1, book.due(11, 100).size());
    assertEquals(List.of(), book.forget(10 + AlertBook.LIFE * INTERVAL + 1));
    assertEquals(List.of(), book.due(DAY, 100), "the pager has ended it by itself");
    assertEquals(List.of(ID), book.forget(DAY + 11));
  }

  @Test
  void anIncidentHeardOfWhenItIsOverIsNotTold() {
    take(5, IncidentStatus.RESOLVED, "major", 0);

    assertEquals(List.of(), book.due(DAY, 100));
    assertFalse(book.open() > 0);
  }
}
