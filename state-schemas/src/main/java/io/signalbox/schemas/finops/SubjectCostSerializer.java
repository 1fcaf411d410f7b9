// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import io.signalbox.analytics.finops.aggregates.Flow;
import io.signalbox.analytics.finops.anomalies.CostSubject;
import io.signalbox.schemas.signals.BytesSerializer;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;

/** Bytes of what a subject used in an hour: version, subject, hour, model, sums. Version 1. */
public final class SubjectCostSerializer extends BytesSerializer<SubjectCost> {
  private static final long serialVersionUID = 1;

  /** The only one: it has no state. */
  public static final SubjectCostSerializer INSTANCE = new SubjectCostSerializer();

  private static final int VERSION = 1;

  @Override
  public SubjectCost createInstance() {
    return new SubjectCost(CostSubject.ALL, 0, "", new Flow());
  }

  @Override
  protected byte[] write(SubjectCost cost) {
    LedgerWriter out = new LedgerWriter().put(VERSION).text(cost.text());
    FlowCodec.write(cost.flow(), out.signed(cost.hourMs()).text(cost.model()));
    return out.toBytes();
  }

  @Override
  protected SubjectCost read(byte[] bytes) {
    LedgerReader in = LedgerReader.of(bytes, VERSION);
    CostSubject subject = CostSubject.parse(in.text());
    return new SubjectCost(subject, in.signed(), in.text(), FlowCodec.read(in));
  }

  @Override
  public TypeSerializerSnapshot<SubjectCost> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Restores the serializer; old versions are told apart by the bytes of each item. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<SubjectCost> {
    /** Called by Flink. */
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
