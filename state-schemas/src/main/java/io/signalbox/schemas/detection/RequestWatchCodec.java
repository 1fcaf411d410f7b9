// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.detection;

import io.signalbox.analytics.detection.RequestWatch;

/**
 * The state of a {@link RequestWatch} as one block: a version byte, then its fields in the order in
 * which it walks over them. Environment and service are the key and not stored.
 */
public final class RequestWatchCodec {
  /** Version of the layout that is written. */
  public static final byte VERSION = 2;

  /**
   * No block is larger. 66 operations of at most 580 bins and a name, 256 cohorts of ten slots, 32
   * cohort gates, 16 versions, 128 templates; a service of ten operations takes some kilobytes.
   */
  public static final int MOST_BYTES = 1 << 20;

  private RequestWatchCodec() {}

  /** Writes the state of a watch. */
  public static byte[] encode(RequestWatch watch) {
    FieldWriter writer = new FieldWriter(VERSION);
    watch.walk(writer);
    return writer.bytes();
  }

  /**
   * Makes a watch as it was when its state was written.
   *
   * @throws IllegalArgumentException when the bytes are of an unknown version or do not add up
   */
  public static RequestWatch decode(String environment, String service, byte[] bytes) {
    FieldReader reader = new FieldReader(bytes);
    if (reader.version() < 1 || reader.version() > VERSION) {
      throw new IllegalArgumentException("version " + reader.version() + " of a request watch");
    }
    RequestWatch watch = new RequestWatch(environment, service);
    watch.walk(reader);
    if (reader.left() != 0) {
      throw new IllegalArgumentException(reader.left() + " bytes after a request watch");
    }
    return watch;
  }
}
