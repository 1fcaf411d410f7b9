// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import java.util.Arrays;

/** Where an item lies in its request and what it belongs to. */
public abstract sealed class ItemView permits MetricPointView, SpanView, LogView {
  final ResourceView resource;
  AttributesView attributes = new AttributesView();
  byte[] bytes = {};
  int offset;
  int length;

  ItemView(ResourceView resource) {
    this.resource = resource;
  }

  void at(byte[] newBytes, int newOffset, int newLength) {
    bytes = newBytes;
    offset = newOffset;
    length = newLength;
  }

  /** The resource it belongs to. */
  public ResourceView resource() {
    return resource;
  }

  /** Its own attributes. */
  public AttributesView attributes() {
    return attributes;
  }

  /** A copy of the item's protobuf bytes, for a dead letter. */
  public byte[] copyBytes() {
    return Arrays.copyOfRange(bytes, offset, offset + length);
  }
}
