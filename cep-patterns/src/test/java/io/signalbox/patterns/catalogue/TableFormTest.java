// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.catalogue;

import static io.signalbox.patterns.catalogue.RuleSamples.at;
import static io.signalbox.patterns.catalogue.RuleSamples.ms;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.patterns.symptoms.BadSymptomTable;
import io.signalbox.patterns.symptoms.SymptomTableFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableFormTest {
  private static final String SHIPPED =
      "symptoms: [{symptom: high, metric: m, when: value >= 0.9}]";
  private static final AcceptedRule INITIAL =
      new AcceptedRule(TableForm.ID, 1, Long.MIN_VALUE, false, SHIPPED);

  private final RuleBook book = new RuleBook(form(), List.of(INITIAL), List.of());

  private static TableForm form() {
    try {
      return new TableForm(SymptomTableFile.read("shipped", SHIPPED).rows());
    } catch (BadSymptomTable bad) {
      throw new AssertionError(bad);
    }
  }

  private static String table(int version, int minute, String... rows) {
    return "version: %d\neffectiveAt: %s\nsymptoms:\n".formatted(version, at(minute))
        + String.join("\n", rows)
        + "\n";
  }

  private Ruling judge(String text, int minute) {
    return book.judge("offset 7", text, ms(minute));
  }

  private String refusal(String text) {
    Ruling ruling = judge(text, 4);
    assertFalse(ruling.verdict().accepted());
    return ruling.verdict().reason();
  }

  @Test
  void aTableThatJudgesAnewWhatIsLookedForIsAccepted() {
    Ruling ruling =
        judge(
            table(
                2,
                5,
                "- {symptom: high, metric: m, when: value >= 0.5, hold: 3}",
                "- {symptom: low, metric: m, when: value < 0.1}"),
            4);

    assertTrue(ruling.verdict().accepted(), ruling.verdict().reason());
    assertNotNull(ruling.rule());
    assertEquals(ms(5), ruling.rule().effectiveMs());
    assertEquals(TableForm.ID, ruling.verdict().pattern());
  }

  @Test
  void aRowThatLooksElsewhereIsRefusedWithItsLine() {
    String strange =
        table(
            2,
            5,
            "- {symptom: high, metric: m, when: value >= 0.5}",
            "- {symptom: other, metric: n, when: value >= 0.5}");

    assertTrue(refusal(strange).startsWith("offset 7:5:3: 'other' looks at what"));
    assertEquals(2, judge(strange, 4).verdict().version());
  }

  @Test
  void rowsOfAnAcceptedTableThatTheTableAtTheStartNoLongerLooksForAreCounted() {
    AcceptedRule accepted =
        new AcceptedRule(
            TableForm.ID,
            2,
            ms(5),
            false,
            table(2, 5, "- {symptom: x, metric: n, when: value > 1}"));

    assertEquals(0, new LiveTables(List.of(INITIAL)).blindRows());
    assertEquals(1, new LiveTables(List.of(INITIAL, accepted)).blindRows());
  }

  @Test
  void aTableWithAFaultIsRefusedWholeAndTheOldOneStays() {
    judge(table(2, 5, "- {symptom: high, metric: m, when: value >= 0.5}"), 4);

    assertEquals(
        "offset 7:4:36: 'when: often': expected a comparison such as value >= 0.95",
        refusal(table(3, 6, "- {symptom: high, metric: m, when: often}")));
    assertEquals(2, book.accepted().get(0).version());
  }

  @Test
  void aTableThatEventTimeHasPassedOrIsNotGreaterIsRefused() {
    String row = "- {symptom: high, metric: m, when: value >= 0.5}";
    assertTrue(refusal(table(2, 4, row)).startsWith("too late"));
    assertEquals("version 1 ships; a change needs a greater one", refusal(table(1, 5, row)));
    judge(table(3, 5, row), 4);
    assertTrue(refusal(table(3, 6, row)).startsWith("version 3 was accepted before"));
  }

  @Test
  void whatIsNoTableOrHasNoEpochOrIsTooLongIsRefused() {
    assertTrue(refusal("symptoms: [").startsWith("offset 7:1:12: no YAML"));
    assertEquals(
        "offset 7:1:1: no 'effectiveAt': a live table says from when it holds", refusal(SHIPPED));
    assertTrue(
        refusal("#".repeat(1 << 20))
            .startsWith(
                "offset 7:1:1: a symptom table has at most 262144 bytes, this has 1048576"));
    assertTrue(refusal(table(2, 5).replace("2026", "next year")).contains("offset 7:2:14: "));
  }
}
