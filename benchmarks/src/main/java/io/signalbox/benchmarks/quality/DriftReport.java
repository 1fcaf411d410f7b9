// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.quality;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.signalbox.analytics.quality.RateDifference;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was reported of a stream.
 *
 * @param file as found
 * @param stream its name without endings
 * @param positions rows, from 0, at which a change was reported
 * @param channel of each position what had changed; only for answers of models
 * @param direction of each position, {@code worse}, {@code better}, {@code higher} or {@code
 *     lower}; only for answers of models
 * @param known rows at which it did change
 * @param meanDelay rows from a change to its report; null when nothing was noticed
 * @param missed changes not reported in time
 * @param falseAlarms reports of no change
 * @param byChannel the same of each channel alone
 * @param knownChange comparison of both sides of each change of version, told apart from drift
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DriftReport(
    String file,
    String stream,
    List<Integer> positions,
    @Nullable List<String> channel,
    @Nullable List<String> direction,
    List<Integer> known,
    @JsonInclude(JsonInclude.Include.ALWAYS) @JsonProperty("mean_delay") @Nullable Double meanDelay,
    int missed,
    @JsonProperty("false_alarms") int falseAlarms,
    @JsonProperty("by_channel") @Nullable Map<String, ChannelScore> byChannel,
    @JsonProperty("known_change") @Nullable List<KnownChange> knownChange) {

  /**
   * How well one channel did.
   *
   * @param positions at which it was reported
   * @param delay rows to its first report after a change; null when there is none in time
   * @param falseAlarms reports of no change
   */
  public record ChannelScore(
      List<Integer> positions,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Double delay,
      @JsonProperty("false_alarms") int falseAlarms) {
    static ChannelScore of(KnownDrifts known, List<Integer> positions) {
      DriftScore score = DriftScore.of(known, positions);
      return new ChannelScore(positions, orNull(score.meanDelay()), score.falseAlarms());
    }
  }

  /**
   * Both sides of a change of version.
   *
   * @param row first row of the new version
   * @param channels by name: rates of good outcomes, shares of values above what was the middle
   */
  public record KnownChange(int row, String from, String to, Map<String, Difference> channels) {}

  /** A difference of rates with its 95 % interval. */
  public record Difference(
      double before,
      double after,
      double difference,
      double lower,
      double upper,
      @JsonProperty("p_value") double pValue) {
    static Difference of(RateDifference of) {
      return new Difference(
          of.before().rate(),
          of.after().rate(),
          of.difference(),
          of.lower(),
          of.upper(),
          of.pValue());
    }
  }

  static @Nullable Double orNull(double value) {
    return Double.isNaN(value) ? null : value;
  }

  /** A line for people. */
  public String line() {
    StringBuilder parts = new StringBuilder();
    if (byChannel != null) {
      new TreeMap<>(byChannel)
          .forEach(
              (name, score) ->
                  parts.append(
                      String.format(
                          Locale.ROOT,
                          "  %s %s",
                          name,
                          score.delay() == null ? "-" : String.valueOf(score.delay().intValue()))));
    }
    return String.format(
        Locale.ROOT,
        "%-42s %7s %6d %6d%s",
        stream,
        meanDelay == null ? "-" : String.format(Locale.ROOT, "%.1f", meanDelay),
        missed,
        falseAlarms,
        parts);
  }
}
