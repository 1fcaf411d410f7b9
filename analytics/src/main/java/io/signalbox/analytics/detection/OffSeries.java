// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

/**
 * A series that is off its band now.
 *
 * @param subject what a person calls it
 * @param startedAtMs onset, epoch milliseconds
 * @param pValue smallest p-value so far
 */
record OffSeries(String subject, long startedAtMs, double pValue) {
  static OffSeries of(Episode episode) {
    return new OffSeries(episode.subject(), episode.startedAt().toEpochMilli(), episode.pValue());
  }

  /** One on its way to or from bytes, with the id of its episode. */
  static final class Draft {
    String id = "";
    private String subject = "";
    private long startedAtMs;
    private double pValue;

    Draft() {}

    Draft(String id, OffSeries series) {
      this.id = id;
      this.subject = series.subject;
      this.startedAtMs = series.startedAtMs;
      this.pValue = series.pValue;
    }

    OffSeries series() {
      return new OffSeries(subject, startedAtMs, pValue);
    }

    void walk(Fields fields) {
      id = fields.text(id);
      subject = fields.text(subject);
      startedAtMs = fields.integer(startedAtMs);
      pValue = fields.real(pValue);
    }
  }
}
