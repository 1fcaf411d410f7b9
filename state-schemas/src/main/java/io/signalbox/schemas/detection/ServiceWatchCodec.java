// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.detection;

import io.signalbox.analytics.detection.ServiceWatch;

/**
 * The state of a {@link ServiceWatch} as one block: a version byte, then its fields in the order in
 * which it walks over them. Environment and service are the key and not stored. Version 2 has at
 * its end what people have said; a service of which nothing was said is written as version 1.
 */
public final class ServiceWatchCodec {
  /** Version of the layout without feedback. */
  public static final byte VERSION = 1;

  /** Version of the layout with feedback. */
  public static final byte TOLD = 2;

  private ServiceWatchCodec() {}

  /** Writes the state of a watch. */
  public static byte[] encode(ServiceWatch watch) {
    FieldWriter writer = new FieldWriter(watch.isTold() ? TOLD : VERSION);
    watch.walk(writer);
    if (watch.isTold()) {
      watch.walkTold(writer);
    }
    return writer.bytes();
  }

  /**
   * Makes a watch as it was when its state was written.
   *
   * @throws IllegalArgumentException when the bytes are of an unknown version or do not add up
   */
  public static ServiceWatch decode(String environment, String service, byte[] bytes) {
    FieldReader reader = new FieldReader(bytes);
    if (reader.version() != VERSION && reader.version() != TOLD) {
      throw new IllegalArgumentException("version " + reader.version() + " of a service watch");
    }
    ServiceWatch watch = new ServiceWatch(environment, service);
    watch.walk(reader);
    if (reader.version() == TOLD) {
      watch.walkTold(reader);
    }
    if (reader.left() != 0) {
      throw new IllegalArgumentException(reader.left() + " bytes after a service watch");
    }
    return watch;
  }
}
