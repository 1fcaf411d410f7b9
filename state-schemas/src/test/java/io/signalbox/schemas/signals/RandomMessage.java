// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.util.Random;
import java.util.Set;

/** Fills any protobuf message at random, rarely deep and often with the values of edge cases. */
final class RandomMessage {
  /** Fields that refer to the dictionary of profiles; they mean nothing in the other signals. */
  private static final Set<String> OF_PROFILES = Set.of("key_strindex", "string_value_strindex");

  private static final long[] NUMBERS = {0, 1, -1, 127, 128, Long.MIN_VALUE, Long.MAX_VALUE};
  private static final double[] REALS = {0, -0.0, 1.5, Double.NaN, Double.POSITIVE_INFINITY, 1e300};
  private static final String[] TEXTS = {"", "service.name", "é", "日本", "a b", "🚦", "\u0000"};

  private final Random random;

  RandomMessage(long seed) {
    random = new Random(seed);
  }

  @SuppressWarnings("unchecked")
  <M extends Message> M like(M prototype) {
    return (M) fill(prototype.newBuilderForType(), 0);
  }

  private Message fill(Message.Builder builder, int depth) {
    Descriptor type = builder.getDescriptorForType();
    for (FieldDescriptor field : type.getFields()) {
      boolean taken =
          field.getContainingOneof() != null
              && field.getContainingOneof().getFieldCount() > 1
              && builder.hasOneof(field.getContainingOneof());
      boolean tooDeep = depth > 12 && field.getJavaType() == FieldDescriptor.JavaType.MESSAGE;
      if (!taken && !tooDeep && !OF_PROFILES.contains(field.getName()) && random.nextInt(4) > 0) {
        set(builder, field, depth);
      }
    }
    return builder.build();
  }

  private void set(Message.Builder builder, FieldDescriptor field, int depth) {
    if (!field.isRepeated()) {
      builder.setField(field, value(builder, field, depth));
      return;
    }
    int count = random.nextInt(depth < 4 ? 4 : 3);
    for (int i = 0; i < count; i++) {
      builder.addRepeatedField(field, value(builder, field, depth));
    }
  }

  private Object value(Message.Builder builder, FieldDescriptor field, int depth) {
    return switch (field.getJavaType()) {
      case INT -> (int) number();
      case LONG -> number();
      case FLOAT -> throw new IllegalStateException("no floats in OTLP");
      case DOUBLE -> random.nextInt(3) > 0 ? random.nextGaussian() : REALS[random.nextInt(6)];
      case BOOLEAN -> random.nextBoolean();
      case STRING -> text();
      case BYTE_STRING -> bytes(field.getName());
      case ENUM ->
          field
              .getEnumType()
              .getValues()
              .get(random.nextInt(field.getEnumType().getValues().size()));
      case MESSAGE -> fill(builder.newBuilderForField(field), depth + 1);
    };
  }

  private long number() {
    return random.nextInt(3) > 0 ? NUMBERS[random.nextInt(NUMBERS.length)] : random.nextLong();
  }

  private String text() {
    String text = TEXTS[random.nextInt(TEXTS.length)];
    return random.nextInt(3) > 0 ? text : text.repeat(random.nextInt(60)) + random.nextInt(10);
  }

  private ByteString bytes(String name) {
    int usual = name.equals("trace_id") ? 16 : 8;
    byte[] bytes = new byte[random.nextInt(8) > 0 ? usual : random.nextInt(20)];
    if (random.nextInt(8) > 0) {
      random.nextBytes(bytes);
    }
    return ByteString.copyFrom(bytes);
  }
}
