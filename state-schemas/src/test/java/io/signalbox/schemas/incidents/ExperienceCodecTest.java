// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.incidents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.incidents.Evidence;
import io.signalbox.analytics.incidents.Experience;
import io.signalbox.analytics.incidents.Impact;
import io.signalbox.analytics.incidents.Incident;
import io.signalbox.analytics.incidents.IncidentStatus;
import io.signalbox.analytics.incidents.OpenIncident;
import io.signalbox.analytics.incidents.Outcome;
import io.signalbox.analytics.incidents.OutcomeKind;
import io.signalbox.analytics.incidents.PastIncident;
import io.signalbox.analytics.incidents.Suspect;
import io.signalbox.analytics.objectives.Indicator;
import io.signalbox.analytics.objectives.Ledger;
import io.signalbox.analytics.objectives.Objective;
import io.signalbox.analytics.objectives.ObjectiveWindow;
import io.signalbox.analytics.objectives.Spent;
import io.signalbox.analytics.signals.DistinctSketch;
import io.signalbox.schemas.json.AnyRecord;
import io.signalbox.schemas.signals.Golden;
import io.signalbox.schemas.signals.MalformedTelemetry;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ExperienceCodecTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @Provide
  Arbitrary<List<Outcome>> outcomes() {
    return AnyRecord.of(Outcome.class).list().ofMaxSize(20);
  }

  private static Experience lived() {
    Experience experience = new Experience();
    for (int i = 0; i < 1003; i++) {
      OutcomeKind kind = OutcomeKind.values()[i % 3];
      experience
          .outcomes()
          .add(new Outcome("i" + i, "prod", "b" + i % 2, kind, NOON.plusSeconds(i)));
    }
    experience
        .past()
        .add(
            new PastIncident(
                "inc-1",
                "resource.cpu",
                "cart",
                new TreeSet<>(List.of("metric")),
                new TreeSet<>(List.of("cart", "web")),
                NOON.toEpochMilli()));
    experience.own("cart", "team-cart");
    return experience;
  }

  private static Experience small() {
    Experience experience = new Experience();
    experience.outcomes().add(new Outcome("i", "", "b", OutcomeKind.FAILED, NOON));
    experience.past().add(lived().past().all().iterator().next());
    experience.own("cart", "team-cart");
    return experience;
  }

  private static Incident incident() {
    Evidence evidence = new Evidence("metric", "cpu", NOON, "cpu is off", 1, 0, 0.001, 1);
    return new Incident(
        "inc-1",
        3,
        IncidentStatus.UPDATED,
        "prod",
        NOON,
        NOON.plusSeconds(20),
        NOON.plusSeconds(60),
        null,
        "cart fails",
        "major",
        List.of("cart", "web"),
        List.of(new Suspect("cart", "service", "2", 1, 0.9, List.of(evidence))),
        NOON,
        null,
        null,
        List.of(),
        List.of("web"),
        List.of(),
        null,
        List.of(),
        1,
        null,
        null,
        List.of(),
        List.of());
  }

  private static Experience withIncident(Impact told, String users) {
    Experience experience = small();
    experience.open().put(new OpenIncident(incident(), 2, told));
    Objective objective =
        new Objective(
            "cart-answers",
            null,
            "cart",
            null,
            Indicator.AVAILABILITY,
            0,
            new BigDecimal("0.999"),
            Duration.ofDays(28),
            null,
            null);
    Ledger ledger = new Ledger();
    for (int i = 0; i < 3; i++) {
      Instant start = NOON.plusSeconds(10L * i);
      ledger.add(
          objective,
          new ObjectiveWindow(
              "prod", "cart-answers", start, start.plusSeconds(10), 1_000, i, users));
    }
    experience.impacts().put("cart-answers", ledger);
    return experience;
  }

  private static final String SOME = DistinctSketch.EMPTY.plus(1L << 60).plus(-1L).toText();

  private static Impact told() {
    TreeMap<String, BigDecimal> money = new TreeMap<>(Map.of("EUR", new BigDecimal("12.50")));
    return new Impact(new TreeSet<>(List.of("cart-answers")), 0.25, 40, money);
  }

  private static Map<Long, Spent> totals(Experience experience) {
    return Objects.requireNonNull(experience.impacts().ledgers().get("cart-answers")).totals();
  }

  @Property(tries = 200)
  void whatIsReadIsWrittenTheSame(@ForAll("outcomes") List<Outcome> outcomes) {
    Experience experience = new Experience();
    outcomes.forEach(experience.outcomes()::add);
    byte[] bytes = ExperienceCodec.encode(experience);
    assertArrayEquals(bytes, ExperienceCodec.encode(ExperienceCodec.decode(bytes)));
  }

  @Test
  void whatIsOnlyCountedComesBack() {
    byte[] bytes = ExperienceCodec.encode(lived());
    Experience read = ExperienceCodec.decode(bytes);
    assertArrayEquals(bytes, ExperienceCodec.encode(read));
    assertEquals(lived().outcomes().counted(), read.outcomes().counted());
    assertEquals(lived().outcomes().lastCounted(), read.outcomes().lastCounted());
  }

  @Test
  void bytesOfVersionOneAreReadForever() throws IOException {
    Experience read = ExperienceCodec.decode(Golden.read("experience-v1"));
    assertArrayEquals(ExperienceCodec.encode(small()), ExperienceCodec.encode(read));
    assertEquals("team-cart", read.owners().get("cart"));
  }

  @Test
  void bytesOfVersionTwoAreReadForever() throws IOException {
    Experience read = ExperienceCodec.decode(Golden.read("experience-v2"));
    assertArrayEquals(
        ExperienceCodec.encode(withIncident(Impact.NONE, "")), ExperienceCodec.encode(read));
  }

  @Test
  void bytesOfVersionThreeAreReadForever() throws IOException {
    byte[] golden =
        Golden.expect("experience-v3", ExperienceCodec.encode(withIncident(told(), SOME)));
    Experience read = ExperienceCodec.decode(golden);
    assertArrayEquals(golden, ExperienceCodec.encode(read));
    OpenIncident open = read.open().all().iterator().next();
    assertEquals(2, open.added());
    assertEquals(told(), open.told());
    assertEquals(totals(withIncident(told(), SOME)), totals(read));
  }

  @Test
  void nothingLearnedIsEmptyAndOtherBytesAreRefused() {
    assertTrue(ExperienceCodec.decode(ExperienceCodec.encode(new Experience())).isEmpty());
    assertThrows(IllegalArgumentException.class, () -> ExperienceCodec.decode(new byte[] {9}));
  }

  private static String refusal(String json) {
    MalformedTelemetry refused =
        assertThrows(MalformedTelemetry.class, () -> OutcomeReader.read(json.getBytes(UTF_8)));
    return String.valueOf(refused.getMessage());
  }

  @Test
  void anOutcomeIsReadWithOrWithoutItsEnvironment() throws MalformedTelemetry {
    String json =
        "{\"incident\":\"i\",\"runbook\":\"b\",\"outcome\":\"not_tried\","
            + "\"at\":\"2026-03-01T12:00:00Z\"}";
    assertEquals(
        new Outcome("i", "", "b", OutcomeKind.NOT_TRIED, NOON),
        OutcomeReader.read(json.getBytes(UTF_8)));
  }

  @Test
  void whatIsNoOutcomeIsRefusedWithItsReason() {
    assertTrue(refusal("{").startsWith("outcome: "));
    assertEquals(
        "outcome: neither worked nor failed nor not_tried",
        refusal("{\"incident\":\"i\",\"runbook\":\"b\"}"));
    assertEquals(
        "outcome: no incident or no runbook",
        refusal("{\"outcome\":\"worked\",\"runbook\":\"b\"}"));
    assertEquals(
        "outcome: at \"1970-01-01T00:00:00Z\"",
        refusal("{\"outcome\":\"worked\",\"runbook\":\"b\",\"incident\":\"i\"}"));
  }
}
