// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import java.lang.reflect.Type;
import java.util.Map;
import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInfoFactory;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;

/** Tells Flink that batches have a serializer of their own. */
public final class SignalBatchType extends TypeInformation<SignalBatch> {
  private static final long serialVersionUID = 1;

  @Override
  public boolean isBasicType() {
    return false;
  }

  @Override
  public boolean isTupleType() {
    return false;
  }

  @Override
  public int getArity() {
    return 1;
  }

  @Override
  public int getTotalFields() {
    return 1;
  }

  @Override
  public Class<SignalBatch> getTypeClass() {
    return SignalBatch.class;
  }

  @Override
  public boolean isKeyType() {
    return false;
  }

  @Override
  public TypeSerializer<SignalBatch> createSerializer(SerializerConfig config) {
    return SignalBatchSerializer.INSTANCE;
  }

  @Override
  public String toString() {
    return "SignalBatch";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SignalBatchType;
  }

  @Override
  public int hashCode() {
    return SignalBatchType.class.hashCode();
  }

  @Override
  public boolean canEqual(Object other) {
    return other instanceof SignalBatchType;
  }

  /** Found by Flink through the annotation on {@link SignalBatch}. */
  public static final class Factory extends TypeInfoFactory<SignalBatch> {
    @Override
    public TypeInformation<SignalBatch> createTypeInfo(
        Type type, Map<String, TypeInformation<?>> parameters) {
      return new SignalBatchType();
    }
  }
}
