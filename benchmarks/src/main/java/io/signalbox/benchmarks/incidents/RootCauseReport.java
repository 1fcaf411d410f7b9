// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.incidents;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.signalbox.analytics.incidents.Evidence;
import io.signalbox.analytics.incidents.Suspect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Writes down what was said of each case, and tells how often it was right. */
public final class RootCauseReport {
  private static final JsonMapper JSON = new JsonMapper();
  private final List<CaseVerdict> verdicts;
  private final RootCauseFindings findings;
  private final RootCauseFormat format;

  private RootCauseReport(RootCauseFormat format, RootCauseFindings findings, View view) {
    this.format = format;
    this.findings = findings;
    this.verdicts =
        findings.set().cases().stream()
            .map(known -> CaseVerdict.of(findings, known, view))
            .toList();
  }

  /** The report of a run. */
  public static RootCauseReport of(RootCauseFormat format, RootCauseFindings findings, View view) {
    return new RootCauseReport(format, findings, view);
  }

  /** What was said of each case. */
  public List<CaseVerdict> verdicts() {
    return verdicts;
  }

  /** Writes one JSON object a case. */
  public void write(Path file) throws IOException {
    List<String> lines = new ArrayList<>();
    for (CaseVerdict verdict : verdicts) {
      lines.add(JSON.writeValueAsString(json(verdict)));
    }
    Path parent = file.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    Files.write(file, lines);
  }

  private static ObjectNode json(CaseVerdict verdict) {
    ObjectNode out = JSON.createObjectNode();
    out.put("case", verdict.known().id()).put("at", verdict.known().atMs() / 1000);
    out.put("truth", verdict.known().truth());
    ArrayNode ranking = out.putArray("ranking");
    for (Suspect suspect : verdict.ranking()) {
      ObjectNode one = ranking.addObject();
      one.put("node", suspect.node()).put("score", suspect.score());
      one.put("confidence", suspect.confidence());
      ArrayNode evidence = one.putArray("evidence");
      for (Evidence reason : suspect.evidence()) {
        evidence
            .addObject()
            .put("kind", reason.kind())
            .put("subject", reason.subject())
            .put("since", reason.since().toString())
            .put("statement", reason.statement())
            .put("p_value", reason.pValue())
            .put("weight", reason.weight());
      }
    }
    if (verdict.known().change() != null) {
      out.put("change", verdict.change());
      ArrayNode blast = out.putArray("blast_radius");
      verdict.blastRadius().forEach(blast::add);
    }
    out.put("detected_after_s", verdict.detectedAfter());
    return out;
  }

  /** The figures, a line each. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%-18s %5s  %s",
            "",
            "cases",
            "AC@1 (95 %)          AC@3 (95 %)          AC@5 (95 %)          Avg@5"));
    Map<String, List<CaseVerdict>> byKind = new TreeMap<>();
    verdicts.forEach(
        one -> byKind.computeIfAbsent(one.known().kind(), kind -> new ArrayList<>()).add(one));
    lines.add(line("all", RankFigure.of(verdicts)));
    byKind.forEach((kind, some) -> lines.add(line(kind, RankFigure.of(some))));
    lines.addAll(Calibration.of(verdicts).lines());
    if (format == RootCauseFormat.NEZHA) {
      IncidentFigures figures = IncidentFigures.of(findings);
      lines.add(
          String.format(
              Locale.ROOT,
              "incidents opened %d, faults covered %d of %d, merged %d, spurious %d",
              figures.opened(),
              figures.covered(),
              figures.faults(),
              figures.merged(),
              figures.spurious()));
      lines.add(TimeToIncident.of(findings).line());
    }
    if (format == RootCauseFormat.ROOTCAUSEBENCH) {
      lines.addAll(ofChanges());
    }
    for (LabelledSet.Quiet quiet : findings.set().quiet()) {
      lines.add(
          "false incidents in "
              + quiet.environment()
              + ": "
              + IncidentFigures.falseIn(findings, quiet));
    }
    return lines;
  }

  private static String line(String name, RankFigure figure) {
    return String.format(
        Locale.ROOT,
        "%-18s %5d  %s  %s  %s  %.3f",
        name,
        figure.cases(),
        share(figure, 1),
        share(figure, 3),
        share(figure, 5),
        figure.average());
  }

  private static String share(RankFigure figure, int k) {
    double[] interval = figure.interval(k);
    return String.format(Locale.ROOT, "%.3f (%.3f-%.3f)", figure.at(k), interval[0], interval[1]);
  }

  private List<String> ofChanges() {
    int right = 0;
    int decoys = 0;
    double overlap = 0;
    for (CaseVerdict verdict : verdicts) {
      right += verdict.changeIsRight() ? 1 : 0;
      decoys += verdict.blamesDecoy() ? 1 : 0;
      overlap += verdict.blastOverlap();
    }
    int of = verdicts.size();
    return List.of(
        counted("change or none right", right, of),
        counted("decoys blamed", decoys, of),
        String.format(Locale.ROOT, "blast radius, mean Jaccard %.3f", of == 0 ? 0 : overlap / of));
  }

  private static String counted(String what, int hits, int of) {
    double[] interval = RankFigure.wilson(hits, of);
    return String.format(
        Locale.ROOT, "%s %d of %d (%.3f-%.3f)", what, hits, of, interval[0], interval[1]);
  }
}
