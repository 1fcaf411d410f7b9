// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import java.lang.reflect.Type;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInfoFactory;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/** Tells Flink that batches have a serializer of their own. */
public final class SignalBatchType extends OwnType<SignalBatch> {
  private static final long serialVersionUID = 1;

  /** The type; all are equal. */
  public SignalBatchType() {
    super(SignalBatch.class, SignalBatchSerializer.INSTANCE);
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
