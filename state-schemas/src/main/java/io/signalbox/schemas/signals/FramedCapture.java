// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import com.github.luben.zstd.ZstdIOException;
import com.github.luben.zstd.ZstdInputStream;
import io.signalbox.analytics.signals.DeadLetterReason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A zstd stream of Export requests, each behind its length as four bytes, big end first. */
final class FramedCapture extends CaptureFile {
  private final ZstdInputStream frames;
  private SignalKind last;
  private long offset;
  private boolean ended;
  private String damage = "";

  FramedCapture(Path file, InputStream in) throws IOException {
    super(file, in);
    frames = new ZstdInputStream(in);
    last = hint();
  }

  @Override
  public @Nullable CapturedRequest next() throws IOException {
    if (ended) {
      return null;
    }
    byte[] prefix = take(4);
    if (prefix.length == 0 && !ended) {
      ended = true;
      return null;
    }
    if (prefix.length < 4) {
      return broken("the length of a request is cut off", prefix);
    }
    int length = ByteBuffer.wrap(prefix).getInt();
    if (length < 0 || length > MAX_REQUEST) {
      ended = true;
      return tooLarge(Integer.toUnsignedLong(length));
    }
    byte[] request = take(length);
    if (request.length < length) {
      return broken("only " + request.length + " bytes of a request of " + length, request);
    }
    last = ProtobufKind.of(request, last);
    return new CapturedRequest(last, request, index++, null);
  }

  /** So many bytes, or as many as there are; a broken frame ends the file. */
  private byte[] take(int count) throws IOException {
    byte[] taken = new byte[Math.min(count, 1 << 16)];
    int size = 0;
    while (size < count && !ended) {
      if (size == taken.length) {
        taken = Arrays.copyOf(taken, Math.min(count, size * 2));
      }
      int read = read(taken, size);
      if (read < 0) {
        break;
      }
      size += read;
    }
    offset += size;
    return size == taken.length ? taken : Arrays.copyOf(taken, size);
  }

  private int read(byte[] into, int from) throws IOException {
    try {
      return frames.read(into, from, into.length - from);
    } catch (ZstdIOException brokenFrame) {
      ended = true;
      damage = ", " + brokenFrame.getMessage();
      return -1;
    }
  }

  private CapturedRequest broken(String what, byte[] bytes) {
    ended = true;
    return fault(
        DeadLetterReason.MALFORMED, what + " at byte " + offset + " unpacked" + damage, bytes);
  }

  @Override
  public void close() throws IOException {
    frames.close();
  }
}
