// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.incidents;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.signalbox.analytics.incidents.IncidentWindow;
import io.signalbox.analytics.signals.DeadLetter;
import io.signalbox.analytics.signals.DeadLetterReason;
import io.signalbox.jobs.patterns.RuleText;
import io.signalbox.patterns.incidents.WindowFile;
import io.signalbox.patterns.reading.Problem;
import java.util.stream.Collectors;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/** Reads the windows of each file, and refuses a file whole in which something is wrong. */
final class ReadWindowFiles extends ProcessFunction<RuleText, IncidentWindow> {
  private static final long serialVersionUID = 1;

  @Override
  public void processElement(RuleText file, Context context, Collector<IncidentWindow> out) {
    WindowFile read = WindowFile.read(file.origin(), file.text());
    if (read.problems().isEmpty()) {
      read.windows().forEach(out::collect);
      return;
    }
    String detail =
        read.problems().stream().map(Problem::toString).collect(Collectors.joining("\n"));
    context.output(
        ReadStatements.REFUSED,
        new DeadLetter(
            DeadLetterReason.MALFORMED,
            detail,
            file.origin(),
            0,
            0,
            null,
            file.text().getBytes(UTF_8)));
  }
}
