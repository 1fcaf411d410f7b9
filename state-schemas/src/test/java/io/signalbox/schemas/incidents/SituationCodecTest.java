// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.incidents;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.incidents.CorrelationSettings;
import io.signalbox.analytics.incidents.Incident;
import io.signalbox.analytics.incidents.Lifecycle;
import io.signalbox.analytics.incidents.Situation;
import io.signalbox.analytics.patterns.PatternMatch;
import io.signalbox.analytics.signals.Change;
import io.signalbox.schemas.signals.Golden;
import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SituationCodecTest {
  private static final int SEED = 7;

  private static Situation fresh() {
    return new Situation("prod", CorrelationSettings.DEFAULT);
  }

  private static Situation copy(Situation situation) {
    return SituationCodec.decode(SituationCodec.encode(situation), CorrelationSettings.DEFAULT);
  }

  @Property(tries = 25)
  void aRestoreAfterAnyTickChangesNothing(@ForAll long seed) {
    RandomWorld world = new RandomWorld(seed);
    List<Incident> undisturbed = world.play(fresh(), UnaryOperator.identity());
    assertEquals(undisturbed, world.play(fresh(), SituationCodecTest::copy));
  }

  @Property(tries = 25)
  void whatIsReadIsWrittenTheSame(@ForAll long seed) {
    new RandomWorld(seed)
        .play(
            fresh(),
            situation -> {
              byte[] bytes = SituationCodec.encode(situation);
              Situation read = SituationCodec.decode(bytes, CorrelationSettings.DEFAULT);
              assertArrayEquals(bytes, SituationCodec.encode(read));
              assertEquals(situation.nextWakeMs(), read.nextWakeMs());
              return read;
            });
  }

  @Test
  void bytesOfVersionOneAreReadForever() throws IOException {
    byte[] golden = Golden.read("situation-v1");
    Situation read = SituationCodec.decode(golden, CorrelationSettings.DEFAULT);
    assertTrue(read.matches().all().isEmpty());
    assertEquals("prod", read.environment());
    assertEquals(8, read.topology().size());
    assertEquals(List.of("c1"), read.changes().all().stream().map(Change::id).toList());
    assertEquals(List.of("slow edge: calls from web to bank lose 1 us; web suffers"), titles(read));
  }

  private static List<String> titles(Situation situation) {
    return situation.book().files().values().stream().map(file -> file.last().title()).toList();
  }

  @Test
  void bytesOfVersionTwoAreReadForever() throws IOException {
    byte[] golden = Golden.read("situation-v2");
    Situation read = SituationCodec.decode(golden, CorrelationSettings.DEFAULT);
    assertTrue(read.doubts().all().isEmpty());
    assertEquals(List.of("c1"), read.changes().all().stream().map(Change::id).toList());
    assertEquals(List.of("m1"), read.matches().all().stream().map(PatternMatch::id).toList());
  }

  @Test
  void bytesOfVersionThreeAreReadForever() throws IOException {
    byte[] golden = Golden.read("situation-v3");
    Situation read = SituationCodec.decode(golden, CorrelationSettings.DEFAULT);
    assertEquals(1, read.doubts().all().size());
    assertTrue(isAnyDeclared(read));
    assertEquals(List.of("tidy"), read.changes().all().stream().map(Change::description).toList());
    assertTrue(read.lifecycle().past().isEmpty());
  }

  private static boolean isAnyDeclared(Situation read) {
    boolean[] any = {false};
    read.topology().forEach((key, edge) -> any[0] |= edge.declared);
    return any[0];
  }

  @Test
  void bytesOfVersionFourAreReadForever() throws IOException {
    Situation read =
        SituationCodec.decode(Golden.read("situation-v4"), CorrelationSettings.DEFAULT);
    assertTrue(isAnyDeclared(read));
    assertEquals(List.of("w2"), List.copyOf(read.lifecycle().windows().all().keySet()));
  }

  @Test
  void bytesOfVersionFiveAreReadForever() throws IOException {
    List<Incident> found = new RandomWorld(SEED).play(fresh(), UnaryOperator.identity());
    Situation[] last = {fresh()};
    new RandomWorld(SEED)
        .judged(found.get(0).id(), RandomWorld.SECONDS - 5)
        .play(fresh(), situation -> last[0] = situation);
    byte[] golden = Golden.expect("situation-v5", SituationCodec.encode(last[0]));

    Situation read = SituationCodec.decode(golden, CorrelationSettings.DEFAULT);
    assertArrayEquals(golden, SituationCodec.encode(read));
    Lifecycle lifecycle = read.lifecycle();
    assertEquals(List.of("w2"), List.copyOf(lifecycle.windows().all().keySet()));
    assertEquals(List.of("f1"), List.copyOf(lifecycle.opinions().all().keySet()));
    assertTrue(lifecycle.past().containsKey(found.get(0).id()));
    assertFalse(lifecycle.measures().all().isEmpty());
  }

  @Test
  void nextStepsOfOldBytesAreForgotten() throws IOException {
    assertArrayEquals(written("situation-v3-unadvised"), written("situation-v3"));
  }

  private static byte[] written(String golden) throws IOException {
    return SituationCodec.encode(
        SituationCodec.decode(Golden.read(golden), CorrelationSettings.DEFAULT));
  }

  @Test
  void bytesOfAnotherVersionAreRefused() {
    byte[] bytes = SituationCodec.encode(fresh());
    bytes[0] = 99;
    assertThrows(
        IllegalArgumentException.class,
        () -> SituationCodec.decode(bytes, CorrelationSettings.DEFAULT));
  }

  @Test
  void nothingKnownIsEmptyBeforeAndAfter() {
    assertTrue(fresh().isEmpty());
    assertTrue(copy(fresh()).isEmpty());
  }
}
