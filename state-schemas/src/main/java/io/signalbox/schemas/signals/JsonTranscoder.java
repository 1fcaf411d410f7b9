// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.signalbox.analytics.signals.DeadLetterReason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Rewrites one JSON document as protobuf, token by token. */
final class JsonTranscoder {
  private static final int MAX_DEPTH = 100;

  private final JsonParser parser;
  private final ProtoWriter out;
  private int depth;

  JsonTranscoder(JsonParser parser, ProtoWriter out) {
    this.parser = parser;
    this.out = out;
  }

  /** Rewrites the object the parser is at the start of; true when it had a field of the schema. */
  boolean message(JsonMessage schema) throws IOException, MalformedTelemetry {
    if (++depth > MAX_DEPTH) {
      throw new MalformedTelemetry(
          DeadLetterReason.TOO_LARGE, "nested deeper than " + MAX_DEPTH + where());
    }
    boolean known = false;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      JsonField field = schema.field(parser.currentName());
      JsonToken token = parser.nextToken();
      if (field == null) {
        parser.skipChildren();
      } else {
        known = true;
        value(field, token);
      }
    }
    depth--;
    return known;
  }

  private void value(JsonField field, JsonToken token) throws IOException, MalformedTelemetry {
    if (token == JsonToken.VALUE_NULL) {
      return;
    }
    if (field.repeated() != (token == JsonToken.START_ARRAY)) {
      throw wrong(field.repeated() ? "not an array" : "an array");
    }
    if (!field.repeated()) {
      element(field, token);
      return;
    }
    for (JsonToken next = parser.nextToken();
        next != JsonToken.END_ARRAY;
        next = parser.nextToken()) {
      element(field, next);
    }
  }

  private void element(JsonField field, JsonToken token) throws IOException, MalformedTelemetry {
    JsonMessage inner = field.message();
    if (inner != null) {
      if (token != JsonToken.START_OBJECT) {
        throw wrong("not an object");
      }
      int start = out.begin(field.number());
      message(inner);
      out.end(start);
      return;
    }
    try {
      scalar(field);
    } catch (IllegalArgumentException unfit) {
      throw wrong(String.valueOf(unfit.getMessage()));
    }
  }

  private void scalar(JsonField field) throws IOException {
    JsonType type = field.type();
    if (type.wireType == Wire.LEN) {
      byte[] content = content(type);
      out.bytes(field.number(), content);
      return;
    }
    long number =
        switch (type) {
          case BOOL -> JsonScalar.bool(parser) ? 1 : 0;
          case ENUM -> enumNumber(field);
          case DOUBLE -> Double.doubleToRawLongBits(JsonScalar.decimal(parser));
          case ZIGZAG -> zigzag((int) JsonScalar.signed(parser));
          case SIGNED, SIGNED64 -> JsonScalar.signed(parser);
          default -> JsonScalar.unsigned(parser);
        };
    switch (type.wireType) {
      case Wire.I64 -> out.fixed64(field.number(), number);
      case Wire.I32 -> out.fixed32(field.number(), (int) number);
      default -> out.varint(field.number(), number);
    }
  }

  private byte[] content(JsonType type) throws IOException {
    String text = JsonScalar.text(parser);
    return switch (type) {
      case TRACE_ID -> JsonScalar.identifier(text, 16);
      case SPAN_ID -> JsonScalar.identifier(text, 8);
      case BYTES -> JsonScalar.bytes(text);
      default -> text.getBytes(StandardCharsets.UTF_8);
    };
  }

  /** An enum by number or name; a name that is not known means the value 0, unspecified. */
  private long enumNumber(JsonField field) throws IOException {
    if (parser.currentToken().isNumeric()) {
      return JsonScalar.signed(parser);
    }
    String name = JsonScalar.text(parser);
    int byName = field.names().indexOf(name);
    boolean digits = byName < 0 && !name.isEmpty() && name.chars().allMatch(Character::isDigit);
    return digits ? JsonScalar.signed(parser) : Math.max(byName, 0);
  }

  private static long zigzag(int number) {
    return Integer.toUnsignedLong(number << 1 ^ number >> 31);
  }

  private MalformedTelemetry wrong(String what) throws IOException {
    return new MalformedTelemetry(
        DeadLetterReason.MALFORMED, parser.currentName() + " is " + what + where());
  }

  private String where() {
    return " at byte " + parser.currentTokenLocation().getByteOffset();
  }
}
