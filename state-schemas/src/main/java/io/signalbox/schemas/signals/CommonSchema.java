// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

/** Messages that all signals share; numbers of opentelemetry/proto/common/v1 and resource/v1. */
final class CommonSchema {
  static final JsonMessage ANY_VALUE = new JsonMessage();
  static final JsonMessage KEY_VALUE =
      new JsonMessage().one(1, "key", JsonType.STRING).one(2, "value", ANY_VALUE);
  static final JsonMessage RESOURCE =
      new JsonMessage()
          .many(1, "attributes", KEY_VALUE)
          .one(2, "droppedAttributesCount", JsonType.VARINT)
          .many(
              3,
              "entityRefs",
              new JsonMessage()
                  .one(1, "schemaUrl", JsonType.STRING)
                  .one(2, "type", JsonType.STRING)
                  .many(3, "idKeys", JsonType.STRING)
                  .many(4, "descriptionKeys", JsonType.STRING));
  static final JsonMessage SCOPE =
      new JsonMessage()
          .one(1, "name", JsonType.STRING)
          .one(2, "version", JsonType.STRING)
          .many(3, "attributes", KEY_VALUE)
          .one(4, "droppedAttributesCount", JsonType.VARINT);

  static {
    ANY_VALUE
        .one(1, "stringValue", JsonType.STRING)
        .one(2, "boolValue", JsonType.BOOL)
        .one(3, "intValue", JsonType.SIGNED)
        .one(4, "doubleValue", JsonType.DOUBLE)
        .one(5, "arrayValue", new JsonMessage().many(1, "values", ANY_VALUE))
        .one(6, "kvlistValue", new JsonMessage().many(1, "values", KEY_VALUE))
        .one(7, "bytesValue", JsonType.BYTES);
  }

  private CommonSchema() {}

  /** A group of one resource and many scopes; before OTLP 0.15 scopes were called libraries. */
  static JsonMessage group(String scopes, String oldScopes, JsonMessage scope) {
    return new JsonMessage()
        .one(1, "resource", RESOURCE)
        .many(2, scopes, scope)
        .many(2, oldScopes, scope)
        .one(3, "schemaUrl", JsonType.STRING);
  }

  /** A scope and its items. */
  static JsonMessage scope(String items, JsonMessage item) {
    return new JsonMessage()
        .one(1, "scope", SCOPE)
        .one(1, "instrumentationLibrary", SCOPE)
        .many(2, items, item)
        .one(3, "schemaUrl", JsonType.STRING);
  }
}
