// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.options;

import io.signalbox.analytics.quality.AnswerDetails;
import io.signalbox.analytics.quality.AnswerNumber;
import io.signalbox.analytics.quality.QualitySettings;
import io.signalbox.analytics.quality.ShapeReference;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;

/**
 * How the answers of models are watched.
 *
 * @param window stretch of event time that rates are told of
 * @param horizon how long after an answer labels still count
 * @param acceptAfter after which a change is what is usual
 * @param maxSegments segments of a service that are watched
 * @param maxFeatures features of a version of a classical model that are watched
 * @param family segments of all services together
 * @param falseShare share of false alarms of segments
 * @param numbers of answers that are watched beside their length
 * @param segments attributes by which rates are split
 * @param reference what the spread of numbers is held against
 * @param referenceWindow stretch of event time that a rolling reference is of
 * @param referenceGap between that stretch and the window that is held against it
 * @param postgres whether rates and impact of decisions go to the database, too
 * @param parquet folder for the same as Parquet, empty for none
 */
@OptionGroup(prefix = "quality", title = "Quality")
public record QualityOptions(
    @Option(value = "10m", doc = "Stretch of event time that rates are told of; full seconds.")
        Duration window,
    @Option(value = "1d", doc = "How long after an answer evaluations and labels still count.")
        Duration horizon,
    @Option(value = "1h", doc = "After which answers that changed are what is usual.")
        Duration acceptAfter,
    @Option(
            value = "512",
            doc =
                "Segments of a service that are watched: each metric of each version, of all"
                    + " answers, each tenant, each route and each value of quality.segments.",
            min = 1,
            max = 100_000)
        int maxSegments,
    @Option(
            value = "64",
            doc =
                "Features of a version of a classical model that are watched; together they have as"
                    + " many false alarms as one number.",
            min = 1,
            max = 1_000)
        int maxFeatures,
    @Option(
            value = "10000",
            doc =
                "Parts of answers (tenants, routes and the like) of all services together, at most.",
            min = 1,
            max = 10_000_000)
        int family,
    @Option(
            value = "0.05",
            doc = "Share of false alarms to be expected among those of parts of answers, at most.",
            min = 1e-6,
            max = 0.5)
        double falseShare,
    @Option(
            value = "",
            doc =
                "Numbers of answers that are watched beside their length, and alarm: latency, cost"
                    + " (`gen_ai.usage.cost`), input_tokens. Outcomes, length and these then share"
                    + " one budget of false alarms.")
        List<String> numbers,
    @Option(
            value = "",
            doc =
                "Attributes of answers by which rates are split, beside tenant and route: NAME is"
                    + " read of `segment.NAME` of a span, else of `NAME`.")
        List<String> segments,
    @Option(
            value = "frozen",
            doc =
                "What the spread of numbers is held against: the first ones of the version, or those"
                    + " of the hours before.")
        Reference reference,
    @Option(
            value = "1h",
            doc = "Stretch of event time that a rolling reference is of; full windows.")
        Duration referenceWindow,
    @Option(
            value = "10m",
            doc =
                "Between a rolling reference and the window that is held against it; full windows,"
                    + " up to eight with the stretch.")
        Duration referenceGap,
    @Option(
            value = "false",
            doc =
                "Whether rates of answers and impact of decisions go to PostgreSQL"
                    + " (`postgres.url`), too.")
        boolean postgres,
    @Option(
            value = "",
            doc =
                "Folder, of any file system that Flink knows, for rates and impact as Parquet by"
                    + " day; empty for none.")
        String parquet)
    implements Serializable {
  /** What the spread of numbers is held against. */
  public enum Reference {
    /** The first ones of the version, for ever. */
    FROZEN,
    /** Those of a stretch that rolls on, a gap before. */
    ROLLING
  }

  /**
   * Refuses what is no number of an answer.
   *
   * @throws IllegalArgumentException naming the option
   */
  public QualityOptions {
    try {
      AnswerNumber.parse(numbers);
    } catch (IllegalArgumentException unknown) {
      throw new IllegalArgumentException("quality.numbers = " + unknown.getMessage(), unknown);
    }
  }

  /** With numbers a rate, the length and these share one budget of false alarms. */
  private int channels() {
    return numbers.isEmpty() ? 1 : 2 + AnswerNumber.parse(numbers).size();
  }

  /** What is read of answers by these options. */
  public AnswerDetails details() {
    return new AnswerDetails(AnswerNumber.parse(numbers), segments);
  }

  /**
   * How answers are watched by these options.
   *
   * @throws IllegalArgumentException naming what cannot be
   */
  public QualitySettings settings() {
    return new QualitySettings(
        window.toMillis(),
        horizon.toMillis(),
        acceptAfter.toMillis(),
        maxSegments,
        maxFeatures,
        family,
        falseShare,
        reference == Reference.FROZEN
            ? ShapeReference.FROZEN
            : new ShapeReference(referenceWindow.toMillis(), referenceGap.toMillis()),
        QualitySettings.DEFAULT.drift().sharedBy(channels()));
  }
}
