// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.incidents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.incidents.Incident;
import io.signalbox.analytics.signals.Change;
import io.signalbox.analytics.signals.EdgeWindow;
import io.signalbox.schemas.detection.EpisodeCodec;
import io.signalbox.schemas.json.AnyRecord;
import io.signalbox.schemas.signals.ChangeCodec;
import io.signalbox.schemas.signals.EdgeWindowCodec;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RecordCodecsTest {
  private static final Set<String> MADE_ANEW =
      Set.of("recommendations", "objectives", "moneyAtRisk");

  @Provide
  Arbitrary<Episode> episodes() {
    return AnyRecord.of(Episode.class);
  }

  @Provide
  Arbitrary<Change> changes() {
    return AnyRecord.of(Change.class);
  }

  @Provide
  Arbitrary<EdgeWindow> windows() {
    return AnyRecord.of(EdgeWindow.class);
  }

  @Provide
  Arbitrary<Incident> incidents() {
    return AnyRecord.of(Incident.class);
  }

  @Property(tries = 200)
  void anEpisodeComesBackAsItWas(@ForAll("episodes") Episode episode) {
    assertEquals(episode, EpisodeCodec.decode(EpisodeCodec.encode(episode)));
  }

  @Property(tries = 200)
  void aChangeComesBackAsItWas(@ForAll("changes") Change change) {
    assertEquals(change, ChangeCodec.decode(ChangeCodec.encode(change)));
  }

  @Property(tries = 200)
  void aWindowComesBackAsItWas(@ForAll("windows") EdgeWindow window) {
    assertEquals(window, EdgeWindowCodec.decode(EdgeWindowCodec.encode(window)));
  }

  @Property(tries = 200)
  void anIncidentComesBackAsItWasButForWhatIsMadeAnewForEachRevision(
      @ForAll("incidents") Incident incident) throws ReflectiveOperationException {
    Incident read = IncidentCodec.decode(IncidentCodec.encode(incident));
    for (RecordComponent part : Incident.class.getRecordComponents()) {
      boolean anew = MADE_ANEW.contains(part.getName());
      Object expected = anew ? List.of() : part.getAccessor().invoke(incident);
      assertEquals(expected, part.getAccessor().invoke(read));
    }
  }

  @Test
  void bytesThatAreNoneOfItsVersionAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> EpisodeCodec.decode(new byte[] {9, 0}));
    assertThrows(IllegalArgumentException.class, () -> IncidentCodec.decode(new byte[0]));
  }
}
