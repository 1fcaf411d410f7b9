// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.quality;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.quality.Answer;
import io.signalbox.analytics.quality.AnswerItem;
import io.signalbox.analytics.quality.AnswerJoin;
import io.signalbox.analytics.quality.AnswerLabel;
import io.signalbox.analytics.quality.AnswerVerdict;
import io.signalbox.analytics.quality.Mark;
import io.signalbox.analytics.quality.Observation;
import io.signalbox.analytics.quality.ServiceQuality;
import io.signalbox.analytics.quality.ShapeWatch;
import io.signalbox.analytics.signals.Change;
import io.signalbox.schemas.signals.Golden;
import io.signalbox.schemas.signals.MalformedTelemetry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class QualityCodecsTest {
  private static final long HORIZON = 600_000;
  private static final Map<String, String> SEGMENTS = Map.of("region", "eu", "tier", "gold");
  private static final Map<String, Double> NUMBERS = Map.of("latency", .7, "cost", .002);

  @Property(tries = 40)
  void aServiceThatIsRestoredGoesOnAsIfNothingHadBeen(
      @ForAll @IntRange(max = 1_000) int seed, @ForAll @IntRange(min = 1, max = 900) int each) {
    List<Object> told = new ArrayList<>();
    ServiceQuality whole = AnswerStream.run(seed, 1_200, each, told, quality -> quality);
    List<Object> toldByParts = new ArrayList<>();
    ServiceQuality parts =
        AnswerStream.run(seed, 1_200, each, toldByParts, QualityCodecsTest::again);
    assertEquals(told, toldByParts);
    assertArrayEquals(ServiceQualityCodec.write(whole), ServiceQualityCodec.write(parts));
  }

  private static ServiceQuality again(ServiceQuality quality) {
    ServiceQuality read =
        ServiceQualityCodec.read(ServiceQualityCodec.write(quality), AnswerStream.SETTINGS);
    assertEquals(quality.nextWakeMs(), read.nextWakeMs());
    return read;
  }

  @Example
  void releasedBytesOfAServiceAreRead() throws IOException {
    List<Object> told = new ArrayList<>();
    ServiceQuality quality = AnswerStream.run(1, 1_200, 2_000, told, one -> one);
    assertTrue(
        quality.watches.values().stream().anyMatch(watch -> watch.episode != null),
        "an episode is open");
    byte[] written = ServiceQualityCodec.write(quality);
    byte[] stored = Golden.expect("service-quality-v2", written);
    assertArrayEquals(
        written,
        ServiceQualityCodec.write(ServiceQualityCodec.read(stored, AnswerStream.SETTINGS)));
  }

  @Example
  void aSegmentTakesLessThanTwoKilobytes() {
    ServiceQuality quality = AnswerStream.run(2, 20_000, 30_000, new ArrayList<>(), one -> one);
    int bytes = ServiceQualityCodec.write(quality).length;
    assertTrue(bytes <= 2_048 * quality.watches.size(), bytes + " bytes");
  }

  @Example
  void releasedBytesOfAnAnswerAreRead() throws IOException {
    AnswerJoin join = new AnswerJoin();
    Answer answer =
        new Answer(
            1_000, "prod", "bot", "gpt-4o", "acme", "faq", "r1", 12, "p", null, SEGMENTS, NUMBERS);
    join.fold(
        List.of(
            new AnswerItem("response/r1", 1_000, answer, true, null),
            new AnswerItem(
                "response/r1", 2_000, null, false, new Mark(1_500, "safety", 1, true, false, "j")),
            new AnswerItem(
                "response/r1", 2_000, null, false, new Mark(1_900, "safety", 0, true, true, "u"))),
        HORIZON,
        seen -> {});
    byte[] written = AnswerCodec.write(join);
    byte[] stored = Golden.expect("answer-v2", written);
    AnswerJoin read = AnswerCodec.read(stored);
    assertArrayEquals(written, AnswerCodec.write(read));
    List<Observation> told = new ArrayList<>();
    read.fold(
        List.of(
            new AnswerItem(
                "response/r1", 3_000, null, false, new Mark(2_500, "safety", 1, true, true, ""))),
        HORIZON,
        told::add);
    assertEquals(0, told.get(0).replaced());
    assertTrue(told.get(0).replacesLabel());
  }

  @Example
  void releasedBytesOfWhatIsShuffledAreRead() throws IOException {
    Answer answer =
        new Answer(
            1_000, "prod", "bot", "gpt-4o", "acme", "faq", "r1", 12, null, "t", SEGMENTS, NUMBERS);
    Mark mark = new Mark(1_500, "safety", 1, true, false, "j");
    AnswerItemSerializer items = AnswerItemSerializer.INSTANCE;
    AnswerItem answered = new AnswerItem("response/r1", 1_000, answer, true, null);
    assertEquals(answered, items.read(Golden.expect("answer-item-v2", items.write(answered))));
    AnswerItem marked = new AnswerItem("response/r1", 2_000, null, false, mark);
    assertEquals(marked, items.read(items.write(marked)));

    QualityItemSerializer parts = QualityItemSerializer.INSTANCE;
    Observation seen = new Observation(2_000, answer, "safety", 0, true, 1, true, true, Double.NaN);
    QualityItem known = QualityItem.of(3_000, seen);
    assertEquals(known, parts.read(Golden.expect("quality-item-v2", parts.write(known))));
    Instant at = Instant.ofEpochMilli(2_500);
    QualityItem changed =
        QualityItem.of(3_000, new Change("c", at, "prod", "bot", "model", "2", null, "x", false));
    assertEquals(changed, parts.read(parts.write(changed)));
  }

  @Example
  void bytesOfFrozenReferencesAloneAreRead() throws IOException {
    ServiceQuality read =
        ServiceQualityCodec.read(Golden.read("service-quality-v1"), AnswerStream.SETTINGS);
    List<ShapeWatch> shapes =
        read.watches.values().stream().map(watch -> watch.shape).filter(Objects::nonNull).toList();
    assertTrue(shapes.stream().anyMatch(shape -> shape.reference != null));
    assertTrue(shapes.stream().allMatch(shape -> shape.past.isEmpty()));
  }

  @Example
  void bytesWithoutSegmentsAndNumbersAreRead() throws IOException {
    Answer known = Objects.requireNonNull(AnswerCodec.read(Golden.read("answer-v1")).answer);
    assertEquals(Map.of(), known.segments());
    AnswerItem item = AnswerItemSerializer.INSTANCE.read(Golden.read("answer-item-v1"));
    assertEquals(Map.of(), Objects.requireNonNull(item.answer()).numbers());
    QualityItem seen = QualityItemSerializer.INSTANCE.read(Golden.read("quality-item-v1"));
    assertEquals("r1", Objects.requireNonNull(seen.observation()).answer().id());
  }

  @Example
  void aLabelNeedsAResponseAndAVerdict() throws MalformedTelemetry {
    assertEquals(
        new AnswerLabel("r1", AnswerLabel.CORRECT, AnswerVerdict.BAD, null, ""),
        read("{\"response_id\":\"r1\",\"verdict\":\"bad\"}"));
    refused("{\"verdict\":\"bad\"}", "answer label without response_id");
    refused("{\"response_id\":\"r1\"}", "answer label of r1: the verdict is neither good nor bad");
    refused("{\"response_id\":\"r1\",\"verdict\":\"so so\"}", "so so");
    refused(
        "{\"response_id\":\"r1\",\"verdict\":\"good\",\"at\":\"1970-01-01T00:00:00Z\"}",
        "answer label of r1: at \"1970-01-01T00:00:00Z\"");
    refused("good", "answer label: ");
  }

  private static AnswerLabel read(String json) throws MalformedTelemetry {
    return LabelReader.read(json.getBytes(StandardCharsets.UTF_8));
  }

  private static void refused(String json, String why) {
    MalformedTelemetry problem = assertThrows(MalformedTelemetry.class, () -> read(json));
    assertTrue(problem.detail().contains(why), problem::detail);
  }
}
