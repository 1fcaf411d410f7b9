// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.opentelemetry.proto.trace.v1.Span;
import io.signalbox.analytics.objectives.BadUsers;
import io.signalbox.analytics.objectives.Indicator;
import io.signalbox.analytics.objectives.Objective;
import io.signalbox.analytics.objectives.Objectives;
import io.signalbox.analytics.signals.DistinctSketch;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UsersInSpansTest {
  private static final long T0 = 1_700_000_000_000L;

  private static final Objectives NAMED =
      new Objectives(
          List.of(
              objective("answers", null, Indicator.AVAILABILITY, 0),
              objective("fast", null, Indicator.LATENCY, 1),
              objective("answers-web", "web", Indicator.AVAILABILITY, 0)));

  private static Objective objective(
      String id, @Nullable String caller, Indicator indicator, long thresholdUs) {
    return new Objective(
        id,
        null,
        "cart",
        caller,
        indicator,
        thresholdUs,
        new BigDecimal("0.99"),
        Duration.ofDays(28),
        null,
        null);
  }

  private static List<SignalBatch> cut(String service, Objectives named, Span... spans) {
    List<SignalBatch> batches = new ArrayList<>();
    new RequestCutter(4, new Sought(List.of(), named))
        .cut(
            SignalKind.TRACES,
            new Origin("file", 0, 0, Long.MAX_VALUE),
            Requests.spans(Map.of("service.name", service), spans),
            batches::add);
    return batches.stream().filter(batch -> batch.kind() == BatchKind.SPANS).toList();
  }

  private static List<BadUsers> users(String service, Objectives named, Span... spans) {
    List<BadUsers> users = new ArrayList<>();
    cut(service, named, spans).forEach(batch -> SpanCells.decode(batch.payload(), users::add));
    return users;
  }

  private static Span asked(boolean failed, String attribute, String value) {
    return Requests.span(T0, failed, Map.of(attribute, value)).toBuilder()
        .setKind(Span.SpanKind.SPAN_KIND_SERVER)
        .build();
  }

  private static Span failed(String attribute, String value) {
    return asked(true, attribute, value);
  }

  private static long ofFailed(Span... spans) {
    return users("cart", NAMED, spans).stream()
        .filter(one -> one.objective().equals("answers"))
        .map(BadUsers::users)
        .mapToLong(DistinctSketch::count)
        .sum();
  }

  @Test
  void whoIsBehindABadRequestCountsOnceWhateverSaysWhoItIs() {
    assertEquals(1, ofFailed(failed("enduser.id", "ann"), failed("user.id", "ann")));
    assertEquals(2, ofFailed(failed("enduser.pseudo.id", "x"), failed("session.id", "y")));
    assertEquals(1, ofFailed(failed("user.hash", "h"), failed("http.route", "/")));
    assertEquals(0, ofFailed(failed("enduser.id", "")));
    assertEquals(0, ofFailed(asked(false, "user.id", "ann")));
    assertEquals(0, ofFailed(Requests.span(T0, true, Map.of("user.id", "ann"))), "a call");
  }

  @Test
  void aSlowRequestIsBadForAnObjectiveOfLatencyAlone() {
    List<BadUsers> users = users("cart", NAMED, asked(false, "user.id", "ann"));
    assertEquals(List.of("fast"), users.stream().map(BadUsers::objective).toList());
  }

  @Test
  void nobodyIsReadWhereNothingWasPromised() {
    Span span = failed("user.id", "ann");
    assertEquals(List.of(), users("web", NAMED, span));
    assertEquals(List.of(), users("cart", Objectives.NONE, span));
  }

  @Test
  void whatAUserIsCalledDoesNotLeaveTheReader() {
    for (SignalBatch batch : cut("cart", NAMED, failed("enduser.id", "ann@example.org"))) {
      String payload = new String(batch.payload(), StandardCharsets.ISO_8859_1);
      assertFalse(payload.contains("ann"), payload);
    }
  }
}
