// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.incidents;

import io.signalbox.analytics.signals.PodName;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The layout of Nezha: a folder a day with metrics of pods and of edges, and traces by minute. */
final class NezhaSet {
  private static final String ENVIRONMENT = "nezha";
  private final Path folder;
  private final View view;
  private final Complaints complaints;

  NezhaSet(Path folder, View view, Complaints complaints) {
    this.folder = folder;
    this.view = view;
    this.complaints = complaints;
  }

  LabelledSet read() {
    List<Chapter> chapters = new ArrayList<>();
    for (Path day : entries(folder, "*")) {
      if (Files.isDirectory(day.resolve("metric"))) {
        NezhaMetrics metrics = new NezhaMetrics(ENVIRONMENT, view, complaints);
        for (Path file : entries(day.resolve("metric"), "*.csv*")) {
          chapters.addAll(metrics.chapters(file));
        }
        chapters.addAll(metrics.wire(day.resolve("metric")));
      }
      if (Files.isDirectory(day.resolve("trace"))) {
        NezhaTraces traces = new NezhaTraces(ENVIRONMENT, view, complaints);
        for (Path file : entries(day.resolve("trace"), "*_trace.csv*")) {
          chapters.addAll(traces.chapters(String.valueOf(day.getFileName()), file));
        }
      }
    }
    return new LabelledSet(cases(), chapters, List.of());
  }

  private List<LabelledCase> cases() {
    Path file = folder.resolve("faults.csv");
    List<LabelledCase> cases = new ArrayList<>();
    if (!Files.exists(file)) {
      complaints.add(file, 0, "absent");
      return cases;
    }
    List<List<String>> rows = CsvRows.read(file, complaints);
    List<String> header = rows.isEmpty() ? List.of() : rows.get(0);
    int day = header.indexOf("day");
    int at = header.indexOf("inject_epoch");
    int pod = header.indexOf("pod");
    int service = header.indexOf("service");
    int fault = header.indexOf("fault");
    if (Math.min(Math.min(day, at), Math.min(pod, fault)) < 0) {
      complaints.add(file, 1, "needs the columns day, inject_epoch, pod and fault");
      return cases;
    }
    for (int i = 1; i < rows.size(); i++) {
      List<String> row = rows.get(i);
      double seconds = row.size() == header.size() ? CsvRows.number(row.get(at)) : Double.NaN;
      if (Double.isNaN(seconds)) {
        complaints.add(file, i + 1L, "no time");
        continue;
      }
      String truth = service < 0 ? PodName.workload(row.get(pod)) : row.get(service);
      cases.add(
          new LabelledCase(
              row.get(day) + "/" + (i - 1),
              ENVIRONMENT,
              Duration.ofSeconds((long) seconds).toMillis(),
              null,
              truth,
              row.get(fault),
              null,
              List.of(),
              List.of()));
    }
    return cases;
  }

  private List<Path> entries(Path in, String glob) {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(in, glob)) {
      stream.forEach(found::add);
    } catch (IOException unreadable) {
      complaints.add(in, 0, "unreadable: " + unreadable.getMessage());
    }
    Collections.sort(found);
    return found;
  }
}
