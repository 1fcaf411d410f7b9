// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.quality;

import io.signalbox.analytics.quality.RateDifference;
import io.signalbox.analytics.quality.RateShift;
import io.signalbox.analytics.quality.ShiftDirection;
import io.signalbox.benchmarks.incidents.Complaints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Watches the labelled streams of a folder. */
public final class DriftRun {
  private static final int WITHIN = 250;

  private final Complaints complaints = new Complaints();

  /**
   * Reports of all streams below a folder, in the order of their names.
   *
   * @throws IOException when the folder cannot be listed
   */
  public List<DriftReport> run(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.walk(folder)) {
      files = found.filter(Files::isRegularFile).sorted().toList();
    }
    List<DriftReport> reports = new ArrayList<>();
    for (Path file : files) {
      String name = file.getFileName().toString();
      if (name.endsWith(".arff") || name.endsWith(".arff.gz")) {
        reports.add(classes(folder, file));
      } else if (name.startsWith("llmdrift_")
          && (name.endsWith(".csv") || name.endsWith(".csv.gz"))) {
        reports.add(answers(folder, file));
      }
    }
    return reports;
  }

  /** What could not be read. */
  public Complaints complaints() {
    return complaints;
  }

  private DriftReport classes(Path folder, Path file) {
    ClassStream.Found found = ClassStream.watch(file, complaints);
    KnownDrifts known = KnownDrifts.of(file.getFileName().toString(), found.rows());
    DriftScore score = DriftScore.of(known, found.positions());
    return new DriftReport(
        folder.relativize(file).toString(),
        stream(file),
        found.positions(),
        null,
        null,
        known.rows(),
        DriftReport.orNull(score.meanDelay()),
        score.missed(),
        score.falseAlarms(),
        null,
        null);
  }

  private DriftReport answers(Path folder, Path file) {
    AnswerStream answers = AnswerStream.read(file, complaints);
    List<Reported> reported = new ArrayList<>();
    answers
        .values()
        .forEach(
            (channel, values) -> reported.addAll(watch(channel, answers.values().size(), values)));
    reported.sort(Comparator.comparingInt(Reported::row).thenComparing(Reported::channel));
    List<Integer> positions = reported.stream().map(Reported::row).toList();
    List<String> channels = reported.stream().map(one -> one.channel().told()).toList();
    List<String> directions = reported.stream().map(Reported::direction).toList();
    KnownDrifts known = new KnownDrifts(answers.switches(), WITHIN);
    DriftScore score = DriftScore.of(known, positions);
    Map<String, DriftReport.ChannelScore> scores = new TreeMap<>();
    for (AnswerChannel channel : answers.values().keySet()) {
      List<Integer> rows =
          reported.stream().filter(one -> one.channel() == channel).map(Reported::row).toList();
      scores.put(channel.told(), DriftReport.ChannelScore.of(known, rows));
    }
    return new DriftReport(
        folder.relativize(file).toString(),
        stream(file),
        positions,
        channels,
        directions,
        known.rows(),
        DriftReport.orNull(score.meanDelay()),
        score.missed(),
        score.falseAlarms(),
        scores,
        changes(answers));
  }

  private record Reported(int row, AnswerChannel channel, String direction) {}

  private static List<Reported> watch(AnswerChannel channel, int channels, List<Double> values) {
    List<Reported> reported = new ArrayList<>();
    AnswerChannel.Watch watch = channel.watch(channels);
    for (int row = 0; row < values.size(); row++) {
      RateShift shift = watch.add(values.get(row));
      if (shift != null) {
        reported.add(new Reported(row, channel, direction(channel, shift)));
      }
    }
    return reported;
  }

  /** Of numbers the share below an edge is watched: more of them below is lower. */
  private static String direction(AnswerChannel channel, RateShift shift) {
    boolean up = shift.direction() == ShiftDirection.UP;
    if (channel == AnswerChannel.OUTCOME) {
      return up ? "better" : "worse";
    }
    return up ? "lower" : "higher";
  }

  private static List<DriftReport.KnownChange> changes(AnswerStream answers) {
    List<DriftReport.KnownChange> changes = new ArrayList<>();
    List<Integer> switches = new ArrayList<>(answers.switches());
    switches.add(answers.versions().size());
    int from = 0;
    for (int i = 0; i + 1 < switches.size(); i++) {
      int row = switches.get(i);
      int to = switches.get(i + 1);
      Map<String, DriftReport.Difference> differences = new TreeMap<>();
      for (Map.Entry<AnswerChannel, List<Double>> one : answers.values().entrySet()) {
        RateDifference difference =
            one.getKey()
                .compare(one.getValue().subList(from, row), one.getValue().subList(row, to));
        if (difference != null) {
          differences.put(one.getKey().told(), DriftReport.Difference.of(difference));
        }
      }
      changes.add(
          new DriftReport.KnownChange(
              row, answers.versions().get(from), answers.versions().get(row), differences));
      from = row;
    }
    return changes;
  }

  private static String stream(Path file) {
    return file.getFileName().toString().replaceFirst("\\.(arff|csv)(\\.gz)?$", "");
  }
}
