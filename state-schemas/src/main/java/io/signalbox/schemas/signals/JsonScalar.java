// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** Scalars of OTLP/JSON. What does not fit throws {@link IllegalArgumentException}. */
final class JsonScalar {
  private JsonScalar() {}

  /** Text, of a string token only. */
  static String text(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      throw new IllegalArgumentException("not a string");
    }
    return parser.getText();
  }

  static boolean bool(JsonParser parser) throws IOException {
    if (parser.currentToken().isBoolean()) {
      return parser.getBooleanValue();
    }
    return switch (text(parser)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("not a boolean");
    };
  }

  static double decimal(JsonParser parser) throws IOException {
    return Double.parseDouble(numeral(parser));
  }

  /**
   * An unsigned integer as its 64 bits. What is less than 0 or greater than 2^64 - 1 becomes 2^64 -
   * 1, so that an impossible time is refused with its item and not with the whole request.
   */
  static long unsigned(JsonParser parser) throws IOException {
    BigInteger exact = exact(numeral(parser));
    return exact.signum() < 0 || exact.bitLength() > 64 ? -1 : exact.longValue();
  }

  /** An integer of -2^63..2^63 - 1. */
  static long signed(JsonParser parser) throws IOException {
    BigInteger exact = exact(numeral(parser));
    if (exact.bitLength() > 63) {
      throw new IllegalArgumentException("beyond 64 bits");
    }
    return exact.longValue();
  }

  private static BigInteger exact(String numeral) {
    boolean plain = numeral.chars().allMatch(sign -> sign == '-' || (sign >= '0' && sign <= '9'));
    if (plain) {
      return new BigInteger(numeral);
    }
    double rounded = Double.parseDouble(numeral);
    if (Double.isNaN(rounded) || Double.isInfinite(rounded) || rounded != Math.rint(rounded)) {
      throw new IllegalArgumentException("not an integer: " + numeral);
    }
    return new BigDecimal(rounded).toBigIntegerExact();
  }

  private static String numeral(JsonParser parser) throws IOException {
    String numeral = parser.currentToken().isNumeric() ? parser.getText() : text(parser);
    if (numeral.length() > 400) {
      throw new IllegalArgumentException("number of " + numeral.length() + " digits");
    }
    return numeral;
  }

  /**
   * A trace or span id: hex digits of either case, or base64 of exactly so many bytes, as plain
   * proto3 JSON has it. Fewer digits are filled up with zeros on the left, as 64-bit trace ids are.
   * Anything else is no id, so that the item goes without one.
   */
  static byte[] identifier(String text, int size) {
    if (text.isEmpty()) {
      return new byte[0];
    }
    if (text.length() <= 2 * size
        && text.chars().allMatch(sign -> Character.digit(sign, 16) >= 0)) {
      byte[] digits = new BigInteger(text, 16).toByteArray();
      byte[] id = new byte[size];
      int count = Math.min(digits.length, size);
      System.arraycopy(digits, digits.length - count, id, size - count, count);
      return id;
    }
    try {
      byte[] id = Base64.getDecoder().decode(text);
      return id.length == size ? id : new byte[0];
    } catch (IllegalArgumentException notBase64) {
      return new byte[0];
    }
  }

  /** Base64 of the standard or the URL-safe alphabet, with or without padding. */
  static byte[] bytes(String text) {
    byte[] signs = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < signs.length; i++) {
      signs[i] = (byte) (signs[i] == '-' ? '+' : signs[i] == '_' ? '/' : signs[i]);
    }
    int end = signs.length;
    while (end > 0 && signs[end - 1] == '=') {
      end--;
    }
    return Base64.getDecoder().decode(Arrays.copyOf(signs, end));
  }
}
