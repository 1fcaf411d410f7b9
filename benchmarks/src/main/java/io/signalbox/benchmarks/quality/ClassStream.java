// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.quality;

import io.signalbox.analytics.quality.DriftSettings;
import io.signalbox.analytics.quality.RateDetector;
import io.signalbox.analytics.quality.RateShift;
import io.signalbox.analytics.quality.ShiftDirection;
import io.signalbox.benchmarks.incidents.Complaints;
import io.signalbox.benchmarks.incidents.CsvRows;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A stream of classified rows in ARFF: each row is classified, then learned, and the errors are
 * watched. After a change the classifier begins anew. The last column is the class.
 */
final class ClassStream {
  private final Path file;
  private final Complaints complaints;
  private final List<Attribute> attributes = new ArrayList<>();
  private final List<Integer> changes = new ArrayList<>();
  private final RateDetector detector = new RateDetector(DriftSettings.DEFAULT);
  private NaiveBayes learner = new NaiveBayes(List.of(), 1);
  private int rows;

  private ClassStream(Path file, Complaints complaints) {
    this.file = file;
    this.complaints = complaints;
  }

  /** Watches a file; rows that cannot be read are named and passed over, but counted. */
  static Found watch(Path file, Complaints complaints) {
    ClassStream stream = new ClassStream(file, complaints);
    stream.read();
    return new Found(stream.rows, stream.changes);
  }

  /**
   * What was found in a file.
   *
   * @param rows how many it has
   * @param positions rows, from 0, at which the rate of errors went up
   */
  record Found(int rows, List<Integer> positions) {}

  private void read() {
    long line = 0;
    boolean data = false;
    try (BufferedReader in = CsvRows.open(file)) {
      for (String text = in.readLine(); text != null; text = in.readLine()) {
        line++;
        String start = text.strip().toLowerCase(Locale.ROOT);
        if (start.isEmpty() || start.startsWith("%")) {
          continue;
        }
        try {
          if (data) {
            row(text);
          } else if (start.startsWith("@attribute")) {
            attributes.add(Attribute.of(text.strip()));
          } else if (start.startsWith("@data")) {
            data = true;
            begin();
          }
        } catch (IllegalArgumentException unreadable) {
          complaints.add(file, line, String.valueOf(unreadable.getMessage()));
          if (!data || learns() < 2) {
            return;
          }
        }
      }
    } catch (IOException damaged) {
      complaints.add(file, line, "unreadable: " + damaged.getMessage());
    }
    if (!data) {
      complaints.add(file, 0, "no @data in it");
    }
  }

  private int learns() {
    return attributes.isEmpty() ? 0 : attributes.get(attributes.size() - 1).names().size();
  }

  private void begin() {
    if (learns() < 2) {
      throw new IllegalArgumentException("the last attribute is to name at least two classes");
    }
    learner = new NaiveBayes(attributes.subList(0, attributes.size() - 1), learns());
  }

  private void row(String text) {
    int place = rows++;
    List<String> fields = CsvRows.fields(text);
    if (fields.size() != attributes.size()) {
      throw new IllegalArgumentException(fields.size() + " fields instead of " + attributes.size());
    }
    double[] values = new double[fields.size() - 1];
    for (int i = 0; i < values.length; i++) {
      values[i] = attributes.get(i).value(fields.get(i));
    }
    double truth = attributes.get(values.length).value(fields.get(values.length));
    if (Double.isNaN(truth)) {
      throw new IllegalArgumentException("no class");
    }
    boolean wrong = learner.classify(values) != (int) truth;
    learner.learn(values, (int) truth);
    RateShift shift = detector.add(wrong);
    if (shift != null && shift.direction() == ShiftDirection.UP) {
      changes.add(place);
      begin();
    }
  }
}
