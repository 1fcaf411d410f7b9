// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.detection;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Lines of a text file, plain or gzip, that end with LF, CRLF or CR.
 *
 * <p>A byte becomes a character of the same number, so that what is copied into another file is
 * copied byte for byte whatever its encoding. What a line has beyond {@link #LONGEST} is left out.
 */
final class CsvLines implements Closeable {
  /** Characters of a line that are kept. */
  static final int LONGEST = 1 << 20;

  private static final int BUFFER = 1 << 16;

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER];
  private byte[] line = new byte[256];
  private int at;
  private int end;
  private boolean afterCarriageReturn;

  private CsvLines(InputStream in) {
    this.in = in;
  }

  /**
   * Opens a file; whether it is compressed is told by its first two bytes.
   *
   * @throws IOException if it cannot be read or is damaged
   */
  static CsvLines open(Path file) throws IOException {
    BufferedInputStream raw = new BufferedInputStream(Files.newInputStream(file), BUFFER);
    try {
      raw.mark(2);
      boolean packed = raw.read() == 0x1f && raw.read() == 0x8b;
      raw.reset();
      return new CsvLines(packed ? new GZIPInputStream(raw, BUFFER) : raw);
    } catch (IOException e) {
      raw.close();
      throw e;
    }
  }

  /** The next line without its end, or null after the last. */
  @Nullable String next() throws IOException {
    int length = 0;
    boolean any = false;
    while (at < end || fill()) {
      byte b = buffer[at++];
      boolean ofLastLine = b == '\n' && afterCarriageReturn;
      afterCarriageReturn = b == '\r';
      if (ofLastLine) {
        continue;
      }
      if (b == '\n' || b == '\r') {
        return text(length);
      }
      any = true;
      if (length == LONGEST) {
        continue;
      }
      if (length == line.length) {
        line = Arrays.copyOf(line, 2 * length);
      }
      line[length++] = b;
    }
    return any ? text(length) : null;
  }

  private boolean fill() throws IOException {
    at = 0;
    end = Math.max(0, in.read(buffer));
    return end > 0;
  }

  private String text(int length) {
    return new String(line, 0, length, StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
