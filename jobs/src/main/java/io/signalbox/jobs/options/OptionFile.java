// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.options;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads options from YAML, where keys may be nested, written with dots, or both. */
final class OptionFile {
  private static final YAMLMapper YAML =
      new YAMLMapper(
          YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build());

  private OptionFile() {}

  static void read(String name, Settings into) {
    try {
      JsonNode root = YAML.readTree(Files.readString(Path.of(name)));
      if (root.isObject()) {
        flatten("", root, "file " + name, into);
      } else if (!root.isMissingNode() && !root.isNull()) {
        into.problems().add("file " + name + ": expected keys with values");
      }
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      String line = at == null ? "" : ":" + at.getLineNr();
      into.problems().add("file " + name + line + ": no YAML: " + e.getOriginalMessage());
    } catch (IOException e) {
      into.problems().add("file " + name + " cannot be read: " + e.getClass().getSimpleName());
    }
  }

  private static void flatten(String prefix, JsonNode node, String origin, Settings into) {
    node.properties()
        .forEach(
            entry -> {
              String key = prefix + entry.getKey();
              JsonNode value = entry.getValue();
              if (value.isObject()) {
                flatten(key + ".", value, origin, into);
              } else {
                into.given().add(new Setting(key, text(value), origin));
              }
            });
  }

  private static String text(JsonNode value) {
    if (!value.isArray()) {
      return value.isNull() ? "" : value.asText();
    }
    List<String> elements = new ArrayList<>();
    value.forEach(element -> elements.add(element.asText()));
    return String.join(",", elements);
  }
}
