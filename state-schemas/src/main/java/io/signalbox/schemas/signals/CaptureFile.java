// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import io.signalbox.analytics.signals.DeadLetterReason;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The requests of a capture, one after the other: {@code *.zst} (length-prefixed Export requests),
 * {@code *.jsonl} (one JSON request or event a line), {@code *.json} (JSON requests or events, in
 * any layout) and {@code *.pb} (one Export request). Damage costs what is damaged: what was read
 * before it counts.
 */
public abstract class CaptureFile implements Closeable {
  /** No request is larger; Kafka records of up to 32 MB are expected. */
  static final int MAX_REQUEST = 256 << 20;

  /** First byte of a zstd frame. */
  private static final int ZSTD = 0x28;

  private static final List<String> SUFFIXES = List.of(".zst", ".jsonl", ".json", ".pb");

  /** What a simulation really did, which lies beside its captures and is none. */
  private static final String TRUTH = "truth.json";

  final Path file;
  final InputStream in;
  long index;

  CaptureFile(Path file, InputStream in) {
    this.file = file;
    this.in = in;
  }

  /**
   * Opens a capture. A name with another ending is taken for what its first byte looks like.
   *
   * @throws IOException when it cannot be opened; what is wrong inside is told by {@link #next}
   */
  public static CaptureFile open(Path file) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    return switch (suffix(file)) {
      case ".zst" -> new FramedCapture(file, in);
      case ".jsonl" -> new LineCapture(file, in);
      case ".json" -> new DocumentCapture(file, in);
      case ".pb" -> new MessageCapture(file, in);
      default ->
          switch (firstByte(in)) {
            case ZSTD -> new FramedCapture(file, in);
            case '{' -> new DocumentCapture(file, in);
            default -> new MessageCapture(file, in);
          };
    };
  }

  private static int firstByte(InputStream in) throws IOException {
    in.mark(1);
    int first = in.read();
    in.reset();
    return first;
  }

  /**
   * The captures at and below a path, sorted by name.
   *
   * @throws IOException when the path does not exist or cannot be listed
   */
  public static List<Path> find(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      path.getFileSystem().provider().checkAccess(path);
      return List.of(path);
    }
    try (Stream<Path> below = Files.walk(path)) {
      return below
          .filter(found -> !suffix(found).isEmpty() && !found.endsWith(TRUTH))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    }
  }

  private static String suffix(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return SUFFIXES.stream().filter(name::endsWith).findFirst().orElse("");
  }

  /**
   * The next request, or null at the end.
   *
   * @throws IOException when the file cannot be read
   */
  public abstract @Nullable CapturedRequest next() throws IOException;

  /** What {@link CapturedRequest#index} counts: {@code line} or {@code request}. */
  public String unit() {
    return "request";
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** What Export requests of this file carry, if its name says so. */
  final SignalKind hint() {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    if (name.contains("metric")) {
      return SignalKind.METRICS;
    }
    return name.contains("log") ? SignalKind.LOGS : SignalKind.TRACES;
  }

  final CapturedRequest fault(String reason, String detail, byte[] bytes) {
    return new CapturedRequest(null, bytes, index++, new MalformedTelemetry(reason, detail));
  }

  final CapturedRequest tooLarge(long size) {
    return fault(DeadLetterReason.TOO_LARGE, "request of " + size + " bytes", new byte[0]);
  }
}
