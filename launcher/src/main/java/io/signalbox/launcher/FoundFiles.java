// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.incidents.Incident;
import io.signalbox.analytics.incidents.IncidentMeasure;
import io.signalbox.analytics.quality.QualityRate;
import io.signalbox.analytics.signals.EdgeWindow;
import io.signalbox.jobs.incidents.IncidentReport;
import io.signalbox.jobs.incidents.IncidentSummary;
import io.signalbox.jobs.incidents.KnownFault;
import io.signalbox.jobs.incidents.ReportData;
import io.signalbox.schemas.json.RecordJson;
import io.signalbox.schemas.topics.QualityTopics;
import io.signalbox.schemas.topics.Topic;
import io.signalbox.schemas.topics.Topics;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells a person what a run has found and where the files are, and leaves a report with them. */
final class FoundFiles {
  private FoundFiles() {}

  /**
   * Writes {@code report.html} and prints the incidents and the files.
   *
   * @param truth what really went wrong, to compare with, if it is known
   */
  static void tell(Path folder, @Nullable Path truth, PrintWriter out) throws IOException {
    List<Incident> incidents = read(folder, Topics.INCIDENTS);
    List<Episode> episodes = read(folder, Topics.EPISODES);
    List<EdgeWindow> edges = read(folder, Topics.EDGES);
    List<QualityRate> rates = read(folder, QualityTopics.QUALITY_RATES);
    List<IncidentMeasure> measures = read(folder, Topics.INCIDENT_MEASURES);
    List<KnownFault> faults =
        truth == null ? List.of() : KnownFault.read(Files.readAllBytes(truth));
    Path report = folder.resolve("report.html");
    Files.writeString(
        report,
        IncidentReport.render(new ReportData(incidents, episodes, edges, faults, rates, measures)));
    IncidentSummary.lines(incidents).forEach(out::println);
    if (!faults.isEmpty()) {
      out.println();
      out.println("What really went wrong, and what was found:");
      IncidentSummary.comparison(faults, incidents).forEach(out::println);
    }
    out.println();
    out.println("Files in " + folder + ":");
    for (Path file : files(folder)) {
      try (Stream<String> lines = Files.lines(file)) {
        out.printf("  %-26s %,9d records%n", file.getFileName(), lines.count());
      }
    }
    out.println("  report.html                for reading in a browser");
    out.flush();
  }

  private static <T> List<T> read(Path folder, Topic<T> topic) throws IOException {
    List<T> records = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve(topic.name() + ".jsonl"))) {
      records.add(RecordJson.read(line.getBytes(StandardCharsets.UTF_8), topic.type()));
    }
    return records;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList();
    }
  }
}
