// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.incidents;

import io.signalbox.analytics.incidents.Experience;
import io.signalbox.analytics.incidents.Impact;
import io.signalbox.analytics.incidents.OpenIncident;
import io.signalbox.analytics.incidents.Outcome;
import io.signalbox.analytics.incidents.OutcomeKind;
import io.signalbox.analytics.incidents.PastIncident;
import io.signalbox.analytics.incidents.Tally;
import io.signalbox.analytics.objectives.Ledger;
import io.signalbox.schemas.signals.FlatFields;
import io.signalbox.schemas.signals.FlatReader;
import io.signalbox.schemas.signals.FlatWriter;
import java.util.Map;
import java.util.TreeSet;

/** What an environment has taught about incidents as one block of flat bytes. */
public final class ExperienceCodec {
  /**
   * 1: without incidents that can still change and what was spent; 2: with them; 3: with what was
   * told of their cost and the users hit.
   */
  private static final int VERSION = 3;

  /** Version of {@link IncidentCodec} by which versions 2 and 3 write incidents. */
  private static final int INCIDENT = 3;

  private ExperienceCodec() {}

  /** The block of an experience, its version first. */
  public static byte[] encode(Experience experience) {
    FlatWriter out = new FlatWriter(VERSION);
    FlatFields.writeList(out, experience.outcomes().kept(), ExperienceCodec::writeOutcome);
    FlatFields.writeList(
        out, experience.outcomes().counted().entrySet(), ExperienceCodec::writeTally);
    FlatFields.writeOptional(
        out, experience.outcomes().lastCounted(), ExperienceCodec::writeOutcome);
    FlatFields.writeList(out, experience.past().all(), ExperienceCodec::writePast);
    FlatFields.writeList(out, experience.owners().entrySet(), ExperienceCodec::writeOwner);
    FlatFields.writeList(out, experience.open().all(), ExperienceCodec::writeOpen);
    FlatFields.writeList(
        out, experience.impacts().ledgers().entrySet(), ExperienceCodec::writeLedger);
    return out.toBytes();
  }

  /**
   * The experience in a block.
   *
   * @throws IllegalArgumentException for bytes of a version that is not known
   */
  public static Experience decode(byte[] bytes) {
    FlatReader in = new FlatReader(bytes, 1, VERSION);
    Experience experience = new Experience();
    FlatFields.list(in, ExperienceCodec::readOutcome).forEach(experience.outcomes()::put);
    for (int left = in.length(); left > 0; left--) {
      String runbook = in.text();
      Tally tally = new Tally((int) in.count(), (int) in.count());
      experience.outcomes().restoreCounted(runbook, tally);
    }
    experience.outcomes().restoreLastCounted(FlatFields.optional(in, ExperienceCodec::readOutcome));
    FlatFields.list(in, ExperienceCodec::readPast).forEach(experience.past()::add);
    for (int left = in.length(); left > 0; left--) {
      experience.own(in.text(), in.text());
    }
    if (in.version() > 1) {
      FlatFields.list(in, ExperienceCodec::readOpen).forEach(experience.open()::put);
      for (int left = in.length(); left > 0; left--) {
        experience.impacts().put(in.text(), LedgerCodec.read(in, in.version() > 2));
      }
    }
    return experience;
  }

  private static void writeOutcome(FlatWriter out, Outcome outcome) {
    out.text(outcome.incident()).text(outcome.environment()).text(outcome.runbook());
    FlatFields.write(out, outcome.outcome());
    FlatFields.write(out, outcome.at());
  }

  private static Outcome readOutcome(FlatReader in) {
    return new Outcome(
        in.text(),
        in.text(),
        in.text(),
        FlatFields.constant(in, OutcomeKind.class),
        FlatFields.instant(in));
  }

  private static void writeTally(FlatWriter out, Map.Entry<String, Tally> tally) {
    out.text(tally.getKey()).count(tally.getValue().worked()).count(tally.getValue().failed());
  }

  private static void writePast(FlatWriter out, PastIncident past) {
    out.text(past.id()).text(past.incidentClass()).text(past.suspect());
    FlatFields.writeList(out, past.signs(), FlatWriter::text);
    FlatFields.writeList(out, past.services(), FlatWriter::text);
    out.signed(past.resolvedMs());
  }

  private static PastIncident readPast(FlatReader in) {
    return new PastIncident(
        in.text(),
        in.text(),
        in.text(),
        new TreeSet<>(FlatFields.list(in, FlatReader::text)),
        new TreeSet<>(FlatFields.list(in, FlatReader::text)),
        in.signed());
  }

  private static void writeOpen(FlatWriter out, OpenIncident open) {
    IncidentCodec.write(out, open.last());
    out.count(open.added());
    ImpactCodec.write(out, open.told());
  }

  private static OpenIncident readOpen(FlatReader in) {
    return new OpenIncident(
        IncidentCodec.read(in, INCIDENT),
        (int) in.count(),
        in.version() > 2 ? ImpactCodec.read(in) : Impact.NONE);
  }

  private static void writeLedger(FlatWriter out, Map.Entry<String, Ledger> ledger) {
    out.text(ledger.getKey());
    LedgerCodec.write(out, ledger.getValue());
  }

  private static void writeOwner(FlatWriter out, Map.Entry<String, String> owner) {
    out.text(owner.getKey()).text(owner.getValue());
  }
}
