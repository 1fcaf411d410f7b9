// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

/** Reads attribute values as strings without making the same string twice. */
final class AttributeStrings {
  private final TextCache cache = new TextCache(12);

  /** The value of the first of these names that is there and not empty, else empty. */
  String first(AttributesView attributes, AttributeKey... keys) {
    for (AttributeKey key : keys) {
      String value = one(attributes, key);
      if (!value.isEmpty()) {
        return value;
      }
    }
    return "";
  }

  private String one(AttributesView attributes, AttributeKey key) {
    int i = attributes.find(key);
    if (i < 0) {
      return "";
    }
    return attributes.type(i) == ValueType.STRING
        ? cache.get(attributes.bytes(), attributes.valueOffset(i), attributes.valueLength(i))
        : attributes.text(i);
  }
}
