// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.incidents;

import io.signalbox.analytics.incidents.CorrelationSettings;
import io.signalbox.analytics.incidents.IncidentFile;
import io.signalbox.analytics.incidents.Overflow;
import io.signalbox.analytics.incidents.Sighting;
import io.signalbox.analytics.incidents.Situation;
import io.signalbox.schemas.detection.EpisodeCodec;
import io.signalbox.schemas.signals.ChangeCodec;
import io.signalbox.schemas.signals.FlatFields;
import io.signalbox.schemas.signals.FlatReader;
import io.signalbox.schemas.signals.FlatWriter;
import java.util.TreeSet;

/** All that correlation knows of an environment as one block of flat bytes. */
public final class SituationCodec {
  /**
   * 1: without recognised failures; 2: with them; 3: with runs of improbable values, declared edges
   * and when calls were slow last; 4: with the lifecycle of incidents; 5: of calm edges with less.
   */
  private static final int VERSION = 5;

  private SituationCodec() {}

  /** The block of a situation, its version first; settings are not part of it. */
  public static byte[] encode(Situation situation) {
    FlatWriter out = new FlatWriter(VERSION);
    out.text(situation.environment());
    out.signed(situation.nextWakeMs()).signed(situation.forgottenMs());
    Overflow overflow = situation.overflow();
    out.count(overflow.edges).count(overflow.episodes).count(overflow.changes);
    TopologyCodec.write(out, situation.topology());
    FlatFields.writeList(out, situation.episodes().all().values(), SituationCodec::writeSighting);
    FlatFields.writeList(out, situation.changes().all(), ChangeCodec::write);
    FlatFields.writeList(out, situation.book().files().values(), SituationCodec::writeFile);
    FlatFields.writeList(out, situation.matches().all(), MatchCodec::write);
    out.count(overflow.matches);
    FlatFields.writeList(out, situation.doubts().all().values(), DoubtCodec::write);
    out.signed(situation.evaluatedMs());
    LifecycleCodec.write(out, situation.lifecycle());
    return out.toBytes();
  }

  /**
   * The situation in a block.
   *
   * @throws IllegalArgumentException for bytes of a version that is not known
   */
  public static Situation decode(byte[] bytes, CorrelationSettings settings) {
    FlatReader in = new FlatReader(bytes, 1, VERSION);
    Situation situation = new Situation(in.text(), settings);
    situation.restoreTimes(in.signed(), in.signed());
    Overflow overflow = situation.overflow();
    overflow.edges = in.count();
    overflow.episodes = in.count();
    overflow.changes = in.count();
    TopologyCodec.read(in, situation.topology(), in.version());
    FlatFields.list(in, SituationCodec::readSighting).forEach(situation.episodes()::put);
    boolean described = in.version() > 2;
    FlatFields.list(in, part -> ChangeCodec.read(part, described))
        .forEach(change -> situation.changes().add(change, Integer.MAX_VALUE));
    FlatFields.list(in, SituationCodec::readFile).forEach(situation.book()::put);
    if (in.version() > 1) {
      FlatFields.list(in, MatchCodec::read)
          .forEach(match -> situation.matches().add(match, Integer.MAX_VALUE));
      overflow.matches = in.count();
    }
    if (in.version() > 2) {
      FlatFields.list(in, DoubtCodec::read).forEach(situation.doubts()::put);
    }
    if (in.version() == 3 || in.version() == 4) {
      FlatFields.list(in, TopologyCodec::readKey).forEach(situation.topology()::declare);
    }
    if (in.version() > 3) {
      situation.restoreEvaluated(in.signed());
      LifecycleCodec.read(in, situation.lifecycle());
    }
    return situation;
  }

  private static void writeSighting(FlatWriter out, Sighting sighting) {
    EpisodeCodec.write(out, sighting.episode());
    out.signed(sighting.seenMs());
  }

  private static Sighting readSighting(FlatReader in) {
    return new Sighting(EpisodeCodec.read(in), in.signed());
  }

  private static void writeFile(FlatWriter out, IncidentFile file) {
    IncidentCodec.write(out, file.last());
    FlatFields.writeList(out, file.members(), FlatWriter::text);
    out.count(file.reopened());
  }

  private static IncidentFile readFile(FlatReader in) {
    return new IncidentFile(
        IncidentCodec.read(in, Math.max(1, in.version() - 1)),
        new TreeSet<>(FlatFields.list(in, FlatReader::text)),
        in.version() > 3 ? (int) in.count() : 0);
  }
}
