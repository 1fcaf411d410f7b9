// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.patterns;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.detection.EpisodeKind;
import io.signalbox.analytics.detection.EpisodeStatus;
import io.signalbox.analytics.finops.Dimension;
import io.signalbox.analytics.finops.anomalies.CostSeries;
import io.signalbox.analytics.finops.anomalies.CostSubject;
import io.signalbox.analytics.quality.Observation;
import io.signalbox.analytics.quality.Segment;
import io.signalbox.analytics.signals.Change;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/** Makes pattern events, in role SELF and not yet keyed, of what the jobs have found. */
public final class PatternEvents {
  private static final Map<String, String> CHANGES =
      Map.of("upgraded", "deployed", "rolled_back", "rolledback");

  private static final String TENANT = "tenant=";

  private PatternEvents() {}

  /**
   * The event of a revision of an episode.
   *
   * @param foundMs event time at which it was found, epoch milliseconds
   */
  public static PatternEvent of(long foundMs, Episode episode) {
    boolean edge = episode.peer() != null;
    EventBuilder event =
        new EventBuilder(foundMs, episode.environment(), episode.service())
            .text(EventField.SIGNAL, episode.kind().name().toLowerCase(Locale.ROOT))
            .text(EventField.SUBJECT, episode.subject())
            .text(EventField.PEER, episode.peer())
            .text(EventField.DIRECTION, episode.value() < episode.expected() ? "down" : "up")
            .number(EventField.VALUE, episode.value())
            .number(EventField.EXPECTED, episode.expected())
            .number(EventField.RATIO, ratio(episode.value(), episode.expected()))
            .number(EventField.SCORE, episode.score())
            .text(EventField.ID, episode.id())
            .text(EventField.REASON, episode.reason())
            .count(EventField.AGE_MS, foundMs - ms(episode.startedAt()));
    if (episode.kind() == EpisodeKind.COHORT) {
      cohort(event, episode.subject());
    }
    if (episode.kind() == EpisodeKind.QUALITY) {
      Segment segment = Segment.parse(episode.subject());
      event
          .text(EventField.SIGNAL, segment.metric())
          .text(EventField.MODEL, segment.model())
          .text(EventField.DIRECTION, "down");
      if (segment.cut().startsWith(TENANT)) {
        event.text(EventField.TENANT, segment.cut().substring(TENANT.length()));
      }
      boolean rated = !segment.metric().equals(Observation.LENGTH);
      return event.build((rated ? "quality." : "anomaly.") + word(episode.status()));
    }
    if (episode.kind() == EpisodeKind.COST) {
      cost(event, CostSeries.parse(episode.subject()));
      return event.build("cost." + word(episode.status()));
    }
    return event.build((edge ? "edge." : "anomaly.") + word(episode.status()));
  }

  private static String word(EpisodeStatus status) {
    return switch (status) {
      case OPEN -> "opened";
      case UPDATED -> "updated";
      case CLOSED -> "closed";
    };
  }

  private static void cost(EventBuilder event, CostSeries series) {
    CostSubject subject = series.subject();
    event.text(EventField.SIGNAL, series.measure());
    Dimension dimension = subject.dimension();
    if (dimension != null) {
      switch (dimension) {
        case MODEL -> event.text(EventField.MODEL, subject.value());
        case PROVIDER -> event.text(EventField.PROVIDER, subject.value());
        case TENANT -> event.text(EventField.TENANT, subject.value());
        case AGENT -> event.text(EventField.AGENT, subject.value());
        case TEAM, FEATURE, REGION, DATA_CLASS -> {} // the subject says it
      }
    }
  }

  private static void cohort(EventBuilder event, String subject) {
    int equals = subject.indexOf('=');
    if (equals > 0) {
      String value = subject.substring(equals + 1);
      switch (subject.substring(0, equals)) {
        case "version" -> event.text(EventField.VERSION, value);
        case "zone" -> event.text(EventField.ZONE, value);
        default -> {} // the subject says it
      }
    }
  }

  /** The event of a change; see {@link #of(long, Episode)}. */
  public static PatternEvent of(long foundMs, Change change) {
    return new EventBuilder(foundMs, change.environment(), change.service())
        .text(EventField.VERSION, change.version())
        .text(EventField.PREVIOUS, change.previousVersion())
        .text(EventField.ID, change.id())
        .flag(EventField.INFERRED, change.inferred())
        .count(EventField.AGE_MS, foundMs - ms(change.at()))
        .build("change." + CHANGES.getOrDefault(change.kind(), change.kind()));
  }

  /**
   * The event of a symptom; see {@link #of(long, Episode)}. A field of no such name is left out.
   */
  public static PatternEvent of(long foundMs, Symptom symptom) {
    EventBuilder event = new EventBuilder(foundMs, symptom.environment(), symptom.service());
    symptom.fields().forEach((label, value) -> event.parsed(EventField.of(label), value));
    double expected = number(symptom.fields().get(EventField.EXPECTED.label()));
    if (expected != 0) {
      double value = number(symptom.fields().get(EventField.VALUE.label()));
      event.number(EventField.RATIO, ratio(value, expected));
    }
    return event
        .text(EventField.ID, symptom.id())
        .count(EventField.AGE_MS, foundMs - ms(symptom.at()))
        .build("symptom." + symptom.type());
  }

  static double number(@org.jspecify.annotations.Nullable String text) {
    try {
      return text == null ? 0 : Double.parseDouble(text);
    } catch (NumberFormatException notOne) {
      return 0;
    }
  }

  private static double ratio(double value, double expected) {
    return expected == 0 ? 0 : value / expected;
  }

  private static long ms(Instant time) {
    return time.toEpochMilli();
  }
}
