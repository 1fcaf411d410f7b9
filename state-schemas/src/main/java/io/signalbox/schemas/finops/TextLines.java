// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Opens text files, plain or gzip; bytes that are no UTF-8 become replacement characters. */
public final class TextLines {
  private static final int BUFFER = 1 << 16;

  private TextLines() {}

  /**
   * Opens a file; whether it is compressed is told by its first two bytes.
   *
   * @throws IOException if it cannot be read
   */
  public static BufferedReader open(Path file) throws IOException {
    BufferedInputStream raw = new BufferedInputStream(Files.newInputStream(file), BUFFER);
    try {
      raw.mark(3);
      boolean packed = raw.read() == 0x1f && raw.read() == 0x8b;
      raw.reset();
      InputStream in = packed ? new GZIPInputStream(raw, BUFFER) : raw;
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), BUFFER);
    } catch (IOException unreadable) {
      raw.close();
      throw unreadable;
    }
  }
}
