// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** JSON Lines: one request or event a line; a bad line costs that line. */
final class LineCapture extends CaptureFile {
  LineCapture(Path file, InputStream in) {
    super(file, in);
  }

  @Override
  public @Nullable CapturedRequest next() throws IOException {
    for (byte[] line = line(); line != null; line = line()) {
      if (line.length > MAX_REQUEST) {
        return tooLarge(line.length);
      }
      if (!isBlank(line)) {
        return CapturedRequest.ofJson(line, index++);
      }
      index++;
    }
    return null;
  }

  @Override
  public String unit() {
    return "line";
  }

  /** The next line, cut off behind the greatest size of a request; null at the end. */
  private byte @Nullable [] line() throws IOException {
    int next = in.read();
    if (next < 0) {
      return null;
    }
    ByteArrayOutputStream line = new ByteArrayOutputStream(1 << 12);
    while (next >= 0 && next != '\n') {
      if (line.size() <= MAX_REQUEST) {
        line.write(next);
      }
      next = in.read();
    }
    return line.toByteArray();
  }

  private static boolean isBlank(byte[] line) {
    for (byte sign : line) {
      if (sign < 0 || sign > ' ') {
        return false;
      }
    }
    return true;
  }
}
