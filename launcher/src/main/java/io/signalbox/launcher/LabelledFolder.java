// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where labelled data is looked for. */
final class LabelledFolder {
  private LabelledFolder() {}

  /** The folder that was named, else that of SIGNALBOX_DATA, else the one beside the repository. */
  static Path of(@Nullable Path named) {
    if (named != null) {
      return named;
    }
    String data = System.getenv().getOrDefault("SIGNALBOX_DATA", "../shared/data");
    return ClusterOptions.root().resolve(data).normalize();
  }
}
