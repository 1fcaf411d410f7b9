// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file that is one Export request. */
final class MessageCapture extends CaptureFile {
  MessageCapture(Path file, InputStream in) {
    super(file, in);
  }

  @Override
  public @Nullable CapturedRequest next() throws IOException {
    if (index > 0) {
      return null;
    }
    byte[] request = in.readNBytes(MAX_REQUEST + 1);
    return request.length > MAX_REQUEST
        ? tooLarge(request.length)
        : new CapturedRequest(ProtobufKind.of(request, hint()), request, index++, null);
  }
}
