// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** JSON documents one after the other, however they are laid out. Damage ends the file. */
final class DocumentCapture extends CaptureFile {
  private byte @Nullable [] content;
  private int from;

  DocumentCapture(Path file, InputStream in) {
    super(file, in);
  }

  @Override
  public @Nullable CapturedRequest next() throws IOException {
    byte[] all = content;
    if (all == null) {
      all = in.readNBytes(MAX_REQUEST + 1);
      content = all;
      from = all.length > MAX_REQUEST ? all.length : 0;
      if (from > 0) {
        return tooLarge(all.length);
      }
    }
    int start = from;
    from = end(all, start);
    return from == start
        ? null
        : CapturedRequest.ofJson(Arrays.copyOfRange(all, start, from), index++);
  }

  /** Where the document that begins here ends; the end of the file when that cannot be told. */
  private static int end(byte[] all, int start) throws IOException {
    try (JsonParser parser = OtlpJson.JSON.createParser(all, start, all.length - start)) {
      if (parser.nextToken() == null) {
        return start;
      }
      parser.skipChildren();
      parser.finishToken();
      int length = (int) parser.currentLocation().getByteOffset();
      return length > 0 ? start + length : all.length;
    } catch (JacksonException broken) {
      return all.length;
    }
  }
}
