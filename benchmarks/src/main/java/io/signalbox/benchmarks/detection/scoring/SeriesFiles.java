// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection.scoring;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds the files of series below a folder. */
final class SeriesFiles {
  private final SortedMap<String, Path> found = new TreeMap<>();
  private final SortedSet<String> passedOver = new TreeSet<>();

  private SeriesFiles() {}

  /**
   * Looks for {@code *.csv} and {@code *.csv.gz}.
   *
   * @param in a folder, or one file
   * @param out a folder that is left out
   * @throws IOException if the folder itself cannot be read
   */
  static SeriesFiles below(Path in, Path out) throws IOException {
    SeriesFiles files = new SeriesFiles();
    if (Files.isRegularFile(in)) {
      files.take(String.valueOf(in.getFileName()), in);
      return files;
    }
    Path root = in.toRealPath();
    Path leftOut = Files.exists(out) ? out.toRealPath() : out.toAbsolutePath().normalize();
    Files.walkFileTree(
        root,
        EnumSet.of(FileVisitOption.FOLLOW_LINKS),
        Integer.MAX_VALUE,
        files.visit(root, leftOut));
    return files;
  }

  /** Input files by the relative path of their output. */
  SortedMap<String, Path> found() {
    return found;
  }

  /** What was passed over, with the reason. */
  SortedSet<String> passedOver() {
    return passedOver;
  }

  private SimpleFileVisitor<Path> visit(Path root, Path leftOut) {
    return new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        return folder.equals(leftOut) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (attributes.isRegularFile()) {
          take(root.relativize(file).toString(), file);
        }
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFileFailed(Path file, IOException problem) {
        passedOver.add(root.relativize(file) + ": cannot be read: " + problem);
        return FileVisitResult.CONTINUE;
      }
    };
  }

  private void take(String relative, Path file) {
    String lower = relative.toLowerCase(Locale.ROOT);
    if (!lower.endsWith(".csv") && !lower.endsWith(".csv.gz")) {
      return;
    }
    String name = lower.endsWith(".gz") ? relative.substring(0, relative.length() - 3) : relative;
    Path other = found.putIfAbsent(name, file);
    if (other != null) {
      // The plain file comes first, whatever the order of the folder.
      Path loser = lower.endsWith(".gz") ? file : other;
      found.put(name, lower.endsWith(".gz") ? other : file);
      passedOver.add(loser.getFileName() + ": there is also " + name + ": passed over");
    }
  }
}
