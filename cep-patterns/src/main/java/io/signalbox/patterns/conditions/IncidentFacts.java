// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.conditions;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import io.signalbox.analytics.incidents.Evidence;
import io.signalbox.analytics.incidents.Impact;
import io.signalbox.analytics.incidents.Incident;
import io.signalbox.analytics.incidents.MoneyAtRisk;
import io.signalbox.analytics.incidents.ObjectiveHit;
import io.signalbox.analytics.incidents.Suspect;
import io.signalbox.analytics.signals.Change;
import io.signalbox.patterns.conditions.FactType.Fact;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What conditions can ask of an incident; what is not known is an empty text. */
final class IncidentFacts {
  private static final Suspect NOBODY = new Suspect("", "", null, 0, 0, List.of());
  private static final Evidence NOTHING = new Evidence("", "", Instant.EPOCH, "", 0, 0, 1, 0);
  private static final CelType TEXTS = ListType.create(SimpleType.STRING);

  static final FactType<Evidence> EVIDENCE =
      new FactType<>(
          "Evidence",
          Map.of(
              "kind", text(Evidence::kind),
              "subject", text(Evidence::subject),
              "statement", text(Evidence::statement),
              "value", number(Evidence::value),
              "expected", number(Evidence::expected),
              "weight", number(Evidence::weight)));

  static final FactType<Change> CHANGE =
      new FactType<>(
          "Change",
          Map.of(
              "service", text(Change::service),
              "kind", text(Change::kind),
              "version", text(Change::version),
              "previous", text(Change::previousVersion),
              "description", text(Change::description),
              "inferred", new Fact<>(SimpleType.BOOL, Change::inferred)));

  static final FactType<Suspect> SUSPECT =
      new FactType<>(
          "Suspect",
          Map.of(
              "node", text(Suspect::node),
              "kind", text(Suspect::kind),
              "version", text(Suspect::version),
              "confidence", number(Suspect::confidence)));

  static final FactType<ObjectiveHit> OBJECTIVE =
      new FactType<>(
          "Objective",
          Map.of(
              "id", text(ObjectiveHit::objective),
              "service", text(ObjectiveHit::service),
              "caller", text(ObjectiveHit::caller),
              "bad", whole(ObjectiveHit::bad),
              "users", whole(hit -> Objects.requireNonNullElse(hit.users(), 0L)),
              "burnt_share", number(ObjectiveHit::burntShare),
              "left_share", number(ObjectiveHit::leftShare)));

  static final FactType<MoneyAtRisk> MONEY =
      new FactType<>(
          "Money",
          Map.of(
              "currency", text(MoneyAtRisk::currency),
              "amount", whole(money -> wholeUnits(new BigDecimal(money.amount())))));

  static final FactType<Incident> INCIDENT =
      new FactType<>(
          "Incident",
          Map.ofEntries(
              Map.entry("class", text(Incident::incidentClass)),
              Map.entry("severity", text(Incident::severity)),
              Map.entry("environment", text(Incident::environment)),
              Map.entry("services", texts(Incident::services)),
              Map.entry("blast_radius", texts(Incident::blastRadius)),
              Map.entry("suspect", one(SUSPECT, IncidentFacts::first)),
              Map.entry("top", one(EVIDENCE, IncidentFacts::top)),
              Map.entry("evidence", all(EVIDENCE, i -> first(i).evidence())),
              Map.entry("kinds", texts(i -> subjects(i, e -> true, Evidence::kind))),
              Map.entry("patterns", texts(i -> subjects(i, of(Evidence.PATTERN)))),
              Map.entry("metrics", texts(i -> lowered(subjects(i, of("metric"))))),
              Map.entry("logs", texts(i -> lowered(subjects(i, of("logs"))))),
              Map.entry("changes", all(CHANGE, Incident::changes)),
              Map.entry("own_changes", all(CHANGE, IncidentFacts::ownChanges)),
              Map.entry("objectives", all(OBJECTIVE, Incident::objectives)),
              Map.entry("budget_burnt", number(i -> Impact.of(i).burntShare())),
              Map.entry("users", whole(i -> Impact.of(i).users())),
              Map.entry("money_at_risk", all(MONEY, Incident::moneyAtRisk))));

  private IncidentFacts() {}

  private static Suspect first(Incident incident) {
    return incident.suspects().isEmpty() ? NOBODY : incident.suspects().get(0);
  }

  /** The strongest evidence that shows trouble itself. */
  private static Evidence top(Incident incident) {
    return first(incident).evidence().stream().filter(Evidence::isSign).findFirst().orElse(NOTHING);
  }

  private static Predicate<Evidence> of(String kind) {
    return one -> one.kind().equals(kind);
  }

  private static List<String> subjects(Incident incident, Predicate<Evidence> which) {
    return subjects(incident, which, Evidence::subject);
  }

  private static List<String> subjects(
      Incident incident, Predicate<Evidence> which, Function<Evidence, String> read) {
    return first(incident).evidence().stream().filter(which).map(read).distinct().toList();
  }

  private static List<String> lowered(List<String> texts) {
    return texts.stream().map(text -> text.toLowerCase(Locale.ROOT)).toList();
  }

  private static List<Change> ownChanges(Incident incident) {
    String node = first(incident).node();
    return incident.changes().stream().filter(change -> change.service().equals(node)).toList();
  }

  /** CEL has no decimals: what is not whole is cut off, and more than it can hold is the most. */
  private static long wholeUnits(BigDecimal amount) {
    return amount.min(BigDecimal.valueOf(Long.MAX_VALUE)).longValue();
  }

  private static <T> Fact<T> whole(Function<T, Long> read) {
    return new Fact<>(SimpleType.INT, read::apply);
  }

  private static <T> Fact<T> text(Function<T, @Nullable String> read) {
    return new Fact<>(SimpleType.STRING, from -> Objects.requireNonNullElse(read.apply(from), ""));
  }

  private static <T> Fact<T> number(Function<T, Double> read) {
    return new Fact<>(SimpleType.DOUBLE, read::apply);
  }

  private static Fact<Incident> texts(Function<Incident, List<String>> read) {
    return new Fact<>(TEXTS, read::apply);
  }

  private static <P> Fact<Incident> one(FactType<P> type, Function<Incident, P> read) {
    return new Fact<>(type.cel(), incident -> new FactValue<>(type, read.apply(incident)));
  }

  private static <P> Fact<Incident> all(FactType<P> type, Function<Incident, List<P>> read) {
    return new Fact<>(
        ListType.create(type.cel()),
        incident ->
            read.apply(incident).stream().map(part -> new FactValue<>(type, part)).toList());
  }
}
