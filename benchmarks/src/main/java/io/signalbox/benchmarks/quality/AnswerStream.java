// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.quality;

import io.signalbox.benchmarks.incidents.Complaints;
import io.signalbox.benchmarks.incidents.CsvRows;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Answers of a model in the order of their file.
 *
 * @param versions model version of each row; for the score and the test at a known change alone
 * @param values of each row, by channel
 */
record AnswerStream(List<String> versions, Map<AnswerChannel, List<Double>> values) {
  private static final String VERSION = "model_version";

  /** Reads a file; a row of the wrong length is named and passed over. */
  static AnswerStream read(Path file, Complaints complaints) {
    List<List<String>> rows = CsvRows.read(file, complaints);
    Map<AnswerChannel, List<Double>> values = new EnumMap<>(AnswerChannel.class);
    List<String> versions = new ArrayList<>();
    if (rows.isEmpty()) {
      complaints.add(file, 1, "no header");
      return new AnswerStream(versions, values);
    }
    List<String> header = rows.get(0);
    for (AnswerChannel channel : AnswerChannel.values()) {
      if (header.contains(channel.column())) {
        values.put(channel, new ArrayList<>());
      } else {
        complaints.add(file, 1, "no column " + channel.column());
      }
    }
    int version = header.indexOf(VERSION);
    for (int i = 1; i < rows.size(); i++) {
      List<String> row = rows.get(i);
      boolean whole = row.size() == header.size();
      if (!whole) {
        complaints.add(file, i + 1L, row.size() + " fields instead of " + header.size());
      }
      versions.add(whole && version >= 0 ? row.get(version) : "");
      values.forEach(
          (channel, all) ->
              all.add(number(whole ? row.get(header.indexOf(channel.column())) : "")));
    }
    return new AnswerStream(versions, values);
  }

  private static double number(String field) {
    return CsvRows.number(field.strip());
  }

  /** Rows from which another version answers. */
  List<Integer> switches() {
    List<Integer> rows = new ArrayList<>();
    String last = "";
    for (int row = 0; row < versions.size(); row++) {
      String version = versions.get(row);
      if (version.isEmpty()) {
        continue;
      }
      if (!last.isEmpty() && !version.equals(last)) {
        rows.add(row);
      }
      last = version;
    }
    return List.copyOf(rows);
  }
}
