// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import com.google.protobuf.UnknownFieldSet;
import java.util.List;

/** Strips unknown fields off messages, at any depth, so that equality means what is known. */
final class Known {
  private Known() {}

  @SuppressWarnings("unchecked")
  static <M extends Message> M only(M message) {
    Message.Builder builder = message.toBuilder();
    builder.setUnknownFields(UnknownFieldSet.getDefaultInstance());
    for (FieldDescriptor field : message.getAllFields().keySet()) {
      if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
        if (field.isRepeated()) {
          List<?> inner = (List<?>) message.getField(field);
          for (int i = 0; i < inner.size(); i++) {
            builder.setRepeatedField(field, i, only((Message) inner.get(i)));
          }
        } else {
          builder.setField(field, only((Message) message.getField(field)));
        }
      }
    }
    return (M) builder.build();
  }
}
