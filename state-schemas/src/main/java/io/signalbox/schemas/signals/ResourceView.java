// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

/** What a group of items says about its origin. A flyweight: valid only inside the callback. */
public final class ResourceView {
  final AttributesView attributes = new AttributesView();

  ResourceView() {}

  /** The resource attributes; none when the request has no resource. */
  public AttributesView attributes() {
    return attributes;
  }
}
