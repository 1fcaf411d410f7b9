// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

/**
 * The bytes that released codecs wrote. They must be readable for ever: a codec that writes others
 * needs another version and a file of its own. {@code -Dgolden.write=true} writes what is missing.
 */
public final class Golden {
  private static final HexFormat HEX = HexFormat.of();
  private static final int LINE = 64;

  private Golden() {}

  /** The stored bytes, which must be those given. */
  public static byte[] expect(String name, byte[] written) throws IOException {
    Path file = file(name);
    if (Boolean.getBoolean("golden.write") && !Files.exists(file)) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, lines(written));
    }
    String stored = Files.readString(file);
    assertEquals(stored, lines(written), "codec of " + name + " writes other bytes");
    return HEX.parseHex(stored.replace("\n", ""));
  }

  /** The stored bytes of a version that is not written any more. */
  public static byte[] read(String name) throws IOException {
    return HEX.parseHex(Files.readString(file(name)).replace("\n", ""));
  }

  private static Path file(String name) {
    return Path.of(System.getProperty("signalbox.root", ".."))
        .resolve("state-schemas/src/test/resources/golden")
        .resolve(name + ".hex");
  }

  private static String lines(byte[] bytes) {
    return HEX.formatHex(bytes).replaceAll("(.{" + LINE + "})", "$1\n") + "\n";
  }
}
