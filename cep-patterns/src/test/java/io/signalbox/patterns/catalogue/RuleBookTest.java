// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.catalogue;

import static io.signalbox.patterns.catalogue.RuleSamples.at;
import static io.signalbox.patterns.catalogue.RuleSamples.ms;
import static io.signalbox.patterns.catalogue.RuleSamples.removal;
import static io.signalbox.patterns.catalogue.RuleSamples.twice;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class RuleBookTest {
  private static final List<AcceptedRule> SHIPPED =
      List.of(new AcceptedRule("ships", 4, Long.MIN_VALUE, false, ""));

  private final RuleBook book = new RuleBook(new PatternForm(), SHIPPED, List.of());

  private Ruling judge(String text, long passedMs) {
    return book.judge("topic, offset 7", text, passedMs);
  }

  @Test
  void aRuleAheadOfEventTimeIsAccepted() {
    Ruling ruling = judge(twice("flap", 1, 5, "symptom.restart"), ms(4));

    assertTrue(ruling.verdict().accepted());
    assertEquals(at(5), ruling.verdict().effectiveAt());
    assertEquals("topic, offset 7", ruling.verdict().origin());
    assertNotNull(ruling.rule());
    assertEquals(ms(5), ruling.rule().effectiveMs());
  }

  @Test
  void aRuleThatEventTimeHasPassedIsTooLate() {
    Ruling ruling = judge(twice("flap", 1, 5, "symptom.restart"), ms(5));

    assertFalse(ruling.verdict().accepted());
    assertTrue(ruling.verdict().reason().startsWith("too late"), ruling.verdict().reason());
    assertEquals(List.of(), book.accepted());
  }

  @Test
  void theSameRuleAgainIsKnownAndNotSentTwice() {
    judge(twice("flap", 1, 5, "symptom.restart"), ms(4));
    Ruling again = judge(twice("flap", 1, 5, "symptom.restart"), ms(9));

    assertTrue(again.verdict().accepted());
    assertNull(again.rule());
  }

  @Test
  void aChangeNeedsAGreaterVersionAndALaterEpoch() {
    judge(twice("flap", 2, 5, "symptom.restart"), ms(4));

    assertFalse(judge(twice("flap", 2, 6, "symptom.pending"), ms(4)).verdict().accepted());
    assertFalse(judge(twice("flap", 3, 5, "symptom.pending"), ms(4)).verdict().accepted());
    assertTrue(judge(twice("flap", 3, 6, "symptom.pending"), ms(4)).verdict().accepted());
  }

  @Test
  void aRuleThatWouldNotOutrankTheOneThatShipsIsRefused() {
    Ruling same = judge(twice("ships", 4, 5, "symptom.restart"), ms(4));

    assertFalse(same.verdict().accepted());
    assertEquals("version 4 ships; a change needs a greater one", same.verdict().reason());
    assertTrue(judge(twice("ships", 5, 5, "symptom.restart"), ms(4)).verdict().accepted());
  }

  @Test
  void whatTheLinterRefusesIsToldByNameSoThatItsSenderHearsOfIt() {
    String never = "symptom.restart\" && e.type == \"symptom.ready";
    Ruling ruling = judge(twice("flap", 3, 5, never), ms(4));

    assertFalse(ruling.verdict().accepted());
    assertEquals("flap", ruling.verdict().pattern());
    assertEquals(3, ruling.verdict().version());
    assertTrue(ruling.verdict().reason().contains("no event can fit"));
  }

  @Test
  void aBadRuleIsRefusedWithPlaceAndReasonAndTheOldOneStays() {
    judge(twice("flap", 1, 5, "symptom.restart"), ms(4));
    String bad = twice("flap", 2, 6, "symptom.restart").replace("e.type ==", "e.typ ==");

    Ruling ruling = judge(bad, ms(4));

    assertFalse(ruling.verdict().accepted());
    assertTrue(
        ruling.verdict().reason().startsWith("topic, offset 7:8:"), ruling.verdict().reason());
    assertEquals(1, book.accepted().get(0).version());
  }

  @Test
  void aPatternWithoutABoundIsRefused() {
    String endless =
        twice("flap", 1, 5, "symptom.restart")
            .lines()
            .filter(line -> !line.contains("within"))
            .reduce("", (all, line) -> all + line + "\n");

    Ruling ruling = judge(endless, ms(4));

    assertFalse(ruling.verdict().accepted());
    assertTrue(ruling.verdict().reason().contains("within"), ruling.verdict().reason());
  }

  @Test
  void aRuleOfAMegabyteIsRefused() {
    Ruling ruling = judge("# " + "x".repeat(1 << 20) + "\n" + removal("flap", 1, 5), ms(4));

    assertFalse(ruling.verdict().accepted());
    assertTrue(ruling.verdict().reason().contains("at most 65536 bytes"));
  }

  @Test
  void whatIsNoYamlOrHasNoEpochIsRefused() {
    assertFalse(judge("{", ms(4)).verdict().accepted());
    assertFalse(judge("", ms(4)).verdict().accepted());
    String timeless = twice("flap", 1, 5, "symptom.restart").replaceFirst(", effectiveAt[^}]*", "");
    assertTrue(judge(timeless, ms(4)).verdict().reason().contains("no 'effectiveAt'"));
  }

  @Test
  void aRemovalIsARuleToo() {
    judge(twice("flap", 1, 5, "symptom.restart"), ms(4));
    Ruling ruling = judge(removal("flap", 2, 8), ms(4));

    assertTrue(ruling.verdict().accepted());
    assertTrue(ruling.verdict().removal());
    assertTrue(book.accepted().get(0).removed());
    assertFalse(judge(removal("flap", 3, 8), ms(4)).verdict().accepted());
  }

  @Test
  void aBookMadeOfWhatWasAcceptedDecidesTheSame() {
    judge(twice("flap", 2, 5, "symptom.restart"), ms(4));
    RuleBook restored = new RuleBook(new PatternForm(), SHIPPED, book.accepted());

    String change = twice("flap", 2, 6, "symptom.pending");
    assertEquals(judge(change, ms(4)), restored.judge("topic, offset 7", change, ms(4)));
    assertEquals(book.accepted(), restored.accepted());
  }

  @Test
  void jsonIsAsGoodAsYaml() {
    String json =
        "{\"apiVersion\":\"signalbox/v1\",\"kind\":\"FailurePatternRemoval\",\"metadata\":"
            + "{\"id\":\"flap\",\"version\":1,\"effectiveAt\":\"2026-03-01T12:05:00Z\"}}";

    assertTrue(judge(json, ms(4)).verdict().accepted());
  }
}
