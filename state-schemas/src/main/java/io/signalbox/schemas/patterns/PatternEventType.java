// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.patterns;

import io.signalbox.analytics.patterns.PatternEvent;
import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;

/** Tells Flink that pattern events have a serializer of their own. */
public final class PatternEventType extends TypeInformation<PatternEvent> {
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
  public Class<PatternEvent> getTypeClass() {
    return PatternEvent.class;
  }

  @Override
  public boolean isKeyType() {
    return false;
  }

  @Override
  public TypeSerializer<PatternEvent> createSerializer(SerializerConfig config) {
    return PatternEventSerializer.INSTANCE;
  }

  @Override
  public String toString() {
    return "PatternEvent";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PatternEventType;
  }

  @Override
  public int hashCode() {
    return PatternEventType.class.hashCode();
  }

  @Override
  public boolean canEqual(Object other) {
    return other instanceof PatternEventType;
  }
}
