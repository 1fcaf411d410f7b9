// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import java.util.Arrays;

/** An attribute under one of several names, of an item or else of its resource. */
final class NamedValue {
  private final AttributeKey[] keys;

  /** Of names with {@code |} between them. */
  NamedValue(String names) {
    keys = Arrays.stream(names.split("\\|")).map(AttributeKey::of).toArray(AttributeKey[]::new);
  }

  /** Its value as text, empty when it is nowhere. */
  String of(ItemView item, AttributeStrings strings) {
    String own = strings.first(item.attributes(), keys);
    return own.isEmpty() ? strings.first(item.resource().attributes(), keys) : own;
  }
}
