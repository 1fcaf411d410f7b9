// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.incidents;

import io.signalbox.analytics.incidents.IncidentFeedback;
import io.signalbox.analytics.incidents.IncidentVerdict;
import io.signalbox.schemas.signals.FlatFields;
import io.signalbox.schemas.signals.FlatReader;
import io.signalbox.schemas.signals.FlatWriter;

/** Statements about incidents, as part of a block. */
final class IncidentFeedbackCodec {
  private IncidentFeedbackCodec() {}

  static void write(FlatWriter out, IncidentFeedback said) {
    out.text(said.id());
    FlatFields.writeOptional(out, said.effectiveAt(), FlatFields::write);
    out.text(said.environment()).text(said.incident());
    FlatFields.writeOptional(out, said.revision(), FlatWriter::signed);
    FlatFields.write(out, said.verdict());
    FlatFields.writeOptional(out, said.cause(), FlatWriter::text);
    FlatFields.writeOptional(out, said.withdraws(), FlatWriter::text);
    out.text(said.by());
  }

  static IncidentFeedback read(FlatReader in) {
    return new IncidentFeedback(
        in.text(),
        FlatFields.optional(in, FlatFields::instant),
        in.text(),
        in.text(),
        FlatFields.optional(in, FlatReader::signed),
        FlatFields.constant(in, IncidentVerdict.class),
        FlatFields.optional(in, FlatReader::text),
        FlatFields.optional(in, FlatReader::text),
        in.text());
  }
}
