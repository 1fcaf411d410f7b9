// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.quality.AnswerVerdict;
import io.signalbox.analytics.quality.Prediction;
import io.signalbox.schemas.json.RecordJson;
import io.signalbox.schemas.signals.MalformedTelemetry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PredictionReaderTest {
  private static Prediction read(String json) throws MalformedTelemetry {
    return PredictionReader.read(json.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void allButIdServiceAndModelMayBeMissing() throws MalformedTelemetry {
    assertEquals(
        new Prediction(
            "p", "", "s", "m", "", "", "", Map.of(), Map.of(), Map.of(), Map.of(), null, null),
        read("{\"prediction_id\":\"p\",\"service\":\"s\",\"model\":\"m\"}"));
  }

  @Test
  void whatIsWrittenIsReadAndANumberOfNullIsNotStated() throws MalformedTelemetry {
    Prediction whole =
        new Prediction(
            "p1",
            "prod",
            "checkout",
            "fraud",
            "7",
            "acme",
            "card",
            Map.of("region", "eu"),
            Map.of("honest", .93),
            Map.of("amount", 12.5),
            Map.of("country", "DE"),
            AnswerVerdict.GOOD,
            Instant.parse("2026-01-05T08:00:00Z"));
    assertEquals(whole, PredictionReader.read(RecordJson.write(whole)));
    String json = new String(RecordJson.write(whole), StandardCharsets.UTF_8);
    String gaps =
        json.replace("\"amount\":12.5", "\"amount\":12.5,\"age\":null")
            .replace("\"country\":\"DE\"", "\"country\":\"DE\",\"bank\":null");
    assertEquals(whole, read(gaps));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'service':'s','model':'m'} | prediction without prediction_id",
        "{'prediction_id':'p','model':'m'} | prediction p: no service",
        "{'prediction_id':'p','service':'s'} | prediction p: no model",
        "P,'at':'1970-01-01T00:00:00Z'} | prediction p: at \"1970-01-01T00:00:00Z\"",
        "P,'features':{'amount':1e999}} | prediction p: feature amount is Infinity",
        "P,'scores':{'':1}} | prediction p: score '': a name has 1 to 128 characters",
        "P,'features':{'amount':'much'}} | features.amount",
        "P,'predicted':'maybe'} | maybe",
        "nothing | prediction: ",
      })
  void whatCannotBeWatchedIsRefusedWithTheReason(String json, String why) {
    String whole =
        json.replace("P", "{'prediction_id':'p','service':'s','model':'m'").replace('\'', '"');
    MalformedTelemetry problem = assertThrows(MalformedTelemetry.class, () -> read(whole));
    assertTrue(problem.detail().contains(why), problem::detail);
  }

  @Test
  void tooManyNumbersAreRefused() {
    String features =
        IntStream.range(0, 257)
            .mapToObj(i -> "\"f" + i + "\":1")
            .collect(Collectors.joining(",", "{", "}"));
    String json =
        "{\"prediction_id\":\"p\",\"service\":\"s\",\"model\":\"m\",\"features\":" + features + "}";
    MalformedTelemetry problem = assertThrows(MalformedTelemetry.class, () -> read(json));
    assertEquals(
        "prediction p: 257 scores, features and categories, not up to 256", problem.detail());
  }
}
