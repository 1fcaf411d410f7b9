// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.detection;

import io.signalbox.analytics.detection.ModelWatch;

/**
 * The state of a {@link ModelWatch} as one block: a version byte, then its fields in the order in
 * which it walks over them. Environment and service are the key and not stored.
 */
public final class ModelWatchCodec {
  /** Version of the layout that is written. */
  public static final byte VERSION = 1;

  private ModelWatchCodec() {}

  /** Writes the state of a watch. */
  public static byte[] encode(ModelWatch watch) {
    FieldWriter writer = new FieldWriter(VERSION);
    watch.walk(writer);
    return writer.bytes();
  }

  /**
   * Makes a watch as it was when its state was written.
   *
   * @throws IllegalArgumentException when the bytes are of an unknown version or do not add up
   */
  public static ModelWatch decode(String environment, String service, byte[] bytes) {
    FieldReader reader = new FieldReader(bytes);
    if (reader.version() != VERSION) {
      throw new IllegalArgumentException("version " + reader.version() + " of a model watch");
    }
    ModelWatch watch = new ModelWatch(environment, service);
    watch.walk(reader);
    if (reader.left() != 0) {
      throw new IllegalArgumentException(reader.left() + " bytes after a model watch");
    }
    return watch;
  }
}
