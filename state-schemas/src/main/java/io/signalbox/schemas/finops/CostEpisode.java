// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.detection.EpisodeGate;
import io.signalbox.analytics.detection.EpisodeId;
import io.signalbox.analytics.detection.EpisodeKind;
import io.signalbox.analytics.detection.EpisodeStatus;
import io.signalbox.analytics.detection.EpisodeSubject;
import io.signalbox.analytics.finops.anomalies.CostAnomaly;
import io.signalbox.analytics.finops.anomalies.CostRevision;
import io.signalbox.analytics.finops.anomalies.CostSeries;
import io.signalbox.analytics.finops.anomalies.CostSubject;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * One revision of hours whose cost was not as usual.
 *
 * @param id the same for all revisions
 * @param revision 1, 2, ...
 * @param status open, updated or closed
 * @param dimension by what uses are told apart: tenant, team, feature, agent, model, provider,
 *     region or data_class; all for all of them
 * @param value the one of that dimension, or ALL
 * @param metric cost of the hour, or cost_per_request
 * @param direction up or down
 * @param driver what changed most: volume, mix, price, cache, input_length, output_length, other
 * @param fromAt first moment of the first unusual hour
 * @param toAt first moment after the last one so far
 * @param cost of the unusual hours, as known at the end of each, in USD, an exact decimal as all
 *     money here
 * @param expected what so many hours usually cost, in USD
 * @param over the cost less what was expected, in USD
 * @param drivers what each changed, in USD; they sum to over
 * @param qualityCheck whether somebody should look at the quality of answers
 * @param score strength in 0..1
 * @param pValue smallest tail probability of an hour
 * @param measured what was measured in that hour: its cost, or that of a call, rounded
 * @param usual what was expected in its place
 * @param lower lower end of the usual band
 * @param upper upper end of it
 * @param updatedAt event time of this revision: the end of an hour
 */
public record CostEpisode(
    String id,
    int revision,
    EpisodeStatus status,
    String dimension,
    String value,
    String metric,
    String direction,
    String driver,
    Instant fromAt,
    Instant toAt,
    String cost,
    String expected,
    String over,
    Map<String, String> drivers,
    boolean qualityCheck,
    double score,
    double pValue,
    double measured,
    double usual,
    double lower,
    double upper,
    Instant updatedAt) {
  private static final String ALL = "all";

  /** The record of a revision. */
  public static CostEpisode of(CostRevision told) {
    CostAnomaly found = told.anomaly();
    CostSubject subject = new CostSubject(found.dimension(), found.value());
    Map<String, String> drivers = new TreeMap<>();
    found.drivers().forEach((driver, usd) -> drivers.put(driver.label(), TotalsJson.money(usd)));
    return new CostEpisode(
        told.id(),
        told.revision(),
        told.status(),
        found.dimension() == null ? ALL : found.dimension().label(),
        found.value(),
        new CostSeries(subject, found.perRequest()).measure(),
        found.cheaper() ? "down" : "up",
        found.driver().label(),
        Instant.ofEpochMilli(found.fromMs()),
        Instant.ofEpochMilli(found.toMs()),
        TotalsJson.money(found.cost()),
        TotalsJson.money(found.expected()),
        TotalsJson.money(found.cost().subtract(found.expected())),
        drivers,
        found.asksForQuality(),
        EpisodeGate.score(told.pValue()),
        told.pValue(),
        told.value(),
        told.expected(),
        told.lower(),
        told.upper(),
        Instant.ofEpochMilli(told.toldMs()));
  }

  /** Whose cost it is. */
  public CostSubject subject() {
    return dimension.equals(ALL) ? CostSubject.ALL : CostSubject.parse(dimension + '=' + value);
  }

  /** What it says of a service that made such calls. */
  public Episode about(String environment, String service) {
    String series = new CostSeries(subject(), metric.equals("cost_per_request")).text();
    EpisodeSubject of = new EpisodeSubject(environment, service, EpisodeKind.COST, series, null);
    return new Episode(
        EpisodeId.of(of, fromAt.toEpochMilli()),
        revision,
        status,
        environment,
        service,
        EpisodeKind.COST,
        series,
        null,
        fromAt,
        updatedAt,
        status == EpisodeStatus.CLOSED ? toAt : null,
        score,
        pValue,
        measured,
        usual,
        lower,
        upper,
        (toAt.getEpochSecond() - fromAt.getEpochSecond()) / 3600,
        reason(series));
  }

  private String reason(String series) {
    String text =
        String.format(
            Locale.ROOT,
            "%s is unusual since %s: %.4g USD, usually %.4g, for the most part by %s",
            series,
            fromAt,
            Double.parseDouble(cost),
            Double.parseDouble(expected),
            driver);
    return qualityCheck ? text + "; see whether answers are as good as before" : text;
  }
}
