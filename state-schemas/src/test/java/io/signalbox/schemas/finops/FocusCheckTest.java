// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.signalbox.analytics.finops.focus.Claims;
import io.signalbox.analytics.finops.focus.FocusCheck;
import io.signalbox.analytics.finops.focus.FocusRule;
import io.signalbox.analytics.finops.focus.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FocusCheckTest {
  private static final String MODEL =
      """
      {"ModelRules":{
        "All":{"Function":"Composite","ValidationCriteria":{"Keyword":"MUST","Requirement":
          {"CheckFunction":"AND","Items":[
            {"CheckFunction":"CheckModelRule","ModelRuleId":"HasCost"},
            {"CheckFunction":"CheckModelRule","ModelRuleId":"Product"},
            {"CheckFunction":"CheckModelRule","ModelRuleId":"Unit"}]}}},
        "HasCost":{"Function":"Presence","Reference":"Cost","ValidationCriteria":{"Keyword":"MUST",
          "Requirement":{"CheckFunction":"ColumnPresent","ColumnName":"Cost"}}},
        "Product":{"Function":"Validation","Reference":"Cost","ValidationCriteria":{
          "Keyword":"MUST","Requirement":{"CheckFunction":"ColumnByColumnEqualsColumnValue",
          "ColumnAName":"Price","ColumnBName":"Quantity","ResultColumnName":"Cost"},
          "Condition":{"CheckFunction":"CheckNotValue","ColumnName":"Class","Value":"Correction"}}},
        "Unit":{"Function":"Format","Reference":"Unit","ValidationCriteria":{"Keyword":"SHOULD",
          "Requirement":{"CheckFunction":"FormatUnit","ColumnName":"Unit"}}},
        "Parent":{"Function":"Validation","Reference":"Sku","ValidationCriteria":{"Keyword":"MUST",
          "Requirement":{"CheckFunction":"CheckDistinctCount","ColumnAName":"Sku",
          "ColumnBName":"Meter","ExpectedCount":1}}},
        "Region":{"Function":"Presence","Reference":"Region","ApplicabilityCriteria":["REGIONS"],
          "ValidationCriteria":{"Keyword":"MUST",
          "Requirement":{"CheckFunction":"ColumnPresent","ColumnName":"Region"}}},
        "People":{"Function":"Validation","ValidationCriteria":{"Keyword":"MUST",
          "Requirement":{}}}}}
      """;

  @TempDir Path folder;
  private List<FocusRule> rules = List.of();

  @BeforeEach
  void read() throws IOException {
    Path file = folder.resolve("model.json");
    Files.writeString(file, MODEL);
    rules = FocusModelJson.read(file);
  }

  private Map<String, Verdict> check(String... lines) {
    List<String> header = List.of(lines[0].split(","));
    FocusCheck check = new FocusCheck(rules, header, Claims.shown(rules, header));
    for (int i = 1; i < lines.length; i++) {
      check.row(List.of(lines[i].split(",", -1)), i + 1);
    }
    Map<String, Verdict> all = new TreeMap<>();
    check.verdicts().forEach(one -> all.put(one.rule().id(), one));
    return all;
  }

  private static Verdict of(Map<String, Verdict> all, String rule) {
    return Objects.requireNonNull(all.get(rule));
  }

  private static String outcomes(Map<String, Verdict> all) {
    StringBuilder out = new StringBuilder();
    all.forEach((id, one) -> out.append(id).append(' ').append(one.outcome()).append('\n'));
    return out.toString();
  }

  @Test
  void aGoodSetPasses() {
    Map<String, Verdict> all =
        check("Cost,Price,Quantity,Class,Unit,Sku,Meter", "0.3,0.1,3,,1000000 Tokens,a,in");
    assertEquals(
        """
        All PASSED
        HasCost PASSED
        Parent PASSED
        People NOT_APPLICABLE
        Product PASSED
        Region NOT_APPLICABLE
        Unit PASSED
        """,
        outcomes(all));
  }

  @Test
  void rowsThatBreakARuleAreNamedAndAdviceBreaksNothingAboveIt() {
    Map<String, Verdict> all =
        check(
            "Cost,Price,Quantity,Class,Unit,Sku,Meter,Region",
            "0.3,0.1,3,,(none),a,in,eu",
            "0.30001,0.1,3,,Hours,a,in,eu",
            "9,0.1,3,Correction,Hours,b,in,eu",
            "0.3,0.1,3,,Hours,a,out,eu");
    assertEquals(List.of(3L), of(all, "Product").first());
    assertEquals(List.of(5L), of(all, "Parent").first());
    assertEquals(List.of(2L), of(all, "Unit").first());
    assertEquals("part of it fails: Product", of(all, "All").reason());
    assertEquals(Verdict.Outcome.PASSED, of(all, "Region").outcome());
  }

  @Test
  void aColumnThatIsMissingFailsItsPresenceAndNothingElse() {
    Map<String, Verdict> all = check("Price,Quantity,Class", "1,1,");
    assertEquals(Verdict.Outcome.FAILED, of(all, "HasCost").outcome());
    assertEquals(Verdict.Outcome.NOT_APPLICABLE, of(all, "Product").outcome());
  }
}
