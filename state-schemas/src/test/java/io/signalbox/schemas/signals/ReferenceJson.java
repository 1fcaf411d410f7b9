// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.math.BigInteger;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Any OTLP message as OTLP/JSON, in one of the spellings the specification allows. */
final class ReferenceJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Random random;

  ReferenceJson(long seed) {
    random = new Random(seed);
  }

  ObjectNode of(Message message) {
    ObjectNode object = NODES.objectNode();
    for (Map.Entry<FieldDescriptor, Object> set : message.getAllFields().entrySet()) {
      FieldDescriptor field = set.getKey();
      String name = random.nextInt(4) > 0 ? field.getJsonName() : field.getName();
      object.set(
          name, field.isRepeated() ? array(field, set.getValue()) : node(field, set.getValue()));
    }
    if (random.nextInt(4) == 0) {
      object.putNull("nothing");
      object.putObject("unknown").putArray("deep").addObject().put("key", 1);
    }
    return object;
  }

  private ArrayNode array(FieldDescriptor field, Object values) {
    ArrayNode array = NODES.arrayNode();
    for (Object value : (List<?>) values) {
      array.add(node(field, value));
    }
    return array;
  }

  private JsonNode node(FieldDescriptor field, Object value) {
    return switch (field.getType()) {
      case MESSAGE -> of((Message) value);
      case ENUM -> enumerated((EnumValueDescriptor) value);
      case BYTES -> NODES.textNode(bytes(field, (ByteString) value));
      case DOUBLE -> real((double) value);
      case FIXED64, UINT64 -> NODES.textNode(Long.toUnsignedString((long) value));
      case SFIXED64, INT64 ->
          random.nextBoolean() ? NODES.textNode(value.toString()) : NODES.numberNode((long) value);
      case UINT32, FIXED32 -> NODES.numberNode(BigInteger.valueOf((int) value & 0xffffffffL));
      case BOOL -> NODES.booleanNode((boolean) value);
      case STRING -> NODES.textNode((String) value);
      default -> NODES.numberNode((int) value);
    };
  }

  private JsonNode enumerated(EnumValueDescriptor value) {
    return random.nextBoolean()
        ? NODES.numberNode(value.getNumber())
        : NODES.textNode(value.getName());
  }

  private static JsonNode real(double value) {
    return Double.isNaN(value) || Double.isInfinite(value)
        ? NODES.textNode(Double.toString(value))
        : NODES.numberNode(value);
  }

  private String bytes(FieldDescriptor field, ByteString value) {
    if (!field.getName().endsWith("_id")) {
      return Base64.getEncoder().encodeToString(value.toByteArray());
    }
    HexFormat hex = random.nextBoolean() ? HexFormat.of() : HexFormat.of().withUpperCase();
    return hex.formatHex(value.toByteArray());
  }
}
