// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.signalbox.analytics.finops.Charge;
import io.signalbox.analytics.finops.PriceNote;
import io.signalbox.analytics.finops.Quarantine;
import io.signalbox.analytics.finops.Refusal;
import io.signalbox.analytics.finops.Usage;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** JSON Lines of what was refused, corrected, replaced, or is the matter with a price. */
public final class CostJournal implements Closeable {
  private final JsonGenerator out;
  private final BufferedWriter text;

  private CostJournal(BufferedWriter text) throws IOException {
    this.text = text;
    this.out = new JsonFactory().createGenerator(text).setRootValueSeparator(null);
  }

  /**
   * Begins a file.
   *
   * @throws IOException if it cannot be written
   */
  public static CostJournal create(Path file) throws IOException {
    return new CostJournal(Files.newBufferedWriter(file));
  }

  /** A usage that is not charged. */
  public void refused(@Nullable String id, long line, Refusal why) throws IOException {
    refused("gen_ai.response.id", id, line, why);
  }

  /** An outcome that is not counted. */
  public void refusedOutcome(@Nullable String id, long line, Refusal why) throws IOException {
    refused("outcome.id", id, line, why);
  }

  private void refused(String name, @Nullable String id, long line, Refusal why)
      throws IOException {
    out.writeStartObject();
    out.writeStringField(name, id);
    out.writeNumberField("line", line);
    out.writeStringField("reason", why.reason());
    out.writeBooleanField("quarantined", why.quarantined());
    end();
  }

  /** A usage that took the place of another; what it changes, by the prices known at the time. */
  public void replaced(Usage old, Usage usage, BigDecimal delta) throws IOException {
    out.writeStartObject();
    out.writeStringField("gen_ai.response.id", usage.id());
    out.writeNumberField("replaced_revision", old.revision());
    out.writeNumberField("revision", usage.revision());
    out.writeStringField("delta", TotalsJson.money(delta));
    end();
  }

  /** What is to be added to a charge because a price turned out to be wrong. */
  public void corrected(Charge charge) throws IOException {
    Usage usage = charge.usage();
    long known = 0;
    for (Charge.Part part : charge.parts()) {
      known = Math.max(known, part.correctedMs() == null ? 0 : part.correctedMs());
    }
    out.writeStartObject();
    out.writeStringField("gen_ai.response.id", usage.id());
    out.writeStringField("tenant", usage.owner().payer());
    out.writeStringField("model", usage.model());
    out.writeStringField("used_at", time(usage.atMs()));
    out.writeStringField("known_at", time(known));
    out.writeStringField("as_known", TotalsJson.money(charge.asKnown()));
    out.writeStringField("as_corrected", TotalsJson.money(charge.asCorrected()));
    out.writeStringField("delta", TotalsJson.money(charge.correction()));
    end();
  }

  /** What a provider reports for a charge, beside what its parts come to by the price list. */
  public void reported(Charge charge) throws IOException {
    out.writeStartObject();
    out.writeStringField("gen_ai.response.id", charge.usage().id());
    out.writeStringField("model", charge.usage().model());
    out.writeStringField("reported", TotalsJson.money(charge.asKnown()));
    out.writeStringField(
        "computed", TotalsJson.money(charge.asKnown().subtract(charge.difference())));
    out.writeStringField("difference", TotalsJson.money(charge.difference()));
    end();
  }

  /** A price that leapt. */
  public void leapt(Quarantine one) throws IOException {
    out.writeStartObject();
    out.writeStringField("model", one.model());
    out.writeStringField("field", one.field());
    out.writeStringField("accepted", TotalsJson.money(one.accepted()));
    out.writeStringField("claimed", TotalsJson.money(one.claimed()));
    out.writeStringField("claimed_at", time(one.claimedMs()));
    out.writeStringField("from_at", time(one.fromMs()));
    out.writeStringField("outcome", one.outcome());
    if (one.endedMs() != null) {
      out.writeStringField("ended_at", time(one.endedMs()));
    }
    if (one.truth() != null) {
      out.writeStringField("truth", TotalsJson.money(one.truth()));
    }
    end();
  }

  /** Something the matter with a price list. */
  public void noted(PriceNote note) throws IOException {
    out.writeStartObject();
    out.writeStringField("model", note.model());
    out.writeStringField("field", note.field());
    out.writeStringField("price", note.text());
    out.writeStringField("reason", note.reason());
    end();
  }

  private void end() throws IOException {
    out.writeEndObject();
    out.writeRaw('\n');
  }

  private static String time(long atMs) {
    return Instant.ofEpochMilli(atMs).toString();
  }

  @Override
  public void close() throws IOException {
    out.close();
    text.close();
  }
}
