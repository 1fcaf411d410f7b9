// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.topics;

import io.signalbox.schemas.json.RecordJson;
import io.signalbox.schemas.topics.Topic;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The part files that the subtasks of a sink have left in one folder. */
final class PartFiles {
  private static final Comparator<Line> BY_TIME_AND_CONTENT =
      Comparator.comparingLong(Line::time).thenComparing(Line::bytes, PartFiles::compare);

  private PartFiles() {}

  /** One line without its end; the bytes are mapped, so only what is compared is in memory. */
  private record Line(long time, ByteBuffer bytes) {}

  static List<Path> committed(Path folder) throws IOException {
    List<Path> parts = all(folder);
    for (Path part : parts) {
      if (part.getFileName().toString().startsWith(".")) {
        throw new IOException(part + " was never committed: the run has not ended well");
      }
    }
    return parts;
  }

  static void delete(Path folder) throws IOException {
    for (Path part : all(folder)) {
      Files.delete(part);
    }
    Files.deleteIfExists(folder);
  }

  static void merge(List<Path> parts, Topic<?> topic, Path target) throws IOException {
    List<Line> lines = new ArrayList<>();
    for (Path part : parts) {
      split(map(part), topic, lines);
    }
    lines.sort(BY_TIME_AND_CONTENT);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target))) {
      for (Line line : lines) {
        out.write(copy(line.bytes));
        out.write('\n');
      }
    }
  }

  private static List<Path> all(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(PartFiles::isPart).sorted().toList();
    }
  }

  private static boolean isPart(Path file) {
    String name = file.getFileName().toString();
    return name.startsWith("part-") || name.startsWith(".part-");
  }

  private static ByteBuffer map(Path part) throws IOException {
    try (FileChannel channel = FileChannel.open(part)) {
      return channel.map(MapMode.READ_ONLY, 0, channel.size());
    }
  }

  private static <T> void split(ByteBuffer part, Topic<T> topic, List<Line> into)
      throws IOException {
    int start = 0;
    for (int i = 0; i < part.limit(); i++) {
      if (part.get(i) == '\n') {
        ByteBuffer bytes = part.slice(start, i - start);
        T item = RecordJson.read(copy(bytes), topic.type());
        into.add(new Line(topic.time().of(item), bytes));
        start = i + 1;
      }
    }
  }

  private static byte[] copy(ByteBuffer bytes) {
    byte[] copy = new byte[bytes.limit()];
    bytes.get(0, copy);
    return copy;
  }

  private static int compare(ByteBuffer a, ByteBuffer b) {
    int at = a.mismatch(b);
    if (at < 0) {
      return 0;
    }
    return at < Math.min(a.limit(), b.limit())
        ? Byte.compareUnsigned(a.get(at), b.get(at))
        : Integer.compare(a.limit(), b.limit());
  }
}
