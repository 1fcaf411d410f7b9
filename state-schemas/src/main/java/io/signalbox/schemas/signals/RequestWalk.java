// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

/**
 * The shape all three Export requests share: groups of one resource and many scopes of items. The
 * fields of a message may come in any order, so the resource is sought before items are shown.
 */
abstract class RequestWalk<V> {
  private static final int GROUP = 1 << 3 | Wire.LEN;
  private static final int RESOURCE = 1 << 3 | Wire.LEN;
  private static final int SCOPE = 2 << 3 | Wire.LEN;
  private static final int ITEM = 2 << 3 | Wire.LEN;
  private static final int ATTRIBUTE = 1 << 3 | Wire.LEN;

  final Wire wire = new Wire();
  final KeyValues keyValues = new KeyValues();
  final ResourceView resource = new ResourceView();

  abstract void showResource(V visitor);

  /** Reads and shows the item in the LEN field just taken. */
  abstract void item(V visitor) throws MalformedTelemetry;

  final void read(byte[] bytes, int offset, int length, V visitor) throws MalformedTelemetry {
    wire.open(bytes, offset, length);
    while (wire.next()) {
      if (wire.tag == GROUP) {
        int outerEnd = wire.enter();
        group(visitor);
        wire.leave(outerEnd);
      }
    }
  }

  private void group(V visitor) throws MalformedTelemetry {
    int start = wire.position();
    resource.attributes.clear(wire.bytes);
    while (wire.next()) {
      if (wire.tag == RESOURCE) {
        readResource();
      }
    }
    showResource(visitor);
    wire.rewind(start);
    while (wire.next()) {
      if (wire.tag == SCOPE) {
        scope(visitor);
      }
    }
  }

  private void readResource() throws MalformedTelemetry {
    int outerEnd = wire.enter();
    while (wire.next()) {
      if (wire.tag == ATTRIBUTE) {
        keyValues.read(wire, resource.attributes);
      }
    }
    wire.leave(outerEnd);
  }

  private void scope(V visitor) throws MalformedTelemetry {
    int outerEnd = wire.enter();
    while (wire.next()) {
      if (wire.tag == ITEM) {
        item(visitor);
      }
    }
    wire.leave(outerEnd);
  }
}
