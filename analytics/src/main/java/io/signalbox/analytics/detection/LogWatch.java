// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import io.signalbox.analytics.signals.LogLine;
import java.time.Instant;
import java.util.List;

/**
 * Watches what a service complains of: records of severity error and warn, by severity and by
 * template. Others are not counted; they would crowd out the templates that matter. What is new in
 * the first ten minutes is merely unknown.
 */
final class LogWatch {
  private static final int WARN = 13;
  private static final int ERROR = 17;
  private static final long WARM_UP_MS = 600_000;
  private static final int MOST_OPEN = 8;

  /** From which a complaint is told of, nats: one that is new after half an hour. */
  private static final double SUSPICIOUS = 5;

  private final CountRate errors = new CountRate();
  private final CountRate warnings = new CountRate();
  private final LogTemplates templates = new LogTemplates();
  private long sinceMs = -1;

  void fold(long tickMs, List<LogLine> lines) {
    if (sinceMs < 0 && !lines.isEmpty()) {
      sinceMs = tickMs;
    }
    for (LogLine line : lines) {
      if (line.severity() >= WARN) {
        boolean error = line.severity() >= ERROR;
        (error ? errors : warnings).add(line.count());
        templates.take(error ? ERROR : WARN, line.text(), tickMs).rate().add(line.count());
      }
    }
  }

  void endWindow(Judgement look) {
    if (sinceMs < 0) {
      return;
    }
    boolean warm = look.atMs() - sinceMs >= WARM_UP_MS;
    errors.endWindow(look, "severity=error", warm);
    warnings.endWindow(look, "severity=warn", warm);
    long open = templates.all().stream().filter(template -> template.rate().isOpen()).count();
    for (LogTemplate template : templates.all()) {
      if (warm) {
        suspect(look, template);
      }
      boolean was = template.rate().isOpen();
      template.endWindow(look, warm && open < MOST_OPEN);
      open += template.rate().isOpen() && !was ? 1 : 0;
    }
  }

  private void suspect(Judgement look, LogTemplate template) {
    CountRate rate = template.rate();
    double surprise = rate.surprise((look.atMs() - sinceMs) / RequestWatch.WINDOW_MS);
    if (surprise >= SUSPICIOUS) {
      look.suspicions()
          .accept(
              new Suspicion(
                  look.environment(),
                  look.service(),
                  EpisodeKind.LOGS,
                  template.text(),
                  Instant.ofEpochMilli(look.atMs()),
                  surprise,
                  RequestWatch.WINDOW_MS,
                  rate.count(),
                  rate.usual(),
                  rate.count()));
    }
  }

  /** Ends all that is open: no window will follow soon. */
  void pause(Judgement look) {
    errors.release(look, "severity=error");
    warnings.release(look, "severity=warn");
    templates.all().forEach(template -> template.release(look));
  }

  void walk(Fields fields) {
    sinceMs = fields.integer(sinceMs);
    errors.walk(fields);
    warnings.walk(fields);
    templates.walk(fields);
  }
}
