// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.advice;

import io.signalbox.analytics.incidents.Evidence;
import io.signalbox.analytics.incidents.Incident;
import io.signalbox.analytics.incidents.IncidentStatus;
import io.signalbox.analytics.incidents.MoneyAtRisk;
import io.signalbox.analytics.incidents.ObjectiveHit;
import io.signalbox.analytics.incidents.Suspect;
import io.signalbox.analytics.signals.Change;
import io.signalbox.patterns.reading.Problems;
import io.signalbox.patterns.reading.YamlMap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** Makes an incident of what a test says about it; what it does not say is usual. */
final class FactReader {
  private static final Instant SOMETIME = Instant.parse("2026-01-01T00:00:00Z");
  private static final Set<String> SEVERITIES = Set.of("minor", "major", "critical");

  private final Problems problems;

  FactReader(Problems problems) {
    this.problems = problems;
  }

  Incident read(Node node) {
    YamlMap map = new YamlMap(node, "an incident", problems);
    String severity = map.text("severity", "major");
    if (!SEVERITIES.contains(severity)) {
      map.problem("severity", "'severity' is minor, major or critical, not '" + severity + "'");
    }
    Suspect suspect = suspect(map);
    List<String> blast = map.texts("blast_radius");
    TreeSet<String> services = new TreeSet<>(map.texts("services"));
    services.addAll(blast);
    services.add(suspect.node());
    String leaf = optional(map, "class");
    List<Change> changes = new ArrayList<>();
    for (Node one : map.listOf("changes")) {
      changes.add(change(one, changes.size()));
    }
    List<ObjectiveHit> hits = new ArrayList<>();
    map.listOf("objectives").forEach(one -> hits.add(HitReader.read(one, problems)));
    String environment = map.text("environment", "");
    map.done();
    return new Incident(
        "inc-test",
        1,
        IncidentStatus.OPEN,
        environment,
        SOMETIME,
        SOMETIME,
        SOMETIME,
        null,
        "",
        severity,
        List.copyOf(services),
        List.of(suspect),
        SOMETIME,
        null,
        leaf,
        changes,
        blast,
        List.of(),
        null,
        List.of(),
        1,
        null,
        null,
        hits,
        MoneyAtRisk.sum(hits));
  }

  private Suspect suspect(YamlMap incident) {
    Node node = incident.get("suspect");
    YamlMap map = new YamlMap(node == null ? incident.node() : node, "a suspect", problems);
    String name = node == null ? "cart" : map.needText("node");
    String kind = node == null ? "service" : map.text("kind", "service");
    String version = node == null ? null : optional(map, "version");
    double confidence = node == null ? 1 : map.number("confidence", 1);
    if (node != null) {
      map.done();
    }
    List<Evidence> evidence = new ArrayList<>();
    for (Node one : incident.listOf("evidence")) {
      evidence.add(evidence(one, evidence.size()));
    }
    return new Suspect(name, kind, version, 1, confidence, evidence);
  }

  /** Each weighs less than the one before it. */
  private Evidence evidence(Node node, int place) {
    YamlMap map = new YamlMap(node, "evidence", problems);
    String kind = map.needText("kind");
    String subject = map.text("subject", "");
    Evidence read =
        new Evidence(
            kind,
            subject,
            SOMETIME,
            map.text("statement", kind + " " + subject),
            map.number("value", 0),
            map.number("expected", 0),
            1,
            1.0 / (place + 1));
    map.done();
    return read;
  }

  private Change change(Node node, int place) {
    YamlMap map = new YamlMap(node, "a change", problems);
    Change read =
        new Change(
            "change-" + place,
            SOMETIME,
            "",
            map.needText("service"),
            map.needText("kind"),
            optional(map, "version"),
            optional(map, "previous"),
            "test",
            optional(map, "description"),
            map.flag("inferred"));
    map.done();
    return read;
  }

  private static @Nullable String optional(YamlMap map, String key) {
    return map.has(key) ? map.text(key, "") : null;
  }
}
