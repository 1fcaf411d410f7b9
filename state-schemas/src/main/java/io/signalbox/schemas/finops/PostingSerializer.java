// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import io.signalbox.analytics.finops.Charge;
import io.signalbox.analytics.finops.Meter;
import io.signalbox.analytics.finops.Owner;
import io.signalbox.analytics.finops.Posting;
import io.signalbox.analytics.finops.ServiceTier;
import io.signalbox.analytics.finops.Usage;
import io.signalbox.schemas.signals.BytesSerializer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;

/**
 * Bytes of a posting: version, time, signs, usage, how it was priced. Version 1; version 2, of a
 * revision, ends with the other charge.
 */
public final class PostingSerializer extends BytesSerializer<Posting> {
  private static final long serialVersionUID = 1;

  /** The only one: it has no state. */
  public static final PostingSerializer INSTANCE = new PostingSerializer();

  private static final int VERSION = 1;
  private static final int REVISED = 2;
  private static final Meter[] METERS = Meter.values();
  private static final Usage NONE =
      new Usage(
          0,
          null,
          0,
          0,
          new Owner(null, null, null, null, null, null),
          null,
          "",
          ServiceTier.STANDARD,
          0,
          Map.of(),
          null,
          false);

  @Override
  public Posting createInstance() {
    return Posting.of(new Charge(NONE, "", List.of(), BigDecimal.ZERO));
  }

  @Override
  protected byte[] write(Posting posting) {
    Charge other = posting.other();
    LedgerWriter out = new LedgerWriter().put(other == null ? VERSION : REVISED);
    out.signed(posting.toldMs()).signed(posting.known()).signed(posting.corrected());
    write(posting.charge(), out);
    if (other != null) {
      write(other, out);
    }
    return out.toBytes();
  }

  private static void write(Charge charge, LedgerWriter out) {
    out.text(charge.usage().id()).signed(charge.usage().line());
    UsageCodec.plain().write(charge.usage(), out);
    out.text(charge.provider()).decimal(charge.difference()).count(charge.parts().size());
    charge.parts().forEach(part -> write(part, out));
  }

  private static void write(Charge.Part part, LedgerWriter out) {
    out.count(part.meter().ordinal()).decimal(part.quantity()).text(part.field());
    out.decimal(part.known()).decimal(part.corrected()).decimal(part.listed());
    Long at = part.correctedMs();
    out.put(at == null ? 0 : 1).signed(at == null ? 0 : at);
  }

  @Override
  protected Posting read(byte[] bytes) {
    LedgerReader in = LedgerReader.of(bytes, REVISED, VERSION);
    long toldMs = in.signed();
    int known = (int) in.signed();
    int corrected = (int) in.signed();
    Charge charge = charge(in);
    Charge other = in.version() == REVISED ? charge(in) : null;
    return new Posting(toldMs, charge, known, corrected, other);
  }

  private static Charge charge(LedgerReader in) {
    String id = in.optionalText();
    Usage usage = UsageCodec.plain().read(in, id, in.signed());
    String provider = in.text();
    BigDecimal difference = in.decimal();
    List<Charge.Part> parts = new ArrayList<>();
    for (int left = in.length(); left > 0; left--) {
      parts.add(part(in));
    }
    return new Charge(usage, provider, parts, difference);
  }

  private static Charge.Part part(LedgerReader in) {
    Meter meter = METERS[(int) in.count()];
    BigDecimal quantity = in.decimal();
    String field = in.text();
    BigDecimal known = in.decimal();
    BigDecimal corrected = in.decimal();
    BigDecimal listed = in.decimal();
    boolean turned = in.take() != 0;
    long at = in.signed();
    return new Charge.Part(meter, quantity, field, known, corrected, listed, turned ? at : null);
  }

  @Override
  public TypeSerializerSnapshot<Posting> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Restores the serializer; old versions are told apart by the bytes of each item. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<Posting> {
    /** Called by Flink. */
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
