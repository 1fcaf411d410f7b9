// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.incidents;

import io.signalbox.analytics.incidents.Incident;
import io.signalbox.analytics.incidents.IncidentStatus;
import io.signalbox.analytics.incidents.Recommendation;
import io.signalbox.schemas.signals.ChangeCodec;
import io.signalbox.schemas.signals.FlatFields;
import io.signalbox.schemas.signals.FlatReader;
import io.signalbox.schemas.signals.FlatWriter;
import java.util.List;

/**
 * Revisions of incidents as flat bytes, without recommendations and what was hit: they are made
 * anew for each revision, by what was learned until then.
 */
public final class IncidentCodec {
  /**
   * 1: changes without what they say of themselves; 2: with it; 3: with what an incident was split
   * from and silenced by.
   */
  static final int VERSION = 3;

  /** Where there were next steps as plain text once. */
  private static final List<String> NO_STEPS = List.of();

  private IncidentCodec() {}

  /** The bytes of a revision, its version first. */
  public static byte[] encode(Incident incident) {
    FlatWriter out = new FlatWriter(VERSION);
    write(out, incident);
    return out.toBytes();
  }

  /**
   * The revision in bytes.
   *
   * @throws IllegalArgumentException for bytes of a version that is not known
   */
  public static Incident decode(byte[] bytes) {
    FlatReader in = new FlatReader(bytes, 1, VERSION);
    return read(in, in.version());
  }

  /** Writes a revision as part of something. */
  public static void write(FlatWriter out, Incident incident) {
    out.text(incident.id()).count(incident.revision());
    FlatFields.write(out, incident.status());
    out.text(incident.environment());
    FlatFields.write(out, incident.startedAt());
    FlatFields.write(out, incident.openedAt());
    FlatFields.write(out, incident.updatedAt());
    FlatFields.writeOptional(out, incident.resolvedAt(), FlatFields::write);
    out.text(incident.title()).text(incident.severity());
    FlatFields.writeList(out, incident.services(), FlatWriter::text);
    FlatFields.writeList(out, incident.suspects(), SuspectCodec::write);
    FlatFields.write(out, incident.onsetAt());
    FlatFields.writeOptional(out, incident.owner(), FlatWriter::text);
    FlatFields.writeOptional(out, incident.incidentClass(), FlatWriter::text);
    FlatFields.writeList(out, incident.changes(), ChangeCodec::write);
    FlatFields.writeList(out, incident.blastRadius(), FlatWriter::text);
    FlatFields.writeList(out, incident.similar(), FlatWriter::text);
    FlatFields.writeOptional(out, incident.mergedInto(), FlatWriter::text);
    FlatFields.writeList(out, NO_STEPS, FlatWriter::text);
    out.real(incident.telemetryScore());
    FlatFields.writeOptional(out, incident.splitFrom(), FlatWriter::text);
    FlatFields.writeOptional(out, incident.silencedBy(), FlatWriter::text);
  }

  /**
   * Reads a revision as part of something.
   *
   * @param version of this codec by which it was written
   */
  public static Incident read(FlatReader in, int version) {
    boolean described = version > 1;
    boolean related = version > 2;
    return new Incident(
        in.text(),
        (int) in.count(),
        FlatFields.constant(in, IncidentStatus.class),
        in.text(),
        FlatFields.instant(in),
        FlatFields.instant(in),
        FlatFields.instant(in),
        FlatFields.optional(in, FlatFields::instant),
        in.text(),
        in.text(),
        FlatFields.list(in, FlatReader::text),
        FlatFields.list(in, SuspectCodec::read),
        FlatFields.instant(in),
        FlatFields.optional(in, FlatReader::text),
        FlatFields.optional(in, FlatReader::text),
        FlatFields.list(in, part -> ChangeCodec.read(part, described)),
        FlatFields.list(in, FlatReader::text),
        FlatFields.list(in, FlatReader::text),
        FlatFields.optional(in, FlatReader::text),
        withoutSteps(in),
        in.real(),
        related ? FlatFields.optional(in, FlatReader::text) : null,
        related ? FlatFields.optional(in, FlatReader::text) : null,
        List.of(),
        List.of());
  }

  private static List<Recommendation> withoutSteps(FlatReader in) {
    FlatFields.list(in, FlatReader::text);
    return List.of();
  }
}
