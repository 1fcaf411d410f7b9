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

/**
 * Opens text files, plain or gzip, behind a mark of byte order; bytes that are no UTF-8 become
 * replacement characters.
 */
public final class TextLines {
  private static final int BUFFER = 1 << 16;
  private static final int BYTE_ORDER_MARK = 0xfeff;

  private TextLines() {}

  /**
   * Opens a file; whether it is compressed is told by its first two bytes.
   *
   * @throws IOException if it cannot be read
   */
  public static BufferedReader open(Path file) throws IOException {
    BufferedInputStream raw = new BufferedInputStream(Files.newInputStream(file), BUFFER);
    try {
      raw.mark(2);
      boolean packed = raw.read() == 0x1f && raw.read() == 0x8b;
      raw.reset();
      InputStream in = packed ? new GZIPInputStream(raw, BUFFER) : raw;
      BufferedReader text =
          new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), BUFFER);
      text.mark(1);
      if (text.read() != BYTE_ORDER_MARK) {
        text.reset();
      }
      return text;
    } catch (IOException unreadable) {
      raw.close();
      throw unreadable;
    }
  }
}
