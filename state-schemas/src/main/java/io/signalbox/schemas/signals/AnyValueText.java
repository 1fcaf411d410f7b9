// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** Values for people: scalars bare, bytes as base64, arrays and lists as JSON. */
final class AnyValueText {
  private static final int KEY = 1 << 3 | Wire.LEN;
  private static final int VALUE = 2 << 3 | Wire.LEN;
  private static final int ELEMENT = 1 << 3 | Wire.LEN;

  private final Wire wire = new Wire();
  private final StringBuilder out = new StringBuilder();

  private AnyValueText() {}

  static String of(ValueType type, long bits, byte[] bytes, int offset, int length) {
    return switch (type) {
      case NONE -> "";
      case STRING -> new String(bytes, offset, length, StandardCharsets.UTF_8);
      case BOOL -> Boolean.toString(bits != 0);
      case INT -> Long.toString(bits);
      case DOUBLE -> Double.toString(Double.longBitsToDouble(bits));
      case BYTES -> base64(bytes, offset, length);
      case ARRAY, KVLIST -> new AnyValueText().nested(type, bytes, offset, length);
    };
  }

  private static String base64(byte[] bytes, int offset, int length) {
    return Base64.getEncoder().encodeToString(Arrays.copyOfRange(bytes, offset, offset + length));
  }

  private String nested(ValueType type, byte[] bytes, int offset, int length) {
    wire.open(bytes, offset, length);
    try {
      elements(type);
    } catch (MalformedTelemetry impossible) {
      throw new IllegalStateException("checked when it was read", impossible);
    }
    return out.toString();
  }

  private void elements(ValueType type) throws MalformedTelemetry {
    boolean list = type == ValueType.KVLIST;
    String separator = list ? "{" : "[";
    boolean any = false;
    while (wire.next()) {
      if (wire.tag == ELEMENT) {
        out.append(any ? "," : separator);
        any = true;
        int outerEnd = wire.enter();
        if (list) {
          pair();
        } else {
          value();
        }
        wire.leave(outerEnd);
      }
    }
    out.append(any ? "" : separator).append(list ? '}' : ']');
  }

  private void pair() throws MalformedTelemetry {
    int start = wire.position();
    String key = "";
    int outerEnd = -1;
    while (wire.next()) {
      if (wire.tag == KEY) {
        key = new String(wire.bytes, wire.from, wire.size, StandardCharsets.UTF_8);
      }
    }
    quote(key);
    out.append(':');
    wire.rewind(start);
    int mark = out.length();
    while (wire.next()) {
      if (wire.tag == VALUE) {
        out.setLength(mark);
        outerEnd = wire.enter();
        value();
        wire.leave(outerEnd);
      }
    }
    out.append(out.length() == mark ? "null" : "");
  }

  private void value() throws MalformedTelemetry {
    int mark = out.length();
    while (wire.next()) {
      ValueType type = AnyValue.typeOf(wire.tag);
      if (type == ValueType.NONE) {
        continue;
      }
      out.setLength(mark);
      if (type == ValueType.ARRAY || type == ValueType.KVLIST) {
        int outerEnd = wire.enter();
        elements(type);
        wire.leave(outerEnd);
      } else {
        scalar(type);
      }
    }
    out.append(out.length() == mark ? "null" : "");
  }

  private void scalar(ValueType type) {
    String text = of(type, wire.value, wire.bytes, wire.from, wire.size);
    if (type == ValueType.STRING || type == ValueType.BYTES) {
      quote(text);
    } else {
      out.append(text);
    }
  }

  private void quote(String text) {
    out.append('"');
    JsonStringEncoder.getInstance().quoteAsString(text, out);
    out.append('"');
  }
}
