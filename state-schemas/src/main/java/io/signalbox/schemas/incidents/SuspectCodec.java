// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.incidents;

import io.signalbox.analytics.incidents.Evidence;
import io.signalbox.analytics.incidents.Suspect;
import io.signalbox.schemas.signals.FlatFields;
import io.signalbox.schemas.signals.FlatReader;
import io.signalbox.schemas.signals.FlatWriter;

/** Suspects and the evidence against them, as parts of an incident's bytes. */
final class SuspectCodec {
  private SuspectCodec() {}

  static void write(FlatWriter out, Suspect suspect) {
    out.text(suspect.node()).text(suspect.kind());
    FlatFields.writeOptional(out, suspect.version(), FlatWriter::text);
    out.real(suspect.score()).real(suspect.confidence());
    FlatFields.writeList(out, suspect.evidence(), SuspectCodec::writeEvidence);
  }

  static Suspect read(FlatReader in) {
    return new Suspect(
        in.text(),
        in.text(),
        FlatFields.optional(in, FlatReader::text),
        in.real(),
        in.real(),
        FlatFields.list(in, SuspectCodec::readEvidence));
  }

  private static void writeEvidence(FlatWriter out, Evidence evidence) {
    out.text(evidence.kind()).text(evidence.subject());
    FlatFields.write(out, evidence.since());
    out.text(evidence.statement()).real(evidence.value()).real(evidence.expected());
    out.real(evidence.pValue()).real(evidence.weight());
  }

  private static Evidence readEvidence(FlatReader in) {
    return new Evidence(
        in.text(),
        in.text(),
        FlatFields.instant(in),
        in.text(),
        in.real(),
        in.real(),
        in.real(),
        in.real());
  }
}
