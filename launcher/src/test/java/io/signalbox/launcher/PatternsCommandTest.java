// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class PatternsCommandTest {
  private static final String ID = "deploy-regression";

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void theCatalogueThatShipsPassesItsTestsAndTheLinter() {
    assertEquals(0, run("test"), out.toString() + err);
    assertTrue(out.toString().contains(" 0 failed, 0 problems"), out::toString);
    assertEquals(0, run("lint", "--strict"), out.toString() + err);
  }

  @Test
  void aFailingTestIsShownWithItsPlaceAndFirstDifference(@TempDir Path folder) throws IOException {
    Path shipped =
        Path.of(System.getProperty("signalbox.root", ".."))
            .resolve("flink-conf/patterns/07-deploy-regression.yaml");
    String text = Files.readString(shipped).replace("    expect: 1\n", "    expect: 3\n");
    Files.writeString(folder.resolve("a.yaml"), text);

    assertEquals(1, run("test", folder.toString()));
    assertTrue(out.toString().contains("expected 3 matches, found 1 match"), out::toString);
    assertTrue(out.toString().contains("a.yaml:"), out::toString);
  }

  @Test
  void whatCannotBeReadFailsTestAndLint(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("a.yaml"), "kind: Nothing\n");

    assertEquals(1, run("test", folder.toString()));
    assertEquals(1, run("lint", folder.toString()));
    assertTrue(out.toString().contains("a.yaml:1:7: 'kind' is FailurePattern"), out::toString);
  }

  @Test
  void whatIsWrongIsToldWithFileLineAndReason(@TempDir Path folder) throws IOException {
    Path shipped =
        Path.of(System.getProperty("signalbox.root", ".."))
            .resolve("flink-conf/patterns/07-deploy-regression.yaml");
    String text = Files.readString(shipped);
    lint(folder, text.replaceFirst("key: service", "key: [service"), "that begins in line ");
    lint(folder, text.replaceFirst("e.type ==", "e.type ="), ": to compare is written ==");
    lint(folder, text.replaceFirst("e.type ==", "e.typ =="), "there is no field 'typ'");
    lint(folder, text.replaceAll("within: \\w+,? ?", ""), "a pattern without bound");
    lint(folder, text + "#" + "x".repeat(1 << 20), "1:1: a pattern has at most 65536 bytes, this");
  }

  private void lint(Path folder, String text, String said) throws IOException {
    Path file = Files.writeString(folder.resolve("one.yaml"), text);
    out.getBuffer().setLength(0);

    assertEquals(1, run("lint", file.toString()), said);
    String first = out.toString().lines().findFirst().orElse("");
    assertTrue(first.matches(".*one\\.yaml:\\d+:\\d+: .*") && first.contains(said), first);
  }

  @Test
  void aFileThatIsNotThereIsNamed(@TempDir Path folder) {
    Path file = folder.resolve("none.yaml");

    assertEquals(2, run("publish", file.toString()));
    assertTrue(out.toString().contains("no file " + file), out::toString);
  }

  @Test
  void aPatternIsToldDrawnExportedAndImported(@TempDir Path folder) throws IOException {
    assertEquals(0, run("explain", ID));
    assertEquals(0, run("graph", ID, "--format", "mermaid"));
    assertTrue(out.toString().contains("flowchart LR"));
    out.getBuffer().setLength(0);
    assertEquals(0, run("export", ID, "--format", "dynamic-cep"), err.toString());
    Path graph = Files.writeString(folder.resolve("graph.json"), out.toString());
    assertEquals(0, run("import", graph.toString()), err.toString());
    assertEquals(2, run("export", ID, "--format", "xml"));
  }

  private int run(String... arguments) {
    return new CommandLine(new PatternsCommand())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
