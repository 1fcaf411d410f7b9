// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Versions in artifact names: package URLs (github.com/package-url) and image references. */
final class Purl {
  private Purl() {}

  /**
   * The version of an artifact. A tag is preferred to a digest: telemetry states the tag.
   *
   * @return the version, or null when the name has none
   */
  static @Nullable String version(String artifact) {
    int query = indexOr(artifact, '?', indexOr(artifact, '#', artifact.length()));
    String path = artifact.substring(0, query);
    int fragment = artifact.indexOf('#', query);
    String qualifiers = artifact.substring(query, fragment < 0 ? artifact.length() : fragment);
    String version = afterAt(path);
    for (String qualifier : qualifiers.split("[?&]")) {
      if (qualifier.startsWith("tag=") && (version == null || version.contains(":"))) {
        version = decoded(qualifier.substring("tag=".length()));
      }
    }
    return version == null || version.isEmpty() ? null : version;
  }

  private static @Nullable String afterAt(String path) {
    int at = path.lastIndexOf('@');
    String name = at < 0 ? path : path.substring(0, at);
    int colon = name.lastIndexOf(':');
    boolean tagged = !path.startsWith("pkg:") && colon > name.lastIndexOf('/');
    if (tagged) {
      return name.substring(colon + 1);
    }
    return at < 0 ? null : decoded(path.substring(at + 1));
  }

  private static int indexOr(String text, char sign, int otherwise) {
    int index = text.indexOf(sign);
    return index < 0 ? otherwise : Math.min(index, otherwise);
  }

  private static String decoded(String encoded) {
    try {
      return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return encoded;
    }
  }
}
