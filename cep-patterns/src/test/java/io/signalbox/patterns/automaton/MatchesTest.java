// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.automaton;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.patterns.PatternEvent;
import io.signalbox.patterns.language.Follow;
import io.signalbox.patterns.language.Quantifier;
import io.signalbox.patterns.language.Skip;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MatchesTest {
  private final List<Match> told = new ArrayList<>();
  private long next;

  private static Story deployThenErrors() {
    return new Story()
        .stage("deploy", "e.type == 'deploy'")
        .stage("errors", "e.type == 'errors' && e.version == deploy.version");
  }

  private void take(Matches matches, PatternEvent event) {
    matches.advance(event.timeMs(), told::add);
    matches.take(new Seen(next++, event), told::add);
  }

  private static Matches open(Story story) {
    return new Matcher(story.compiled()).open();
  }

  @Test
  void aMatchHoldsWhatEachStageTook() {
    Matches matches = open(deployThenErrors().within(60));
    PatternEvent deploy = Story.event(1, "deploy", "v2");
    PatternEvent errors = Story.event(5, "errors", "v2");
    take(matches, deploy);
    take(matches, Story.event(4, "errors", "v1"));
    take(matches, errors);
    assertEquals(1, told.size());
    assertEquals(List.of(List.of(deploy), List.of(errors)), told.get(0).events());
    assertEquals(5000, told.get(0).atMs());
  }

  @Test
  void anEventAtTheVeryEndOfTheTimeComesTooLate() {
    Matches matches = open(deployThenErrors().within(10));
    take(matches, Story.event(1, "deploy", "v2"));
    take(matches, Story.event(11, "errors", "v2"));
    assertTrue(told.isEmpty());
    assertTrue(matches.isEmpty());
  }

  @Test
  void nothingIsRememberedOnceEveryTimeIsOver() {
    Matches matches = open(deployThenErrors().within(10));
    for (int second = 0; second < 500; second++) {
      take(matches, Story.event(second, "deploy", "v" + second));
    }
    assertEquals(10, matches.size());
    matches.advance(510_000, told::add);
    assertTrue(matches.isEmpty());
    assertEquals(Long.MAX_VALUE, matches.nextEndMs());
  }

  @Test
  void beyondTheBoundTheNewestIsRefusedAndCounted() {
    Matches matches = open(deployThenErrors().within(60).bound(2));
    take(matches, Story.event(1, "deploy", "v1"));
    take(matches, Story.event(2, "deploy", "v2"));
    take(matches, Story.event(3, "deploy", "v3"));
    assertEquals(1, matches.takeRefused());
    assertEquals(0, matches.takeRefused());
    take(matches, Story.event(4, "errors", "v3"));
    take(matches, Story.event(5, "errors", "v2"));
    assertEquals(1, told.size());
  }

  @Test
  void inACooldownMatchesAreSwallowedAndCounted() {
    Matches matches = open(deployThenErrors().within(60).cooldown(100));
    for (int second : List.of(1, 50, 101, 102)) {
      take(matches, Story.event(second, "deploy", "v1"));
      take(matches, Story.event(second + 1, "errors", "v1"));
    }
    assertEquals(List.of(2000L, 102_000L), told.stream().map(Match::atMs).distinct().toList());
    assertTrue(matches.takeCooled() > 0);
    matches.advance(201_999, told::add);
    assertFalse(matches.isEmpty());
    matches.advance(202_000, told::add);
    assertTrue(matches.isEmpty());
  }

  @Test
  void whatDoesNotHappenIsToldWhenItsTimeIsOver() {
    Matches matches =
        open(
            new Story()
                .stage("beat", "e.type == 'beat'")
                .never("again", "e.type == 'beat'", Duration.ofSeconds(30)));
    take(matches, Story.event(1, "beat", ""));
    take(matches, Story.event(11, "beat", ""));
    assertEquals(41_000, matches.dueMs());
    matches.advance(100_000, told::add);
    assertEquals(List.of(41_000L), told.stream().map(Match::atMs).toList());
    assertTrue(matches.isEmpty());
  }

  @Test
  void eachOfSeveralNegatedStagesAtTheEndCounts() {
    Story story =
        new Story()
            .stage("a", "e.type == 'a'")
            .never("b", "e.type == 'b'", null)
            .never("c", "e.type == 'c'", null)
            .within(10);
    for (String type : List.of("b", "c", "d")) {
      Matches matches = open(story);
      take(matches, Story.event(1, "a", ""));
      take(matches, Story.event(2, type, ""));
      matches.advance(20_000, told::add);
    }
    assertEquals(1, told.size());
  }

  @Test
  void aLoopWithATimeOfItsOwnGivesUpWhenOneEventIsMissing() {
    Quantifier three = new Quantifier(3, 3, false, false, Follow.RELAXED);
    Matches matches =
        open(
            new Story()
                .stage("a", "e.type == 'a'")
                .stage("b", "e.type == 'b'", three, Duration.ofSeconds(5)));
    for (int second : List.of(4, 8, 12)) {
      take(matches, Story.event(second - 3, second == 4 ? "a" : "x", ""));
      take(matches, Story.event(second, "b", ""));
    }
    assertEquals(1, told.size());
    take(matches, Story.event(20, "a", ""));
    take(matches, Story.event(22, "b", ""));
    take(matches, Story.event(27, "b", ""));
    assertTrue(matches.isEmpty());
  }

  @Test
  void aLaterMatchWaitsForAnEarlierStartAndIsDroppedWhenThatWins() {
    Story story = deployThenErrors().within(60).skip(Skip.Kind.PAST_LAST_EVENT);
    Matches matches = open(story);
    take(matches, Story.event(1, "deploy", "v1"));
    take(matches, Story.event(2, "deploy", "v2"));
    take(matches, Story.event(3, "errors", "v2"));
    assertTrue(told.isEmpty());
    take(matches, Story.event(4, "errors", "v1"));
    assertEquals(1, told.size());
    assertTrue(matches.isEmpty());
  }

  @Test
  void aLaterMatchIsToldWhenTheEarlierStartRunsOut() {
    Matches matches = open(deployThenErrors().within(60).skip(Skip.Kind.PAST_LAST_EVENT));
    take(matches, Story.event(1, "deploy", "v1"));
    take(matches, Story.event(2, "deploy", "v2"));
    take(matches, Story.event(3, "errors", "v2"));
    assertEquals(61_000, matches.dueMs());
    matches.advance(70_000, told::add);
    assertEquals(61_000, told.get(0).atMs());
  }

  @Test
  void whatHasNoMeaningIsRefusedByName() {
    Story first = new Story().never("a", "e.type == 'a'", null);
    assertTrue(refusal(first).contains("first stage cannot be negated"));
    Story endless = new Story().stage("a", "true").never("b", "true", null);
    assertTrue(refusal(endless).contains("needs a time"));
    assertTrue(refusal(deployThenErrors().bound(0)).contains("bound"));
  }

  private static String refusal(Story story) {
    var refused =
        assertThrows(UnsupportedPattern.class, () -> new Matcher(story.compiled()));
    return String.valueOf(refused.getMessage());
  }
}
