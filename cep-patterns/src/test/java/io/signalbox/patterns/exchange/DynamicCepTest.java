// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.patterns.Samples;
import io.signalbox.patterns.reading.Catalogue;
import io.signalbox.patterns.reading.PatternDocument;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DynamicCepTest {
  private static final String GRAPH =
      """
      {"name": "Login Fraud", "type": "COMPOSITE", "version": 1,
       "nodes": [
         {"name": "end", "type": "ATOMIC", "condition": {"type": "CLASS", "className": "a.B"},
          "quantifier": {"consumingStrategy": "SKIP_TILL_NEXT", "properties": ["SINGLE"], "times": null}},
         {"name": "start", "type": "ATOMIC", "condition": {"type": "AVIATOR", "expression": "action == 0"},
          "quantifier": {"consumingStrategy": "STRICT", "properties": ["LOOPING"],
            "times": {"from": 3, "to": 3, "windowTime": null}}}],
       "edges": [{"source": "start", "target": "end", "type": "SKIP_TILL_ANY"}],
       "window": {"type": "FIRST_AND_LAST", "time": {"unit": "MINUTES", "size": 10}},
       "afterMatchStrategy": {"type": "SKIP_TO_FIRST", "patternName": "start"}}
      """;

  @Test
  void whatIsExportedIsImportedWithoutLoss() throws IOException {
    for (PatternDocument document : Catalogue.read(Samples.catalogue()).documents()) {
      String json = DynamicCepExport.of(document.pattern()).toPrettyString();
      DynamicCepImport.Imported imported = DynamicCepImport.of(json);

      assertEquals(List.of(), imported.refused());
      assertEquals(document.pattern(), Samples.read(imported.yaml()).pattern());
    }
  }

  @Test
  void classesAndScriptsAreRefusedAndEverythingElseIsKept() {
    DynamicCepImport.Imported imported = DynamicCepImport.of(GRAPH);

    assertEquals(2, imported.refused().size());
    assertTrue(imported.refused().get(0).contains("start: a condition of type AVIATOR"));
    var pattern = Samples.read(imported.yaml()).pattern();
    assertEquals("login-fraud", pattern.id());
    assertEquals(10, Objects.requireNonNull(pattern.within()).toMinutes());
    assertEquals("start", pattern.skip().stage());
    assertEquals(3, pattern.stages().get(0).quantifier().min());
    assertEquals("false", pattern.stages().get(1).where());
  }

  @Test
  void whatIsNoLineOfNodesIsRefused() {
    String ring =
        GRAPH.replace("\"edges\": [", "\"edges\": [{\"source\": \"end\", \"target\": \"start\"}, ");

    assertThrows(IllegalArgumentException.class, () -> DynamicCepImport.of(ring));
    assertThrows(IllegalArgumentException.class, () -> DynamicCepImport.of("{}"));
    assertThrows(IllegalArgumentException.class, () -> DynamicCepImport.of("["));
  }
}
